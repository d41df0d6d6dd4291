/**
 * The one module that knows what an identifier looks like: mobile numbers, resident IDs, company credit codes,
 * VINs and plates. Both sides use it, so that a person learns of a typing mistake before and after the network alike.
 */

/** Drops spaces, dashes and a leading +86 or 0086; what remains is compared and stored. */
export function normaliseMobile(typed: string): string {
  const bare = typed.replace(/[\s-]/g, '');
  return bare.replace(/^(?:\+86|0086)/, '');
}

/** Eleven digits from 1[3-9]. */
export function isMobile(typed: string): boolean {
  return /^1[3-9]\d{9}$/.test(normaliseMobile(typed));
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK_CHARACTERS = '10X98765432';

/** Trims and raises a lower-case x. */
export function normaliseResidentId(typed: string): string {
  return typed.replace(/\s/g, '').toUpperCase();
}

/** True for a calendar day that exists; 29 February of a common year does not. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Resident ID (居民身份证号, GB 11643-1999): 18 characters, a real date of birth not in the future and the check
 * character. Withdrawn area codes are accepted: people born there keep them.
 */
export function isResidentId(typed: string, now: Date = new Date()): boolean {
  const id = normaliseResidentId(typed);
  if (!/^\d{17}[\dX]$/.test(id)) return false;
  const year = Number(id.slice(6, 10));
  const month = Number(id.slice(10, 12));
  const day = Number(id.slice(12, 14));
  if (year < 1800 || !isCalendarDay(year, month, day) || Date.UTC(year, month - 1, day) > now.getTime())
    return false;
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return ID_CHECK_CHARACTERS[sum % 11] === id[17];
}

const CREDIT_CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Company credit code (统一社会信用代码, GB 32100-2015): 18 characters without I, O, S, V, Z, mod-31 check. */
export function isCreditCode(typed: string): boolean {
  const code = typed.replace(/\s/g, '').toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    sum += CREDIT_CODE_CHARACTERS.indexOf(code.charAt(index)) * (3 ** index % 31);
  }
  return CREDIT_CODE_CHARACTERS.charAt((31 - (sum % 31)) % 31) === code[17];
}

const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const VIN_VALUES = new Map<string, number>(
  [...'ABCDEFGH']
    .map((letter, index): [string, number] => [letter, index + 1])
    .concat([...'JKLMN'].map((letter, index): [string, number] => [letter, index + 1]))
    .concat([
      ['P', 7],
      ['R', 9],
    ])
    .concat([...'STUVWXYZ'].map((letter, index): [string, number] => [letter, index + 2]))
    .concat([...'0123456789'].map((digit): [string, number] => [digit, Number(digit)])),
);

/** The shape of a VIN (车架号): 17 characters without I, O and Q. */
export function isVin(typed: string): boolean {
  return /^[A-HJ-NPR-Z0-9]{17}$/.test(typed.trim().toUpperCase());
}

/** Whether the ninth character is the check digit. Many European cars have none: warn, never refuse. */
export function hasVinCheckDigit(typed: string): boolean {
  const vin = typed.trim().toUpperCase();
  if (!isVin(vin)) return false;
  const sum = [...vin].reduce(
    (total, character, index) => total + (VIN_VALUES.get(character) ?? 0) * (VIN_WEIGHTS[index] ?? 0),
    0,
  );
  return '0123456789X'.charAt(sum % 11) === vin[8];
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const ORDINARY_PLATE = new RegExp(
  `^[${PROVINCES}][A-HJ-Z](?:[A-HJ-NP-Z0-9]{5}|[A-HJ-NP-Z0-9]{4}[挂学警港澳领])$`,
);
/** Small: letter, letter or digit, four digits. Large: five digits and a letter. A–E pure electric, F–K other. */
const NEW_ENERGY_PLATE = new RegExp(`^[${PROVINCES}][A-HJ-Z](?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])$`);

/** Drops spaces, dots and dashes and raises letters: 鲁a·12345 becomes 鲁A12345. */
export function normalisePlate(typed: string): string {
  return typed.replace(/[\s·.•-]/g, '').toUpperCase();
}

export function isNewEnergyPlate(typed: string): boolean {
  return NEW_ENERGY_PLATE.test(normalisePlate(typed));
}

/** Number plate (车牌号, GA 36), ordinary or new-energy. */
export function isPlate(typed: string): boolean {
  const plate = normalisePlate(typed);
  return ORDINARY_PLATE.test(plate) || NEW_ENERGY_PLATE.test(plate);
}

/** How a plate is written for people: 鲁A·12345. */
export function displayPlate(plate: string): string {
  const bare = normalisePlate(plate);
  return `${bare.slice(0, 2)}·${bare.slice(2)}`;
}

/** Names are compared without spaces, in one form of width and of the middle dot (阿卜杜拉·买买提). */
export function normaliseName(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[•‧・･.]/g, '·')
    .toUpperCase();
}
