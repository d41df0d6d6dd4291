import { randomInt } from 'node:crypto';
import { ALPHABET, checkCharacter } from '../benefits/voucher-code';

const RANDOM_CHARACTERS = 11;

/** 邀请码: 11 random characters and a check character, as a 兑换码 has; two shorter, so that the two are never taken for each other. */
export function newInvitationCode(random: (below: number) => number = randomInt): string {
  const body = Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET.charAt(random(32))).join('');
  return body + checkCharacter(body);
}

/** A link is not typed, so nothing is put right here. */
export function isInvitationCode(text: string): boolean {
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(text)) return false;
  return checkCharacter(text.slice(0, RANDOM_CHARACTERS)) === text.charAt(RANDOM_CHARACTERS);
}
