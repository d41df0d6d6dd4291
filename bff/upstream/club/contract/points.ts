/** Points (积分). */
import * as z from 'zod/mini';
import { count, instant, listOf, localDate, opaqueId, points } from '../../../http/contract';

/** What earns points (积分规则). */
export const pointsRuleCode = z.enum([
  'policyStart',
  'noClaimYear',
  'signIn',
  'signInWeek',
  'survey',
  'referral',
  'identity',
]);

export const pointsEntry = z.object({
  id: opaqueId,
  at: instant,
  /** Positive: earned. Negative: spent or expired. */
  points: z.int(),
  kind: z.enum(['earn', 'spend', 'expire', 'giveBack', 'move']),
  reason: z.string(),
  /** The rule it was earned by, as it read then; null where no rule was needed (spent, run out, given back). */
  rule: z.nullable(
    z.object({ code: pointsRuleCode, version: count, title: z.string(), explanation: z.string() }),
  ),
  balanceAfter: points,
});

export const clubPoints = z.object({
  balance: points,
  /** What runs out next, soonest first. */
  expiring: z.array(z.object({ points, at: instant })),
  signIn: z.object({ today: z.boolean(), streakDays: count }),
  asOf: instant,
});

/** One month of Asia/Shanghai; all numbers are zero or more. */
export const pointsMonth = z.object({
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  earned: points,
  /** Given back by cancelled exchanges, or moved in from a merged account. */
  returned: points,
  spent: points,
  expired: points,
  balanceAfter: points,
});
/** Twelve months, oldest first, the current one last. */
export const pointsMonths = z.object({ months: z.array(pointsMonth), asOf: instant });

export const pointsRule = z.object({
  code: pointsRuleCode,
  version: count,
  title: z.string(),
  explanation: z.string(),
  points,
  /** In words, e.g. 每天一次. */
  limit: z.string(),
  /** In words, how long the points live. */
  validity: z.string(),
});
export const pointsRules = z.object({ items: z.array(pointsRule), asOf: instant });

/** Once a day of Asia/Shanghai; asking again gives the same answer. */
export const signInReward = z.object({
  date: localDate,
  points,
  streakDays: count,
  /** More for every seventh day in a row. */
  bonusPoints: points,
  balance: points,
});

/** For systems that know of an occasion the club cannot see itself; the occasion earns once. */
export const awardRequest = z.strictObject({
  memberId: opaqueId,
  rule: z.enum(['policyStart', 'noClaimYear']),
  occasion: z.string().check(z.regex(/^[A-Za-z0-9_:-]{1,100}$/)),
  /** What lies before somebody became a member, or has not happened yet, earns nothing. */
  happenedAt: instant,
});
export const award = z.object({ awarded: points, balance: points });
export type AwardRequest = z.infer<typeof awardRequest>;

export const clubPointsEntryList = listOf(pointsEntry);
