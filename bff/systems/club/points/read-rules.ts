import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import type { pointsRules } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { currentRules, type PointsRuleCode } from './rule-book';

/** What is really earned, and what can be done today first. 介绍新会员 has its rule and is not promised: nobody can invite anybody yet. */
const SHOWN: readonly PointsRuleCode[] = [
  'signIn',
  'signInWeek',
  'survey',
  'identity',
  'policyStart',
  'noClaimYear',
];

/** How to earn (积分规则), in words. */
export async function readRules(club: Club): Promise<z.infer<typeof pointsRules>> {
  const rules = await currentRules(club.pool);
  return {
    items: rules
      .filter(({ code }) => SHOWN.includes(code))
      .sort((a, b) => SHOWN.indexOf(a.code) - SHOWN.indexOf(b.code))
      .map((rule) => ({
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
      })),
    asOf: toInstant(rules[0]?.now ?? new Date()),
  };
}
