import { elderMember, unverifiedMember, verifiedMember } from '../../demo-people';
import { earnPoints, type Earning } from '../points/earn-points';
import { lockOpenLots, takeFromLots } from '../points/lots';
import { memberAccount } from '../points/member-account';
import { postTransaction } from '../points/post-transaction';
import { currentRule, type PointsRuleCode } from '../points/rule-book';
import { spendPoints } from '../points/spend-points';
import { writeRequest } from '../requests';
import { day, yearStart, type Seeding } from './seeding';

type Change =
  | { kind: 'earn'; daysAgo: number; points: number; reason: string; until: Date; by?: Occasion }
  | { kind: 'spend'; daysAgo: number; points: number; reason: string }
  | { kind: 'expire'; daysAgo: number; points: number; reason: string };

/** What earned by a rule has the rule's own request id, so that the occasion does not earn again when core reports it. */
interface Occasion {
  rule: PointsRuleCode;
  occasion: string;
}

const requestOf = (memberId: string, position: number) => ({
  scope: `seed:${memberId}`,
  id: `points-${String(position)}`,
  inputHash: Buffer.alloc(32),
});

async function expire(
  seeding: Seeding,
  { memberId, change, position }: { memberId: string; change: Change; position: number },
): Promise<void> {
  const { client } = seeding;
  const accountId = await memberAccount(client, memberId);
  const { lots } = await lockOpenLots(client, accountId);
  const transactionId = await postTransaction(client, {
    kind: 'expire',
    reason: change.reason,
    request: requestOf(memberId, position),
    credit: 'points_expired',
    debit: accountId,
    points: change.points,
    at: day(seeding, -change.daysAgo, 0),
  });
  await takeFromLots(client, lots, { transactionId, points: change.points });
}

async function earnedBy(
  { client, inputKey }: Seeding,
  memberId: string,
  { rule: code, occasion }: Occasion,
): Promise<Pick<Earning, 'request' | 'rule'>> {
  const rule = await currentRule(client, code);
  const request = writeRequest({ inputKey }, `rule:${code}`, { key: occasion, input: { memberId } });
  return { request, rule: rule && { code, version: rule.version } };
}

async function apply(seeding: Seeding, memberId: string, changes: readonly Change[]): Promise<void> {
  for (const [position, change] of changes.entries()) {
    const request = requestOf(memberId, position);
    const at = day(seeding, -change.daysAgo, 12);
    const { points, reason } = change;
    if (change.kind === 'earn') {
      await earnPoints(seeding.client, {
        memberId,
        points,
        reason,
        ...(change.by ? await earnedBy(seeding, memberId, change.by) : { request }),
        at,
        expiresAt: change.until,
      });
    } else if (change.kind === 'spend') {
      await spendPoints(seeding.client, { memberId, points, reason, request, at });
    } else {
      await expire(seeding, { memberId, change, position });
    }
  }
}

/** A year that explains a balance of 3,260 of which 420 run out when the year ends. */
function yearOfPoints(seeding: Seeding): Change[] {
  const thisYearsEnd = yearStart(seeding, 1);
  const nextYearsEnd = yearStart(seeding, 2);
  const earn = (
    daysAgo: number,
    points: number,
    reason: string,
    { until, by }: { until: Date; by?: Occasion },
  ): Change => ({ kind: 'earn', daysAgo, points, reason, until, ...(by && { by }) });
  const began = (daysAgo: number, policy: string, until: Date): Change =>
    earn(daysAgo, 200, '保单生效', { until, by: { rule: 'policyStart', occasion: policy } });
  const claimFree: Occasion = { rule: 'noClaimYear', occasion: 'pol_demo_fuel_last_sy' };
  return [
    earn(400, 200, '新会员注册礼（90 天内有效）', { until: day(seeding, -310, 0) }),
    identityEarned(372, verifiedMember.memberId, thisYearsEnd),
    { kind: 'spend', daysAgo: 350, points: 120, reason: '兑换：雨刷养护片' },
    earn(341, 800, '全年安全驾驶奖励', { until: nextYearsEnd, by: claimFree }),
    began(341, 'pol_demo_fuel_jq', thisYearsEnd),
    began(341, 'pol_demo_fuel_sy', thisYearsEnd),
    { kind: 'expire', daysAgo: 310, points: 80, reason: '注册礼积分到期' },
    earn(280, 200, '会员生日礼', { until: thisYearsEnd }),
    earn(190, 300, '填写理赔服务评价', { until: nextYearsEnd }),
    began(175, 'pol_demo_electric_jq', nextYearsEnd),
    began(175, 'pol_demo_electric_sy', nextYearsEnd),
    earn(150, 260, '门店服务评价', { until: nextYearsEnd }),
    earn(95, 200, '参加防御性驾驶课堂', { until: nextYearsEnd }),
    earn(60, 480, '连续签到 30 天', { until: nextYearsEnd }),
    { kind: 'spend', daysAgo: 45, points: 680, reason: '兑换：普通洗车 1 次' },
    earn(20, 400, '冬季行车安全答题', { until: nextYearsEnd }),
  ];
}

function identityEarned(daysAgo: number, memberId: string, until: Date): Change {
  const by: Occasion = { rule: 'identity', occasion: memberId };
  return { kind: 'earn', daysAgo, points: 500, reason: '完善实名信息', until, by };
}

export async function seedPoints(seeding: Seeding): Promise<void> {
  await apply(seeding, verifiedMember.memberId, yearOfPoints(seeding));
  const until = yearStart(seeding, 2);
  await apply(seeding, unverifiedMember.memberId, [
    { kind: 'earn', daysAgo: 9, points: 100, reason: '新会员注册礼', until },
  ]);
  await apply(seeding, elderMember.memberId, [
    identityEarned(258, elderMember.memberId, until),
    { kind: 'earn', daysAgo: 33, points: 180, reason: '会员生日礼', until },
  ]);
}
