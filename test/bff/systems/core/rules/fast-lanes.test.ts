import type { ClaimStatus } from '../../../../../bff/systems/core/rules/claim-stages';
import {
  lanesAt,
  mutualSelfRepair,
  smallQuick,
  type KnownFacts,
} from '../../../../../bff/systems/core/rules/fast-lanes';

const LIMIT_FEN = 10_000_00;
const all: KnownFacts = {
  vehicles: 2,
  injured: false,
  ownHasCompulsory: true,
  otherHasCompulsory: true,
  outsideProperty: false,
  ownLossFen: 2_000_00,
  otherLossFen: 2_000_00,
  faultPercent: 50,
  agreed: true,
};

const metOf = (lane: { conditions: { code: string; met: boolean | null }[] }, code: string) =>
  lane.conditions.find((one) => one.code === code)?.met;

test('互碰自赔 is open when all four of its conditions are met, at the limit too', () => {
  const lane = mutualSelfRepair(all);
  expect(lane.state).toBe('open');
  expect(lane.conditions.map(({ code, met }) => [code, met])).toEqual([
    ['bothCompulsory', true],
    ['damageOnlySmall', true],
    ['faultShared', true],
    ['allAgree', true],
  ]);
});

test.each<[string, Partial<KnownFacts>, string, boolean | null]>([
  ['only one car', { vehicles: 1 }, 'bothCompulsory', false],
  ['the own car has no 交强险', { ownHasCompulsory: false }, 'bothCompulsory', false],
  ['the other car has none', { otherHasCompulsory: false }, 'bothCompulsory', false],
  ['nobody knows about the other car', { otherHasCompulsory: null }, 'bothCompulsory', null],
  ['the own loss is a fen too much', { ownLossFen: 2_000_01 }, 'damageOnlySmall', false],
  ['the other loss is a fen too much', { otherLossFen: 2_000_01 }, 'damageOnlySmall', false],
  ['the own loss is not known', { ownLossFen: null }, 'damageOnlySmall', null],
  [
    'too much on one side decides before the other is known',
    { ownLossFen: null, otherLossFen: 2_000_01 },
    'damageOnlySmall',
    false,
  ],
  ['somebody is hurt', { injured: true }, 'damageOnlySmall', false],
  ['something else was hit', { outsideProperty: true }, 'damageOnlySmall', false],
  ['nobody knows whether something else was hit', { outsideProperty: null }, 'damageOnlySmall', null],
  ['all the fault is the own', { faultPercent: 100 }, 'faultShared', false],
  ['all the fault is the other’s', { faultPercent: 0 }, 'faultShared', false],
  ['the fault is not decided', { faultPercent: null }, 'faultShared', null],
  ['somebody does not agree', { agreed: false }, 'allAgree', false],
  ['nobody was asked', { agreed: null }, 'allAgree', null],
])('互碰自赔, %s', (_why, facts, code, met) => {
  const lane = mutualSelfRepair({ ...all, ...facts });
  expect(metOf(lane, code)).toBe(met);
  expect(lane.state).toBe(met === null ? 'undecided' : 'closed');
  const reason = lane.conditions.find((one) => one.code === code)?.reason;
  expect(reason).not.toBe('');
});

test.each<[string, Partial<KnownFacts>, string | null, boolean | null]>([
  ['everything is met, at the limit', { ownLossFen: 6_000_00, otherLossFen: 4_000_00 }, null, true],
  ['a fen above the limit', { ownLossFen: 6_000_00, otherLossFen: 4_000_01 }, 'small', false],
  ['the losses are not known', { otherLossFen: null }, 'small', null],
  ['somebody is hurt', { injured: true }, 'nobodyHurt', false],
  ['the fault is disputed', { agreed: false }, 'faultClear', false],
  ['nobody was asked about the fault', { agreed: null }, 'faultClear', null],
  ['the cover is being looked up', { ownHasCompulsory: false }, 'covered', false],
])('小额快赔, %s', (_why, facts, code, met) => {
  const lane = smallQuick({ ...all, ...facts }, LIMIT_FEN);
  if (code) expect(metOf(lane, code)).toBe(met);
  expect(lane.state).toBe(met === true ? 'open' : met === null ? 'undecided' : 'closed');
});

test('小额快赔 goes by the figure of the installation, and says it', () => {
  const facts = { ...all, ownLossFen: 3_000_00, otherLossFen: 0 };
  expect(smallQuick(facts, 3_000_00).state).toBe('open');
  expect(smallQuick(facts, 2_999_99).state).toBe('closed');
  expect(smallQuick(facts, 3_000_00).conditions[0]?.words).toContain('3,000');
});

test.each<[ClaimStatus, boolean, string[]]>([
  ['surveyed', true, ['open', 'undecided', 'closed']],
  ['registered', true, ['open', 'undecided', 'closed']],
  ['assessed', true, ['open']],
  ['paid', true, ['open']],
  ['closed', false, []],
  ['withdrawn', false, []],
])('a claim that is %s tells of ways that are %j', (status, isOpen, states) => {
  const lanes = (['open', 'undecided', 'closed'] as const).map((state) => ({
    code: 'smallQuick' as const,
    name: '',
    plain: '',
    state,
    conditions: [],
  }));
  expect(lanesAt({ status, open: isOpen }, lanes).map(({ state }) => state)).toEqual(states);
});
