import type { ClientBase, Pool } from 'pg';
import type { pointsRuleCode } from '../../../upstream/club/contract';
import type * as z from 'zod/mini';

export type PointsRuleCode = z.infer<typeof pointsRuleCode>;

interface WrittenRule {
  code: PointsRuleCode;
  version: number;
  title: string;
  explanation: string;
  limit: string;
  points: number;
  /** Null: until the end of the next calendar year. */
  validityDays: number | null;
  /** Absent: as often as it happens. */
  mostAYear?: number;
}

/**
 * What earns points, as the club starts out. A rule is changed by a new version: what was earned keeps the words it was earned by. None of them asks for a
 * policy to be bought or kept (保险法 116): a policy's start and a year without a claim are thanked for when they have happened.
 */
const ruleBook: readonly WrittenRule[] = [
  {
    code: 'policyStart',
    version: 1,
    title: '保单生效',
    explanation: '您投保的车险保单，成为会员以后每生效一张送 200 积分。',
    limit: '每张保单一次',
    points: 200,
    validityDays: null,
  },
  {
    code: 'noClaimYear',
    version: 1,
    title: '全年安全驾驶奖励',
    explanation: '您投保的保单满一年、这一年里没有出险，送 800 积分。',
    limit: '每张保单每年一次',
    points: 800,
    validityDays: null,
  },
  {
    code: 'signIn',
    version: 1,
    title: '每日签到',
    explanation: '每天签到一次，送 5 积分。',
    limit: '每天一次',
    points: 5,
    validityDays: null,
  },
  {
    code: 'signInWeek',
    version: 1,
    title: '连续签到 7 天',
    explanation: '连续签到每满 7 天，再送 20 积分。断了一天就重新数。',
    limit: '每满 7 天一次',
    points: 20,
    validityDays: null,
  },
  {
    code: 'survey',
    version: 1,
    title: '服务评价',
    explanation: '用过服务后回答两个问题，送 20 积分。说好说坏都一样送。',
    limit: '每次使用一次',
    points: 20,
    validityDays: null,
  },
  {
    code: 'referral',
    version: 2,
    title: '推荐有礼',
    explanation:
      '朋友从您的邀请链接第一次注册，并第一次完成实名核验，送您 300 积分。您自己也要完成过实名核验。',
    limit: '每位朋友一次，每年最多 10 位',
    points: 300,
    validityDays: 365,
    mostAYear: 10,
  },
  {
    code: 'identity',
    version: 1,
    title: '完善实名信息',
    explanation: '完成实名核验，送 500 积分。',
    limit: '只送一次',
    points: 500,
    validityDays: null,
  },
];

/** A rule that is in the database already stays as it is there. */
export async function ensureRules(database: Pool | ClientBase): Promise<void> {
  const column = (name: keyof WrittenRule) => ruleBook.map((rule) => rule[name] ?? null);
  await database.query(
    `insert into points_rules (code, version, title, explanation, limit_text, points, validity_days, most_a_year, effective_from)
     select r.*, timestamptz '2020-01-01 00:00+08'
     from unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[], $8::int[]) r
     on conflict do nothing`,
    [
      column('code'),
      column('version'),
      column('title'),
      column('explanation'),
      column('limit'),
      column('points'),
      column('validityDays'),
      column('mostAYear'),
    ],
  );
}

export interface CurrentRule {
  code: PointsRuleCode;
  version: number;
  title: string;
  explanation: string;
  limit_text: string;
  points: number;
  validity_days: number | null;
  /** Null: as often as it happens. */
  most_a_year: number | null;
  now: Date;
  /** When points earned by it now run out. */
  expires_at: Date;
}

const CURRENT_SQL = `
  select distinct on (code) code, version, title, explanation, limit_text, points, validity_days, most_a_year, now() as now,
    case when validity_days is null
      then (date_trunc('year', now() at time zone 'Asia/Shanghai') + interval '2 years') at time zone 'Asia/Shanghai'
      else (date_trunc('day', now() at time zone 'Asia/Shanghai') + make_interval(days => validity_days + 1)) at time zone 'Asia/Shanghai' end as expires_at
  from points_rules
  where effective_from <= now() and (effective_until is null or effective_until > now()) and ($1::text is null or code = $1)
  order by code, version desc`;

/** The newest version of each rule that runs now. */
export async function currentRules(database: Pool | ClientBase): Promise<CurrentRule[]> {
  return (await database.query<CurrentRule>(CURRENT_SQL, [null])).rows;
}

/** Undefined for a rule that does not run now: then nothing is earned. */
export async function currentRule(
  database: Pool | ClientBase,
  code: PointsRuleCode,
): Promise<CurrentRule | undefined> {
  return (await database.query<CurrentRule>(CURRENT_SQL, [code])).rows[0];
}
