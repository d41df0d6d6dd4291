import { randomInt } from 'node:crypto';

/**
 * 兑换码: 13 random characters of Crockford's base 32 and a check character from the same alphabet. The check is a weighted sum over GF(32) with
 * a generator's powers as weights: it finds every single wrong character and every two that changed places.
 */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_CHARACTERS = 13;
export const CODE_LENGTH = RANDOM_CHARACTERS + 1;

/** Multiplies by the generator x in GF(2^5) with x^5 + x^2 + 1. */
const timesGenerator = (value: number) => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

export function checkCharacter(body: string): string {
  let sum = 0;
  for (const character of body) sum = timesGenerator(sum ^ ALPHABET.indexOf(character));
  return ALPHABET.charAt(sum);
}

export function newVoucherCode(random: (below: number) => number = randomInt): string {
  const body = Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET.charAt(random(32))).join('');
  return body + checkCharacter(body);
}

/** Drops spaces and dashes, raises letters and reads the look-alikes as what was meant: O as 0, I and L as 1. */
export function normaliseVoucherCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** True for fourteen characters whose check character is right. */
export function isVoucherCode(normalised: string): boolean {
  if (!/^[0-9A-HJKMNP-TV-Z]{14}$/.test(normalised)) return false;
  return checkCharacter(normalised.slice(0, RANDOM_CHARACTERS)) === normalised.charAt(RANDOM_CHARACTERS);
}

/** How it is written for people: XXXXX-XXXXX-XXXX. */
export function displayVoucherCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5, 10)}-${code.slice(10)}`;
}
