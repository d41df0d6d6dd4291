import type { FastLane } from '../../../upstream/core/contract/claim-parts';
import { hasReached, type ClaimStatus } from './claim-stages';
import { yuan } from './money-words';

/** What is known about the accident so far; null is "nobody knows yet", which is not "no". */
export interface KnownFacts {
  vehicles: 1 | 2;
  injured: boolean;
  ownHasCompulsory: boolean;
  otherHasCompulsory: boolean | null;
  outsideProperty: boolean | null;
  ownLossFen: number | null;
  otherLossFen: number | null;
  /** 0–100; null before the survey. */
  faultPercent: number | null;
  /** All agree on fault and way, or the police decided. */
  agreed: boolean | null;
}

/** 互碰自赔: each car's damage within the compulsory cover's limit for property. */
const MUTUAL_LIMIT_FEN = 2_000_00;

type Condition = FastLane['conditions'][number];

const condition = (
  code: string,
  words: string,
  met: boolean | null,
  reasons: [string, string, string],
): Condition => ({
  code,
  words,
  met,
  reason: met === null ? reasons[2] : met ? reasons[0] : reasons[1],
});

const both = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null || b === null ? null : true;
const within = (amount: number | null, limit: number) => (amount === null ? null : amount <= limit);

function stateOf(conditions: readonly Condition[]): FastLane['state'] {
  if (conditions.some(({ met }) => met === false)) return 'closed';
  return conditions.some(({ met }) => met === null) ? 'undecided' : 'open';
}

function lane(code: FastLane['code'], name: string, plain: string, conditions: Condition[]): FastLane {
  return { code, name, plain, state: stateOf(conditions), conditions };
}

/** 互碰自赔 needs all four of its published conditions (DOMAIN, "Claims"). */
export function mutualSelfRepair(facts: KnownFacts): FastLane {
  const small = both(
    within(facts.ownLossFen, MUTUAL_LIMIT_FEN),
    within(facts.otherLossFen, MUTUAL_LIMIT_FEN),
  );
  const carsOnly =
    facts.injured || facts.outsideProperty === true ? false : facts.outsideProperty === null ? null : true;
  const shared = facts.faultPercent === null ? null : facts.faultPercent > 0 && facts.faultPercent < 100;
  return lane('mutualSelfRepair', '各修各车', '两边各找自己的保险公司修自己的车，不用等对方。', [
    condition(
      'bothCompulsory',
      '两辆车都有交强险',
      facts.vehicles === 1 ? false : both(facts.ownHasCompulsory, facts.otherHasCompulsory),
      [
        '两辆车的交强险都在保。',
        facts.vehicles === 1 ? '这起事故只有一辆车。' : '有一辆车没有查到在保的交强险。',
        '对方的交强险还没有核实。',
      ],
    ),
    condition(
      'damageOnlySmall',
      '只坏了车，每辆车的损失不超过 2,000 元，没有人受伤，没有撞坏别的东西',
      both(carsOnly, small),
      [
        '没有人受伤，两辆车的损失都在 2,000 元以内。',
        facts.injured
          ? '有人受伤。'
          : facts.outsideProperty === true
            ? '还撞坏了别的东西。'
            : '有一辆车的损失超过 2,000 元。',
        '损失多少，要等看过车。',
      ],
    ),
    condition('faultShared', '两边都有责任', shared, ['责任由两边分担。', '责任在一方。', '责任还没有定。']),
    condition('allAgree', '大家都同意这样办', facts.agreed, [
      '大家都同意。',
      '有人不同意。',
      '还没有问过大家。',
    ]),
  ]);
}

/** 小额快赔: small, nobody hurt, cover known. */
export function smallQuick(facts: KnownFacts, limitFen: number): FastLane {
  const totalFen =
    facts.ownLossFen === null || facts.otherLossFen === null ? null : facts.ownLossFen + facts.otherLossFen;
  return lane('smallQuick', '小额快赔', '材料更少，金额同意后马上付款。', [
    condition('small', `损失合计不超过 ${yuan(limitFen)}`, within(totalFen, limitFen), [
      '损失不大。',
      '损失超过了这个数。',
      '损失多少，要等看过车。',
    ]),
    condition('nobodyHurt', '没有人受伤', !facts.injured, ['没有人受伤。', '有人受伤。', '']),
    condition('faultClear', '责任清楚', facts.agreed, [
      '责任清楚，没有争议。',
      '责任有争议。',
      '责任还没有定。',
    ]),
    condition('covered', '保单在保', facts.ownHasCompulsory, ['您的保单在保。', '您的保单还在核实。', '']),
  ]);
}

/** A way is weighed until the amounts are agreed on; then only the one that was open is told, and at the end none. */
export function lanesAt(
  { status, open }: { status: ClaimStatus; open: boolean },
  lanes: readonly FastLane[],
): FastLane[] {
  if (!open) return [];
  return lanes.filter(({ state }) => state === 'open' || !hasReached(status, 'assessed'));
}
