import { elderMember, unverifiedMember, verifiedMember } from '../../demo-people';
import { earnPoints } from '../points/earn-points';
import { lockOpenLots, takeFromLots } from '../points/lots';
import { memberAccount } from '../points/member-account';
import { postTransaction } from '../points/post-transaction';
import { spendPoints } from '../points/spend-points';
import { day, yearStart, type Seeding } from './seeding';

type Change =
  | { kind: 'earn'; daysAgo: number; points: number; reason: string; until: Date }
  | { kind: 'spend'; daysAgo: number; points: number; reason: string }
  | { kind: 'expire'; daysAgo: number; points: number; reason: string };

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

async function apply(seeding: Seeding, memberId: string, changes: readonly Change[]): Promise<void> {
  for (const [position, change] of changes.entries()) {
    const request = requestOf(memberId, position);
    const at = day(seeding, -change.daysAgo, 12);
    const { points, reason } = change;
    if (change.kind === 'earn') {
      await earnPoints(seeding.client, { memberId, points, reason, request, at, expiresAt: change.until });
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
  const earn = (daysAgo: number, points: number, reason: string, until: Date): Change => ({
    kind: 'earn',
    daysAgo,
    points,
    reason,
    until,
  });
  return [
    earn(400, 200, '新会员注册礼（90 天内有效）', day(seeding, -310, 0)),
    earn(372, 500, '完善实名信息', thisYearsEnd),
    { kind: 'spend', daysAgo: 350, points: 120, reason: '兑换：雨刷养护片' },
    { kind: 'expire', daysAgo: 310, points: 80, reason: '注册礼积分到期' },
    earn(280, 600, '会员生日礼', thisYearsEnd),
    earn(240, 800, '全年安全驾驶奖励', nextYearsEnd),
    earn(190, 300, '填写理赔服务评价', nextYearsEnd),
    earn(150, 260, '门店服务评价', nextYearsEnd),
    earn(95, 600, '参加防御性驾驶课堂', nextYearsEnd),
    earn(60, 480, '连续签到 30 天', nextYearsEnd),
    { kind: 'spend', daysAgo: 45, points: 680, reason: '兑换：普通洗车 1 次' },
    earn(20, 400, '冬季行车安全答题', nextYearsEnd),
  ];
}

export async function seedPoints(seeding: Seeding): Promise<void> {
  await apply(seeding, verifiedMember.memberId, yearOfPoints(seeding));
  const until = yearStart(seeding, 2);
  await apply(seeding, unverifiedMember.memberId, [
    { kind: 'earn', daysAgo: 9, points: 100, reason: '新会员注册礼', until },
  ]);
  await apply(seeding, elderMember.memberId, [
    { kind: 'earn', daysAgo: 258, points: 500, reason: '完善实名信息', until },
    { kind: 'earn', daysAgo: 33, points: 180, reason: '会员生日礼', until },
  ]);
}
