import { occasionsOf } from '../../../../bff/features/policies/policy-awards';
import type { CorePolicySummary } from '../../../../bff/upstream/core/contract/policies';

const now = new Date('2026-11-22T12:00:00+08:00');
const inForce: CorePolicySummary = {
  id: 'pol_1',
  policyNo: 'DEMO-1',
  myRoles: ['policyholder', 'insured'],
  product: 'commercial',
  productName: '机动车商业保险',
  status: 'active',
  startsAt: '2026-03-01T00:00:00+08:00',
  endsAt: '2027-03-01T00:00:00+08:00',
  vehicle: { plate: '鲁A7K315', model: '', newEnergy: false },
  premiumFen: 100_00,
  claimCount: 0,
};
const over: Partial<CorePolicySummary> = {
  status: 'expired',
  startsAt: '2025-03-01T00:00:00+08:00',
  endsAt: '2026-03-01T00:00:00+08:00',
};
const rulesOf = (part: Partial<CorePolicySummary>) =>
  occasionsOf('mem_1', { ...inForce, ...part }, now).map(({ rule }) => rule);

describe('what a policy is thanked for', () => {
  test.each<[string, Partial<CorePolicySummary>, string[]]>([
    ['one in force', {}, ['policyStart']],
    ['one that begins at this very moment', { startsAt: '2026-11-22T12:00:00+08:00' }, ['policyStart']],
    ['one that has not begun', { status: 'pending', startsAt: '2026-11-22T12:00:01+08:00' }, []],
    ['one that was cancelled', { status: 'cancelled' }, []],
    ['one that somebody else pays for', { myRoles: ['insured', 'owner'] }, []],
    ['a year without a report', over, ['policyStart', 'noClaimYear']],
    ['a month without a report', { ...over, endsAt: '2025-04-01T00:00:00+08:00' }, ['policyStart']],
    ['a year but for a day', { ...over, endsAt: '2026-02-28T00:00:00+08:00' }, ['policyStart']],
    [
      'a year over a leap day',
      { ...over, startsAt: '2024-03-01T00:00:00+08:00', endsAt: '2025-03-01T00:00:00+08:00' },
      ['policyStart', 'noClaimYear'],
    ],
    [
      'a year that core tells in UTC',
      { ...over, startsAt: '2024-02-29T16:00:00Z', endsAt: '2025-02-28T16:00:00Z' },
      ['policyStart', 'noClaimYear'],
    ],
    ['a year with a report', { ...over, claimCount: 1 }, ['policyStart']],
    ['a year of which core does not say', { ...over, claimCount: undefined }, ['policyStart']],
  ])('%s', (_, part, rules) => expect(rulesOf(part)).toEqual(rules));

  test('is named by the policy, and has happened when core says so', () => {
    expect(occasionsOf('mem_1', { ...inForce, ...over }, now)).toEqual([
      { memberId: 'mem_1', rule: 'policyStart', occasion: 'pol_1', happenedAt: over.startsAt },
      { memberId: 'mem_1', rule: 'noClaimYear', occasion: 'pol_1', happenedAt: over.endsAt },
    ]);
  });
});
