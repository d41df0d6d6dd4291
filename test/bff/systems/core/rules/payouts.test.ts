import type { Payee } from '../../../../../bff/upstream/core/contract/claim-parts';
import {
  checkAccount,
  hasCardCheckDigit,
  maskAccount,
} from '../../../../../bff/systems/core/rules/bank-account';
import { payeesOf, type PayoutSituation } from '../../../../../bff/systems/core/rules/payees';

const allowed = (situation: PayoutSituation) =>
  payeesOf(situation)
    .filter((one) => one.allowed)
    .map(({ payee }) => payee);

/** 保险法 65: money for damage to others reaches the insured only after the others were paid. */
test.each<[string, PayoutSituation, Payee[]]>([
  ['own damage', { purpose: 'ownDamage', injured: false, thirdPartyPaid: false }, ['insured', 'garage']],
  [
    'own damage, somebody hurt',
    { purpose: 'ownDamage', injured: true, thirdPartyPaid: false },
    ['insured', 'garage', 'hospital'],
  ],
  [
    'damage to others',
    { purpose: 'thirdPartyLiability', injured: false, thirdPartyPaid: false },
    ['victim', 'garage'],
  ],
  [
    'damage to others, somebody hurt',
    { purpose: 'thirdPartyLiability', injured: true, thirdPartyPaid: false },
    ['victim', 'garage', 'hospital'],
  ],
  [
    'damage to others whom the insured has paid',
    { purpose: 'thirdPartyLiability', injured: false, thirdPartyPaid: true },
    ['victim', 'garage', 'insured'],
  ],
])('who may be paid: %s', (_what, situation, payees) => {
  expect(allowed(situation)).toEqual(payees);
  const refused = payeesOf(situation).filter((one) => !one.allowed);
  for (const one of refused) expect(one.reason).toMatch(/先给对方.*收条/);
});

test.each<[string, Payee, string, boolean]>([
  ['a card of 19 digits with its check digit', 'insured', '6222020000000000125', true],
  ['the test number of ISO/IEC 7812', 'insured', '4111111111111111', true],
  ['with blanks and hyphens, as people type it', 'victim', '4111 1111-1111 1111', true],
  ['one digit wrong', 'insured', '4111111111111112', false],
  ['two digits swapped', 'insured', '5105105105105010', false],
  ['15 digits', 'insured', '378282246310005', false],
  ['20 digits', 'insured', '41111111111111111111', false],
  ['letters', 'insured', '4111111111111l11', false],
  ['digits of another script', 'insured', '４１１１１１１１１１１１１１１１', false],
  ['nothing', 'insured', '', false],
  ['a garage’s account has no check digit', 'garage', '4111111111111112', true],
  ['a garage’s account of 8 digits', 'garage', '12345678', true],
  ['of 7', 'garage', '1234567', false],
  ['of 30', 'hospital', '1'.repeat(30), true],
  ['of 31', 'hospital', '1'.repeat(31), false],
])('an account, %s', (_what, payee, typed, ok) => {
  const checked = checkAccount(payee, typed);
  expect(checked.ok).toBe(ok);
  if (!checked.ok) expect(checked.message).not.toBe('');
});

test('only one of ten last digits fits a card', () => {
  const fitting = Array.from({ length: 10 }, (_, digit) => `62220200000000001${String(digit)}`).filter(
    hasCardCheckDigit,
  );
  expect(fitting).toHaveLength(1);
});

test('an account is shown by its last four digits', () => {
  expect(maskAccount('4111111111111111')).toBe('**** **** **** 1111');
});
