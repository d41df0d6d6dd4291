import type { Payee } from '../../../upstream/core/contract/claim-parts';

/** Luhn's check digit, which bank cards carry (GB/T 19584 refers to ISO/IEC 7812). */
export function hasCardCheckDigit(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

export type AccountCheck =
  { ok: true; number: string; checked: 'checkDigit' | 'lengthOnly' } | { ok: false; message: string };

const persons: readonly Payee[] = ['insured', 'victim'];

/**
 * What can be said about an account without asking its bank: a person's card has 16–19 digits and a check digit; the
 * account of a garage or a hospital has no public check, so only its length is looked at. Nothing more is claimed.
 */
export function checkAccount(payee: Payee, typed: string): AccountCheck {
  const number = typed.replace(/[\s-]/g, '');
  if (!/^\d+$/.test(number)) return { ok: false, message: '账号只能是数字' };
  if (persons.includes(payee)) {
    if (number.length < 16 || number.length > 19)
      return { ok: false, message: '银行卡的账号是 16 到 19 位数字' };
    if (!hasCardCheckDigit(number)) return { ok: false, message: '账号有一位不对，请对着银行卡再看一遍' };
    return { ok: true, number, checked: 'checkDigit' };
  }
  if (number.length < 8 || number.length > 30) return { ok: false, message: '单位账号是 8 到 30 位数字' };
  return { ok: true, number, checked: 'lengthOnly' };
}

export const maskAccount = (number: string): string => `**** **** **** ${number.slice(-4)}`;

export const checkedWords: Record<'checkDigit' | 'lengthOnly', string> = {
  checkDigit: '账号的校验位对得上。我们没有向银行核对户名，请您自己再看一遍。',
  lengthOnly: '单位账号没有校验位，我们只看了位数。请对着对方给的账号再看一遍。',
};
