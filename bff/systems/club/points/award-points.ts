import type { ClientBase } from 'pg';
import type * as z from 'zod/mini';
import { inTransaction } from '../../../database/transaction';
import type { award, AwardRequest } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { EARLIER_SELVES_SQL } from '../people/earlier-selves';
import { holdMember } from '../people/hold-member';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { earnPoints } from './earn-points';
import { currentRule, type PointsRuleCode } from './rule-book';

/**
 * Earns by the rule that runs now, with the entry pointing to its words. The occasion is the request id within the rule, so it earns once for good,
 * whoever reports it. Nothing for a rule that does not run.
 */
export async function earnByRule(
  client: ClientBase,
  earning: { memberId: string; rule: PointsRuleCode; occasion: string; inputHash: Buffer; reason?: string },
): Promise<number> {
  const rule = await currentRule(client, earning.rule);
  if (!rule) return 0;
  await earnPoints(client, {
    memberId: earning.memberId,
    points: rule.points,
    reason: earning.reason ?? rule.title,
    request: { scope: `rule:${rule.code}`, id: earning.occasion, inputHash: earning.inputHash },
    rule: { code: rule.code, version: rule.version },
    at: rule.now,
    expiresAt: rule.expires_at,
  });
  return rule.points;
}

type Award = z.infer<typeof award>;

async function earlierAward(club: Club, request: WriteRequest): Promise<Award | undefined> {
  const { rows } = await club.pool.query<{ input_hash: Buffer; points: number; balance: number }>(
    `select t.input_hash, e.points, e.balance_after_points as balance from points_transactions t
     join points_entries e on e.transaction_id = t.id join points_accounts a on a.id = e.account_id and a.kind = 'member'
     where t.request_scope = $1 and t.request_id = $2`,
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return { awarded: rows[0].points, balance: rows[0].balance };
}

async function balanceOf(client: ClientBase, memberId: string): Promise<number> {
  const { rows } = await client.query<{ balance: number }>(
    'select balance_points as balance from points_accounts where member_id = $1',
    [memberId],
  );
  return rows[0]?.balance ?? 0;
}

/** A policy of years ago is nothing to thank a new member for; the days before a merge count, because it is the same person. */
async function happenedAsMember(client: ClientBase, memberId: string, at: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `${EARLIER_SELVES_SQL} select 1 from members m join selves s on s.id = m.id
     having min(m.created_at) <= $2::timestamptz and $2::timestamptz <= now()`,
    [memberId, at],
  );
  return rowCount === 1;
}

/**
 * Points for what another system saw: a policy that began, a year without a claim. The occasion, e.g. a policy's id, earns once, under whatever request it is
 * reported again; for somebody else it is refused.
 * @throws Problem 404 MEMBER_GONE, 422 IDEMPOTENCY_KEY_REUSED for an occasion that stands for another member
 */
export async function awardPoints(
  club: Club,
  { memberId, rule, occasion, happenedAt }: AwardRequest,
): Promise<{ body: Award; replayed: boolean }> {
  const request = writeRequest(club, `rule:${rule}`, { key: occasion, input: { memberId } });
  const earlier = await earlierAward(club, request);
  if (earlier) return { body: earlier, replayed: true };
  try {
    const body = await inTransaction(club.pool, async (client) => {
      await holdMember(client, memberId);
      const counts = await happenedAsMember(client, memberId, happenedAt);
      const earning = { memberId, rule, occasion, inputHash: request.inputHash };
      const awarded = counts ? await earnByRule(client, earning) : 0;
      return { awarded, balance: await balanceOf(client, memberId) };
    });
    return { body, replayed: false };
  } catch (error) {
    const winner =
      brokenUniqueKey(error) === 'points_transactions_request' && (await earlierAward(club, request));
    if (winner) return { body: winner, replayed: true };
    throw error;
  }
}
