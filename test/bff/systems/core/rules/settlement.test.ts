import type { AssessmentLine } from '../../../../../bff/upstream/core/contract/claim-parts';
import { settle, type Accident } from '../../../../../bff/systems/core/rules/settlement';

const yuan = (amount: number) => Math.round(amount * 100);
const line = (
  side: 'own' | 'other',
  amount: number,
  kind: AssessmentLine['kind'] = 'part',
): AssessmentLine => ({
  kind,
  side,
  label: '一项',
  quantity: 1,
  amountFen: yuan(amount),
});

const covers = [
  { code: 'vehicleDamage', sumInsuredFen: yuan(100_000), deductiblePercent: 0 },
  { code: 'thirdParty', sumInsuredFen: yuan(1_000_000), deductiblePercent: 0 },
  { code: 'driver', sumInsuredFen: yuan(10_000), deductiblePercent: 0 },
];
const accident: Accident = {
  occurredAt: new Date('2026-11-18T14:05:00+08:00'),
  faultPercent: 100,
  otherVehicle: true,
  compulsory: true,
  covers,
};
const withDeductible = (percent: number) => covers.map((one) => ({ ...one, deductiblePercent: percent }));

interface Expected {
  /** In yuan, as the rest of this table. */
  own: number;
  liability: number;
  mine: number;
}

/** Worked out by hand from the order of the law: both compulsory covers, the fault, the commercial covers. */
test.each<[string, Partial<Accident>, AssessmentLine[], Expected]>([
  [
    'all my fault, their car 5,000: 2,000 compulsory and 3,000 commercial',
    {},
    [line('other', 5_000)],
    { own: 0, liability: 5_000, mine: 0 },
  ],
  [
    'all my fault, their car exactly at the compulsory limit',
    {},
    [line('other', 2_000)],
    { own: 0, liability: 2_000, mine: 0 },
  ],
  [
    'all my fault, my car 4,000: their not-at-fault compulsory pays 100',
    {},
    [line('own', 4_000)],
    { own: 3_900, liability: 0, mine: 0 },
  ],
  [
    'no fault, my car 4,000: their compulsory 2,000, the rest is theirs',
    { faultPercent: 0 },
    [line('own', 4_000)],
    { own: 0, liability: 0, mine: 0 },
  ],
  [
    'no fault, their car 4,000: my not-at-fault compulsory pays 100',
    { faultPercent: 0 },
    [line('other', 4_000)],
    { own: 0, liability: 100, mine: 0 },
  ],
  [
    'both at fault, half each: my car 6,000',
    { faultPercent: 50 },
    [line('own', 6_000)],
    { own: 2_000, liability: 0, mine: 0 },
  ],
  [
    'both at fault, half each: their car 6,000',
    { faultPercent: 50 },
    [line('other', 6_000)],
    { own: 0, liability: 4_000, mine: 0 },
  ],
  [
    'both at fault, 70 to 30, both cars',
    { faultPercent: 70 },
    [line('own', 4_000), line('other', 3_000)],
    { own: 1_400, liability: 2_700, mine: 0 },
  ],
  [
    'both at fault, 30 to 70, both cars',
    { faultPercent: 30 },
    [line('own', 12_000), line('other', 12_000)],
    { own: 3_000, liability: 5_000, mine: 0 },
  ],
  [
    'their injury 30,000: 18,000 compulsory, the rest commercial',
    {},
    [line('other', 30_000, 'medical')],
    { own: 0, liability: 30_000, mine: 0 },
  ],
  [
    'their injury and car: two limits of their own',
    {},
    [line('other', 20_000, 'medical'), line('other', 3_000)],
    { own: 0, liability: 23_000, mine: 0 },
  ],
  [
    'no fault, their injury: 1,800',
    { faultPercent: 0 },
    [line('other', 5_000, 'medical')],
    { own: 0, liability: 1_800, mine: 0 },
  ],
  [
    'before September 2020: 10,000 for injury',
    { occurredAt: new Date('2020-09-18T23:59:59+08:00'), covers: [] },
    [line('other', 30_000, 'medical')],
    { own: 0, liability: 10_000, mine: 20_000 },
  ],
  [
    'from its midnight on: 18,000',
    { occurredAt: new Date('2020-09-19T00:00:00+08:00'), covers: [] },
    [line('other', 30_000, 'medical')],
    { own: 0, liability: 18_000, mine: 12_000 },
  ],
  [
    'above the sum of 三者险: the rest is mine',
    { covers: [{ code: 'thirdParty', sumInsuredFen: yuan(100_000), deductiblePercent: 0 }] },
    [line('other', 152_000)],
    { own: 0, liability: 102_000, mine: 50_000 },
  ],
  [
    'exactly at the sum of 三者险',
    { covers: [{ code: 'thirdParty', sumInsuredFen: yuan(100_000), deductiblePercent: 0 }] },
    [line('other', 102_000)],
    { own: 0, liability: 102_000, mine: 0 },
  ],
  [
    'without 三者险 only the compulsory cover pays',
    { covers: [] },
    [line('other', 5_000)],
    { own: 0, liability: 2_000, mine: 3_000 },
  ],
  [
    'without 交强险 its part stays with whoever did not buy it',
    { compulsory: false },
    [line('other', 5_000)],
    { own: 0, liability: 3_000, mine: 2_000 },
  ],
  [
    'a deductible of 10 % on the liability',
    { covers: withDeductible(10) },
    [line('other', 12_000)],
    { own: 0, liability: 11_000, mine: 1_000 },
  ],
  [
    'a deductible of 10 % on the own car',
    { covers: withDeductible(10) },
    [line('own', 10_100)],
    { own: 9_000, liability: 0, mine: 1_000 },
  ],
  [
    'a deductible is taken off what is within the sum',
    { covers: [{ code: 'vehicleDamage', sumInsuredFen: yuan(50_000), deductiblePercent: 20 }] },
    // The sum of 50,000, less the 100 of their compulsory cover: 49,900 × 80 % = 39,920. Mine: 60,000 − 39,920.
    [line('own', 60_100)],
    { own: 39_920, liability: 0, mine: 20_080 },
  ],
  [
    'what the other side pays comes off the sum of 车损险, not off the repair',
    {
      faultPercent: 50,
      covers: [{ code: 'vehicleDamage', sumInsuredFen: yuan(50_000), deductiblePercent: 0 }],
    },
    // Theirs: 2,000 + (62,000 − 2,000) × 50 % = 32,000. Ours: 50,000 − 32,000 = 18,000. Mine: 30,000 − 18,000.
    [line('own', 62_000)],
    { own: 18_000, liability: 0, mine: 12_000 },
  ],
  [
    'no fault: the other side pays more than the sum, and 车损险 has nothing to add',
    {
      faultPercent: 0,
      covers: [{ code: 'vehicleDamage', sumInsuredFen: yuan(50_000), deductiblePercent: 0 }],
    },
    [line('own', 62_000)],
    { own: 0, liability: 0, mine: 0 },
  ],
  [
    'single car: all of it is one’s own and no other cover takes part',
    { otherVehicle: false },
    [line('own', 8_000)],
    { own: 8_000, liability: 0, mine: 0 },
  ],
  [
    'single car without 车损险',
    { otherVehicle: false, covers: [] },
    [line('own', 8_000)],
    { own: 0, liability: 0, mine: 8_000 },
  ],
  [
    'single car and a guard rail',
    { otherVehicle: false },
    [line('own', 3_000), line('other', 6_000, 'property')],
    { own: 3_000, liability: 6_000, mine: 0 },
  ],
  [
    'own driver hurt, above the sum of the seat',
    { otherVehicle: false },
    [line('own', 12_000, 'medical')],
    { own: 10_000, liability: 0, mine: 2_000 },
  ],
  [
    'a new-energy car has covers of its own',
    { covers: [{ code: 'evThirdParty', sumInsuredFen: yuan(500_000), deductiblePercent: 0 }] },
    [line('other', 5_000)],
    { own: 0, liability: 5_000, mine: 0 },
  ],
  [
    'parts of a fen stay with whoever bears the rest',
    { faultPercent: 30 },
    [line('own', 2_000.33)],
    { own: 0.09, liability: 0, mine: 0 },
  ],
])('%s', (_what, change, lines, expected) => {
  const result = settle(lines, { ...accident, ...change });
  expect({
    own: result.ownDamageFen,
    liability: result.liabilityFen,
    mine: result.ownFen,
  }).toEqual({
    own: yuan(expected.own),
    liability: yuan(expected.liability),
    mine: yuan(expected.mine),
  });
});

test('the shares of each side add up to its loss, to the fen, whatever happened', () => {
  for (const faultPercent of [0, 30, 50, 70, 100]) {
    for (const otherVehicle of [true, false]) {
      for (const deductible of [0, 5, 20]) {
        const lines = [
          line('own', 123_456.78),
          line('own', 9_999.99, 'medical'),
          line('other', 2_345_678.91),
          line('other', 33_333.33, 'medical'),
        ];
        const { shares, totalFen } = settle(lines, {
          ...accident,
          faultPercent,
          otherVehicle,
          covers: withDeductible(deductible),
        });
        for (const side of ['own', 'other'] as const) {
          const loss = lines.filter((one) => one.side === side).reduce((sum, one) => sum + one.amountFen, 0);
          const shared = shares
            .filter((one) => one.side === side)
            .reduce((sum, one) => sum + one.amountFen, 0);
          expect(shared).toBe(loss);
        }
        expect(shares.reduce((sum, one) => sum + one.amountFen, 0)).toBe(totalFen);
        expect(shares.every(({ amountFen }) => amountFen > 0 && Number.isInteger(amountFen))).toBe(true);
      }
    }
  }
});
