/**
 * The one module that hides personal data from those who may not see it in full. The client never builds a mask: what
 * it receives is already hidden. A value of an unexpected shape is hidden more, never less.
 */
import { normalisePlate } from './identifiers';

const stars = (count: number) => '*'.repeat(Math.max(0, count));

/** Keeps both ends; a value too short to keep them apart shows its first character at most. */
function keepEnds(value: string, ends: { first: number; last: number }): string {
  const characters = [...value];
  if (characters.length <= ends.first + ends.last)
    return `${characters[0] ?? ''}${stars(characters.length - 1)}`;
  const hidden = characters.length - ends.first - ends.last;
  return `${characters.slice(0, ends.first).join('')}${stars(hidden)}${characters.slice(-ends.last).join('')}`;
}

/** 张建国 → 张*. One star whatever the length, so that the length says nothing. */
export function maskName(name: string): string {
  const first = [...name.trim()][0];
  return first === undefined ? '' : `${first}*`;
}

/** 13800008000 → 138****8000. */
export function maskPhone(phone: string): string {
  return keepEnds(phone.trim(), { first: 3, last: 4 });
}

/** 13800008000 → 8000, to tell one person from another where even the beginning is nobody's business; nothing of what is too short to hide the rest. */
export function phoneTail(phone: string): string {
  const digits = phone.trim();
  return digits.length < 8 ? '' : digits.slice(-4);
}

/** 370102198603142015 → 370***********2015; also for credit codes and other papers' numbers. */
export function maskIdNumber(idNumber: string): string {
  return keepEnds(idNumber.trim(), { first: 3, last: 4 });
}

/** LSVDEM600J2010001 → LSV**********0001. */
export function maskVin(vin: string): string {
  return keepEnds(vin.trim(), { first: 3, last: 4 });
}

/** 鲁A7K345 → 鲁A·***45, with one star more for the longer new-energy plates. */
export function maskPlate(plate: string): string {
  const bare = [...normalisePlate(plate)];
  if (bare.length < 5) return stars(bare.length);
  return `${bare.slice(0, 2).join('')}·${stars(bare.length - 4)}${bare.slice(-2).join('')}`;
}
