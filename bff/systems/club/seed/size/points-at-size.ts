import { createColumns } from './columns';
import type { SizeMember } from './member-at-size';
import { daysAfter, pointsEnd, rowId, type SizeSetting } from './size-setting';

export const pointsColumns = () => ({
  accounts: createColumns({ id: 'text', kind: 'text', member_id: 'text', balance_points: 'bigint' }),
  moves: createColumns({
    ord: 'int',
    id: 'text',
    account_id: 'text',
    kind: 'text',
    reason: 'text',
    request_scope: 'text',
    request_id: 'text',
    at: 'timestamptz',
    rule_code: 'text',
    points: 'int',
    balance: 'int',
    house: 'text',
  }),
  lots: createColumns({
    id: 'text',
    account_id: 'text',
    transaction_id: 'text',
    points: 'int',
    left_points: 'int',
    earned_at: 'timestamptz',
    expires_at: 'timestamptz',
  }),
  allocations: createColumns({ lot_id: 'text', transaction_id: 'text', points: 'int' }),
});
type PointsColumns = ReturnType<typeof pointsColumns>;

interface Lot {
  id: string;
  transactionId: string;
  points: number;
  left: number;
  earnedAt: Date;
}

interface Account {
  id: string;
  memberId: string;
  balance: number;
}

interface Move {
  kind: 'earn' | 'spend' | 'expire';
  reason: string;
  at: Date;
  /** Signed, from the member's side. */
  points: number;
  rule?: string;
}

const houses = { earn: 'points_issued', spend: 'points_spent', expire: 'points_expired' } as const;

function addMove(into: PointsColumns, setting: SizeSetting, account: Account, move: Move): string {
  const id = rowId(setting);
  account.balance += move.points;
  into.moves.push({
    ord: into.moves.count,
    id,
    account_id: account.id,
    kind: move.kind,
    reason: move.reason,
    request_scope: move.rule === undefined ? 'seed' : `rule:${move.rule}`,
    request_id: id,
    at: move.at.toISOString(),
    rule_code: move.rule ?? null,
    points: move.points,
    balance: account.balance,
    house: houses[move.kind],
  });
  return id;
}

function earn(
  into: PointsColumns,
  setting: SizeSetting,
  account: Account,
  { at, ...earning }: { at: Date; points: number; reason: string; rule: string },
): Lot {
  const transactionId = addMove(into, setting, account, { ...earning, kind: 'earn', at });
  return {
    id: rowId(setting),
    transactionId,
    points: earning.points,
    left: earning.points,
    earnedAt: at,
  };
}

function take(
  into: PointsColumns,
  setting: SizeSetting,
  account: Account,
  { lot, move }: { lot: Lot; move: Move },
): void {
  const transactionId = addMove(into, setting, account, move);
  lot.left += move.points;
  into.allocations.push({ lot_id: lot.id, transaction_id: transactionId, points: -move.points });
}

/** Who proved who he is earned points, most for a policy too; some spent some, and what is too old has run out. */
export function addPoints(into: PointsColumns, setting: SizeSetting, member: SizeMember): void {
  const { verifiedAt } = member;
  if (!verifiedAt) return;
  const { random, now } = setting;
  const account: Account = { id: rowId(setting), memberId: member.id, balance: 0 };
  const proof = { at: verifiedAt, points: 500, reason: '完善实名信息', rule: 'identity' };
  const lots = [earn(into, setting, account, proof)];
  if (member.vehicle) {
    const policy = { at: daysAfter(verifiedAt, 2), points: 200, reason: '保单生效', rule: 'policyStart' };
    lots.push(earn(into, setting, account, policy));
  }
  if (random.below(4) === 0 && lots[0]) {
    const move: Move = {
      kind: 'spend',
      reason: '兑换：雨刷养护片',
      at: daysAfter(verifiedAt, 5),
      points: -120,
    };
    take(into, setting, account, { lot: lots[0], move });
  }
  for (const lot of lots) {
    const ended = pointsEnd(lot.earnedAt);
    if (ended <= now) {
      const move: Move = { kind: 'expire', reason: '积分到期', at: ended, points: -lot.left };
      take(into, setting, account, { lot, move });
    }
    into.lots.push({
      id: lot.id,
      account_id: account.id,
      transaction_id: lot.transactionId,
      points: lot.points,
      left_points: lot.left,
      earned_at: lot.earnedAt.toISOString(),
      expires_at: ended.toISOString(),
    });
  }
  into.accounts.push({
    id: account.id,
    kind: 'member',
    member_id: account.memberId,
    balance_points: account.balance,
  });
}
