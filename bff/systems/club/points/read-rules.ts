import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import type { pointsRule, pointsRules } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { currentRules, type CurrentRule, type PointsRuleCode } from './rule-book';

/** What can be done today stands first. */
const ORDER: readonly PointsRuleCode[] = [
  'signIn',
  'signInWeek',
  'survey',
  'referral',
  'identity',
  'policyStart',
  'noClaimYear',
];

export function ruleView(rule: CurrentRule): z.infer<typeof pointsRule> {
  return {
    code: rule.code,
    version: rule.version,
    title: rule.title,
    explanation: rule.explanation,
    points: rule.points,
    limit: rule.limit_text,
    validity:
      rule.validity_days === null
        ? '到次年 12 月 31 日为止'
        : `到账后 ${String(rule.validity_days)} 天内有效`,
  };
}

/** How to earn (积分规则), in words. */
export async function readRules(club: Club): Promise<z.infer<typeof pointsRules>> {
  const rules = await currentRules(club.pool);
  return {
    items: rules.sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code)).map(ruleView),
    asOf: toInstant(rules[0]?.now ?? new Date()),
  };
}
