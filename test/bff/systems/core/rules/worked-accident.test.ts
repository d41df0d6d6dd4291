import fc from 'fast-check';
import { settle } from '../../../../../bff/systems/core/rules/settlement';
import {
  faultPercents,
  workOut,
  type Accident,
  type CoverHeld,
  type Fault,
} from '../../../../../bff/systems/core/rules/worked-accident';

const YUAN = 100;
const cover = (code: string, sumYuan: number | null, deductiblePercent = 0): CoverHeld => ({
  code,
  sumInsuredFen: sumYuan === null ? null : sumYuan * YUAN,
  deductiblePercent,
});

/** The policies of the table. */
const sold = {
  full: [cover('thirdParty', 2_000_000), cover('vehicleDamage', 68_600), cover('driver', 10_000)],
  deductible5: [
    cover('thirdParty', 1_000_000, 5),
    cover('vehicleDamage', 76_200, 5),
    cover('driver', 10_000),
  ],
  low: [cover('thirdParty', 100_000)],
  low20: [cover('thirdParty', 100_000, 20)],
  holiday: [cover('thirdParty', 100_000), cover('holidayDouble', null)],
  outside: [cover('thirdParty', 2_000_000), cover('medicalOutsideList', 50_000)],
  electric: [cover('evThirdParty', 3_000_000), cover('evVehicleDamage', 128_600), cover('evDriver', 20_000)],
  compulsoryOnly: [],
} satisfies Record<string, CoverHeld[]>;

const nothing: Accident = {
  occurredAt: new Date('2026-11-22T12:00:00+08:00'),
  fault: 'full',
  holiday: false,
  withOtherCar: true,
  otherCarFen: 0,
  otherMedicalFen: 0,
  outsideListFen: 0,
  otherInjuryFen: 0,
  ownCarFen: 0,
  driverMedicalFen: 0,
};

/** Amounts of the table are yuan, so that a person can check them by hand. */
interface Told {
  fault?: Fault;
  on?: string;
  holiday?: true;
  alone?: true;
  car?: number;
  medical?: number;
  outside?: number;
  injury?: number;
  ownCar?: number;
  driver?: number;
}

const fenOf = (yuan = 0) => Math.round(yuan * YUAN);

const accidentOf = (told: Told): Accident => ({
  ...nothing,
  fault: told.fault ?? 'full',
  occurredAt: new Date(`${told.on ?? '2026-11-22'}T12:00:00+08:00`),
  holiday: told.holiday ?? false,
  withOtherCar: !told.alone,
  otherCarFen: fenOf(told.car),
  otherMedicalFen: fenOf(told.medical),
  outsideListFen: fenOf(told.outside),
  otherInjuryFen: fenOf(told.injury),
  ownCarFen: fenOf(told.ownCar),
  driverMedicalFen: fenOf(told.driver),
});

type Paid = Partial<Record<ReturnType<typeof workOut>['lines'][number]['payer'], number>>;

function paidBy(told: Told, covers: readonly CoverHeld[]): Paid {
  const paid: Record<string, number> = {};
  for (const { payer, amountFen } of workOut(accidentOf(told), covers).lines) {
    paid[payer] = ((paid[payer] ?? 0) * YUAN + amountFen) / YUAN;
  }
  return paid;
}

type Case = [string, Told, keyof typeof sold, Paid];

const onOthersCar: Case[] = [
  // 2,000 is the compulsory limit for property; 5,000 − 2,000 = 3,000 is within 2,000,000.
  ['撞坏 5,000', { car: 5_000 }, 'full', { compulsory: 2_000, thirdParty: 3_000 }],
  // 80,000 − 2,000.
  ['撞坏 80,000', { car: 80_000 }, 'full', { compulsory: 2_000, thirdParty: 78_000 }],
  // 350,000 − 2,000.
  ['撞坏 350,000', { car: 350_000 }, 'full', { compulsory: 2_000, thirdParty: 348_000 }],
  // Below the compulsory limit nothing is left for another cover.
  ['撞坏 1,500', { car: 1_500 }, 'full', { compulsory: 1_500 }],
  // Exactly the limit.
  ['撞坏 2,000', { car: 2_000 }, 'full', { compulsory: 2_000 }],
  // One fen above it.
  ['撞坏 2,000.01', { car: 2_000.01 }, 'full', { compulsory: 2_000, thirdParty: 0.01 }],
  // 2,002,000 − 2,000 = 2,000,000 is exactly the sum.
  ['正好到最高赔付', { car: 2_002_000 }, 'full', { compulsory: 2_000, thirdParty: 2_000_000 }],
  // One fen above the sum is the customer's.
  ['超过一分钱', { car: 2_002_000.01 }, 'full', { compulsory: 2_000, thirdParty: 2_000_000, own: 0.01 }],
  // 348,000 are left, 100,000 are insured, 248,000 are not.
  ['保额不够', { car: 350_000 }, 'low', { compulsory: 2_000, thirdParty: 100_000, own: 248_000 }],
  // Nobody pays the 3,000 above the compulsory limit.
  ['只有交强险', { car: 5_000 }, 'compulsoryOnly', { compulsory: 2_000, own: 3_000 }],
  // 3,000 × 95 % = 2,850; 150 are the agreed own share.
  ['免 5%', { car: 5_000 }, 'deductible5', { compulsory: 2_000, thirdParty: 2_850, own: 150 }],
  // 78,000 × 95 % = 74,100.
  ['免 5%，80,000', { car: 80_000 }, 'deductible5', { compulsory: 2_000, thirdParty: 74_100, own: 3_900 }],
  // 1,200,000 are left; the sum caps them at 1,000,000, then 5 % come off: 950,000. Own: 200,000 + 50,000.
  [
    '先封顶再扣免赔',
    { car: 1_202_000 },
    'deductible5',
    { compulsory: 2_000, thirdParty: 950_000, own: 250_000 },
  ],
  // 100,000 are left, just the sum; 20 % come off.
  ['免 20%', { car: 102_000 }, 'low20', { compulsory: 2_000, thirdParty: 80_000, own: 20_000 }],
  // A new-energy car has its own cover with 3,000,000: 2,998,000 + 2,000.
  ['新能源', { car: 3_000_000 }, 'electric', { compulsory: 2_000, thirdParty: 2_998_000 }],
];

const shares: Case[] = [
  // The compulsory cover pays before the fault is divided: (80,000 − 2,000) × 70 % = 54,600; 30 % = 23,400.
  [
    '主要责任',
    { fault: 'main', car: 80_000 },
    'full',
    { compulsory: 2_000, thirdParty: 54_600, otherSide: 23_400 },
  ],
  // 78,000 × 50 %.
  [
    '同等责任',
    { fault: 'equal', car: 80_000 },
    'full',
    { compulsory: 2_000, thirdParty: 39_000, otherSide: 39_000 },
  ],
  // 78,000 × 30 %; even a minor share opens the whole compulsory limit.
  [
    '次要责任',
    { fault: 'minor', car: 80_000 },
    'full',
    { compulsory: 2_000, thirdParty: 23_400, otherSide: 54_600 },
  ],
  // Not at fault: the compulsory cover pays 100, the rest is the other side's.
  ['没有责任', { fault: 'none', car: 80_000 }, 'full', { compulsory: 100, otherSide: 79_900 }],
  // Just the limit of who is not at fault.
  ['没有责任，100', { fault: 'none', car: 100 }, 'full', { compulsory: 100 }],
  // Up to 2,000 nothing is divided.
  ['同等责任，2,000', { fault: 'equal', car: 2_000 }, 'full', { compulsory: 2_000 }],
  // 54,600 × 95 % = 51,870; own 2,730.
  [
    '主要责任，免 5%',
    { fault: 'main', car: 80_000 },
    'deductible5',
    { compulsory: 2_000, thirdParty: 51_870, own: 2_730, otherSide: 23_400 },
  ],
  // 348,000 × 70 % = 243,600 are owed, 100,000 insured: own 143,600. The other side bears 104,400.
  [
    '主要责任，保额不够',
    { fault: 'main', car: 350_000 },
    'low',
    { compulsory: 2_000, thirdParty: 100_000, own: 143_600, otherSide: 104_400 },
  ],
  // 3,000 × 50 % = 1,500, and no cover for it.
  [
    '同等责任，只有交强险',
    { fault: 'equal', car: 5_000 },
    'compulsoryOnly',
    { compulsory: 2_000, own: 1_500, otherSide: 1_500 },
  ],
  // 18,000.03 × 30 % = 5,400.009: the part of a fen stays with the other side.
  [
    '一分钱的零头',
    { fault: 'minor', car: 20_000.03 },
    'full',
    { compulsory: 2_000, thirdParty: 5_400, otherSide: 12_600.03 },
  ],
];

const injuries: Case[] = [
  // 18,000 is the compulsory limit for treatment.
  ['医药费 10,000', { medical: 10_000 }, 'full', { compulsory: 10_000 }],
  // 30,000 − 18,000.
  ['医药费 30,000', { medical: 30_000 }, 'full', { compulsory: 18_000, thirdParty: 12_000 }],
  // 12,000 × 50 %.
  [
    '医药费，同等责任',
    { fault: 'equal', medical: 30_000 },
    'full',
    { compulsory: 18_000, thirdParty: 6_000, otherSide: 6_000 },
  ],
  // Not at fault: 1,800.
  ['医药费，没有责任', { fault: 'none', medical: 30_000 }, 'full', { compulsory: 1_800, otherSide: 28_200 }],
  // Each item has its own limit: 2,000 + 18,000; left are 3,000 + 12,000.
  ['车和人', { car: 5_000, medical: 30_000 }, 'full', { compulsory: 20_000, thirdParty: 15_000 }],
  // What is left of the medical limit does not help the car: 2,000 + 1,000; left are 28,000.
  ['限额不能互相借', { car: 30_000, medical: 1_000 }, 'full', { compulsory: 3_000, thirdParty: 28_000 }],
  // Outside the list neither compulsory nor third-party cover pays, the additional one does.
  ['医保外用药', { outside: 8_000 }, 'outside', { medicalOutsideList: 8_000 }],
  // Without it the customer pays.
  ['医保外用药，没买', { outside: 8_000 }, 'full', { own: 8_000 }],
  // 60,000 against a sum of 50,000.
  ['医保外用药，超过', { outside: 60_000 }, 'outside', { medicalOutsideList: 50_000, own: 10_000 }],
  // 8,000 × 50 %.
  [
    '医保外用药，同等责任',
    { fault: 'equal', outside: 8_000 },
    'outside',
    { medicalOutsideList: 4_000, otherSide: 4_000 },
  ],
  // 180,000 is the compulsory limit for disability and death.
  ['伤残 150,000', { injury: 150_000 }, 'full', { compulsory: 150_000 }],
  // 500,000 − 180,000.
  ['伤残 500,000', { injury: 500_000 }, 'full', { compulsory: 180_000, thirdParty: 320_000 }],
  // 320,000 × 70 % = 224,000 owed, 100,000 insured, 124,000 own; 96,000 are the other side's.
  [
    '伤残，主要责任，保额不够',
    { fault: 'main', injury: 500_000 },
    'low',
    { compulsory: 180_000, thirdParty: 100_000, own: 124_000, otherSide: 96_000 },
  ],
  // Not at fault: 18,000.
  ['伤残，没有责任', { fault: 'none', injury: 500_000 }, 'full', { compulsory: 18_000, otherSide: 482_000 }],
  // 2,000 + 18,000 + 180,000; left 20,000 + 10,000 + 100,000 = 130,000 × 95 % = 123,500.
  [
    '三项都有，免 5%',
    { car: 22_000, medical: 28_000, injury: 280_000 },
    'deductible5',
    { compulsory: 200_000, thirdParty: 123_500, own: 6_500 },
  ],
];

const before2020: Case[] = [
  // The limit for disability was 110,000 to the end of 18 September 2020.
  [
    '伤残，旧限额',
    { on: '2020-09-18', injury: 150_000 },
    'full',
    { compulsory: 110_000, thirdParty: 40_000 },
  ],
  // One day later 180,000 cover it all.
  ['伤残，新限额第一天', { on: '2020-09-19', injury: 150_000 }, 'full', { compulsory: 150_000 }],
  // Treatment: 10,000.
  [
    '医药费，旧限额',
    { on: '2020-09-18', medical: 30_000 },
    'full',
    { compulsory: 10_000, thirdParty: 20_000 },
  ],
  // Treatment, not at fault: 1,000.
  [
    '医药费，旧限额，没有责任',
    { on: '2020-09-18', fault: 'none', medical: 30_000 },
    'full',
    { compulsory: 1_000, otherSide: 29_000 },
  ],
  // Disability, not at fault: 11,000.
  [
    '伤残，旧限额，没有责任',
    { on: '2020-09-18', fault: 'none', injury: 500_000 },
    'full',
    { compulsory: 11_000, otherSide: 489_000 },
  ],
  // Property has not changed: 100 not at fault, 2,000 at fault.
  [
    '财产，没有责任，没变',
    { on: '2020-09-18', fault: 'none', car: 80_000 },
    'full',
    { compulsory: 100, otherSide: 79_900 },
  ],
  ['财产，没变', { on: '2020-09-18', car: 5_000 }, 'full', { compulsory: 2_000, thirdParty: 3_000 }],
];

const holidays: Case[] = [
  // 250,000 are left; 100,000 × 2 are insured.
  [
    '节假日翻倍',
    { holiday: true, car: 252_000 },
    'holiday',
    { compulsory: 2_000, thirdParty: 200_000, own: 50_000 },
  ],
  // On a working day the cover does nothing.
  ['平时不翻倍', { car: 252_000 }, 'holiday', { compulsory: 2_000, thirdParty: 100_000, own: 150_000 }],
  // A holiday alone doubles nothing.
  [
    '没买翻倍',
    { holiday: true, car: 252_000 },
    'low',
    { compulsory: 2_000, thirdParty: 100_000, own: 150_000 },
  ],
];

const ownLosses: Case[] = [
  // Alone against a rail: the own cover from the first yuan on.
  ['单方，修车 6,000', { alone: true, ownCar: 6_000 }, 'full', { vehicleDamage: 6_000 }],
  // 80,000 against a sum of 68,600.
  ['单方，超过车价', { alone: true, ownCar: 80_000 }, 'full', { vehicleDamage: 68_600, own: 11_400 }],
  // 6,000 × 95 %.
  ['单方，免 5%', { alone: true, ownCar: 6_000 }, 'deductible5', { vehicleDamage: 5_700, own: 300 }],
  // A total loss: the sum of 68,600, less what the other side pays: 2,000 + (100,000 − 2,000) × 50 % = 51,000. 68,600 − 51,000 = 17,600.
  // Own: 49,000 − 17,600.
  [
    '同等责任，超过车价',
    { fault: 'equal', ownCar: 100_000 },
    'full',
    { otherCompulsory: 2_000, vehicleDamage: 17_600, own: 31_400, otherSide: 49_000 },
  ],
  // 68,600 − 100 of the other's compulsory cover.
  [
    '全责，超过车价',
    { ownCar: 80_000 },
    'full',
    { otherCompulsory: 100, vehicleDamage: 68_500, own: 11_400 },
  ],
  // 76,200 − (2,000 + 98,000 × 30 % = 31,400) = 44,800 × 95 % = 42,560; own: 68,600 − 42,560.
  [
    '主要责任，超过车价，免 5%',
    { fault: 'main', ownCar: 100_000 },
    'deductible5',
    { otherCompulsory: 2_000, vehicleDamage: 42_560, own: 26_040, otherSide: 29_400 },
  ],
  // No cover for the own car.
  ['单方，没买车损', { alone: true, ownCar: 6_000 }, 'low', { own: 6_000 }],
  // Alone the share of the fault is the whole, whatever was chosen before.
  ['单方就是全责', { alone: true, fault: 'none', ownCar: 6_000 }, 'full', { vehicleDamage: 6_000 }],
  // The other driver is not at fault: its compulsory cover pays 100.
  ['全责，两车', { ownCar: 6_000 }, 'full', { otherCompulsory: 100, vehicleDamage: 5_900 }],
  // The other bears 30 %, so its limit is 2,000; (12,000 − 2,000) × 70 % = 7,000; 3,000 are the other's.
  [
    '主要责任，两车',
    { fault: 'main', ownCar: 12_000 },
    'full',
    { otherCompulsory: 2_000, vehicleDamage: 7_000, otherSide: 3_000 },
  ],
  // Not at fault: nothing is the own cover's.
  [
    '没有责任，两车',
    { fault: 'none', ownCar: 12_000 },
    'full',
    { otherCompulsory: 2_000, otherSide: 10_000 },
  ],
  // 10,000 × 50 % = 5,000 × 95 % = 4,750.
  [
    '同等责任，免 5%',
    { fault: 'equal', ownCar: 12_000 },
    'deductible5',
    { otherCompulsory: 2_000, vehicleDamage: 4_750, own: 250, otherSide: 5_000 },
  ],
  // 12,000 against 10,000.
  ['司机受伤，单方', { alone: true, driver: 12_000 }, 'full', { occupants: 10_000, own: 2_000 }],
  // The other's compulsory cover pays 18,000; 12,000 × 50 %.
  [
    '司机受伤，同等责任',
    { fault: 'equal', driver: 30_000 },
    'full',
    { otherCompulsory: 18_000, occupants: 6_000, otherSide: 6_000 },
  ],
  // The other side's limit was 10,000 then.
  [
    '司机受伤，旧限额',
    { on: '2020-09-18', fault: 'none', driver: 15_000 },
    'full',
    { otherCompulsory: 10_000, otherSide: 5_000 },
  ],
  // Theirs: 2,000 + 3,000 × 70 % = 2,100, 900 theirs. Ours: 2,000 from them, 4,000 × 70 % = 2,800, 1,200 theirs.
  [
    '两边都坏了，主要责任',
    { fault: 'main', car: 5_000, ownCar: 6_000 },
    'full',
    { compulsory: 2_000, thirdParty: 2_100, otherCompulsory: 2_000, vehicleDamage: 2_800, otherSide: 2_100 },
  ],
];

const table = [...onOthersCar, ...shares, ...injuries, ...before2020, ...holidays, ...ownLosses];

test('the table is long enough to mean something', () => expect(table.length).toBeGreaterThanOrEqual(60));

test.each(table)('%s', (_name, told, policy, paid) => expect(paidBy(told, sold[policy])).toEqual(paid));

test('each line says why', () => {
  const { lines } = workOut(accidentOf({ fault: 'main', car: 1_802_000 }), sold.deductible5);
  expect(lines.map(({ why }) => why)).toEqual([
    '交强险先赔对方的车和物，有责任时最多 ¥2,000.00。',
    '第三者责任险接着赔，最多 ¥1,000,000.00。',
    '保单约定每次您自己承担 5%。',
    '超过 ¥1,000,000.00 的部分由您自己出。',
    '您的责任是 70%，交强险赔过之后，其余的由对方承担。',
  ]);
});

const money = fc.integer({ min: 0, max: 400_000_000 });
const anyAccident = fc.record({
  fault: fc.constantFrom<Fault>('full', 'main', 'equal', 'minor', 'none'),
  withOtherCar: fc.boolean(),
  holiday: fc.boolean(),
  otherCarFen: money,
  otherMedicalFen: money,
  outsideListFen: money,
  otherInjuryFen: money,
  ownCarFen: money,
  driverMedicalFen: money,
});
const anyCovers = fc.constantFrom(...Object.values<CoverHeld[]>(sold));

test('the lines of each side add up to its loss to the fen', () =>
  fc.assert(
    fc.property(anyAccident, anyCovers, (told, covers) => {
      const { lines, totalFen } = workOut({ ...nothing, ...told }, covers);
      const sideFen = (side: string) =>
        lines.filter((line) => line.side === side).reduce((sum, { amountFen }) => sum + amountFen, 0);
      const { otherCarFen, otherMedicalFen, outsideListFen, otherInjuryFen } = told;
      expect(sideFen('other')).toBe(otherCarFen + otherMedicalFen + outsideListFen + otherInjuryFen);
      expect(sideFen('own')).toBe(told.ownCarFen + told.driverMedicalFen);
      expect(totalFen).toBe(sideFen('other') + sideFen('own'));
    }),
  ));

test('what is promised here is what a real claim is settled at', () =>
  fc.assert(
    fc.property(anyAccident, anyCovers, (told, covers) => {
      // A settlement knows car and treatment; alone there is no other side that could be paid.
      const accident = { ...nothing, ...told, outsideListFen: 0, otherInjuryFen: 0, holiday: false };
      if (!accident.withOtherCar) Object.assign(accident, { otherCarFen: 0, otherMedicalFen: 0 });
      const item = (side: 'own' | 'other', kind: 'part' | 'medical', amountFen: number) => ({
        side,
        kind,
        amountFen,
        quantity: 1,
        label: '',
      });
      const settled = settle(
        [
          item('other', 'part', accident.otherCarFen),
          item('other', 'medical', accident.otherMedicalFen),
          item('own', 'part', accident.ownCarFen),
          item('own', 'medical', accident.driverMedicalFen),
        ],
        {
          occurredAt: accident.occurredAt,
          faultPercent: accident.withOtherCar ? faultPercents[accident.fault] : 100,
          otherVehicle: accident.withOtherCar,
          compulsory: true,
          covers,
        },
      );
      const worked = workOut(accident, covers);
      expect(worked.ownFen).toBe(settled.ownFen);
      expect(worked.paidFen).toBe(settled.ownDamageFen + settled.liabilityFen);
    }),
  ));
