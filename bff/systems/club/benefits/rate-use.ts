import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { inTransaction } from '../../../database/transaction';
import { toInstant } from '../../../http/instants';
import { notFound, Problem } from '../../../http/problem';
import type { ratingAnswer, ratingRequest } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { holdMember } from '../people/hold-member';
import { seal } from '../personal-fields';
import { earnByRule } from '../points/award-points';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';

type RatingAnswer = z.infer<typeof ratingAnswer>;

interface Rating {
  memberId: string;
  voucherId: string;
  said: z.infer<typeof ratingRequest>;
  request: WriteRequest;
}

interface RatingRow {
  redemption_id: string;
  input_hash: Buffer;
  score: number;
  as_promised: boolean;
  at: Date;
  points: number | null;
}

async function earlierRating(club: Club, request: WriteRequest): Promise<RatingAnswer | undefined> {
  const { rows } = await club.pool.query<RatingRow>(
    `select rr.redemption_id, rr.input_hash, rr.score, rr.as_promised, rr.at, e.points from redemption_ratings rr
     left join points_transactions t on t.request_scope = 'rule:survey' and t.request_id = rr.redemption_id
     left join points_entries e on e.transaction_id = t.id and e.points > 0
     where rr.request_scope = $1 and rr.request_id = $2`,
    [request.scope, request.id],
  );
  const row = rows[0];
  if (!row) return undefined;
  assertSameInput(row, request);
  const { redemption_id: redemptionId, score, as_promised: asPromised, at, points } = row;
  return { rating: { redemptionId, score, asPromised, at: toInstant(at) }, pointsEarned: points };
}

/** The use is the member's own, of this voucher, and stands. */
async function assertRateable(client: PoolClient, { memberId, voucherId, said }: Rating): Promise<void> {
  const { rows } = await client.query<{ reversed: boolean }>(
    `select r.reversed_at is not null as reversed from redemptions r join vouchers v on v.id = r.voucher_id
     where r.id = $1 and v.id = $2 and v.member_id = $3`,
    [said.redemptionId, voucherId, memberId],
  );
  if (!rows[0]) throw notFound('没有找到这次使用');
  if (rows[0].reversed) throw new Problem(409, 'REDEMPTION_REVERSED', '这次使用已经撤销，不用评价');
}

async function runRating(club: Club, client: PoolClient, rating: Rating): Promise<void> {
  const { memberId, voucherId, said, request } = rating;
  await holdMember(client, memberId);
  await assertRateable(client, rating);
  const id = uuidv7();
  const comment = said.comment
    ? seal(club.cipher, 'redemption_ratings.comment_sealed', id, said.comment)
    : null;
  await client.query(
    `insert into redemption_ratings (id, redemption_id, voucher_id, member_id, score, as_promised, comment_sealed, request_scope, request_id, input_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      said.redemptionId,
      voucherId,
      memberId,
      said.score,
      said.asPromised,
      comment,
      request.scope,
      request.id,
      request.inputHash,
    ],
  );
  await earnByRule(client, {
    memberId,
    rule: 'survey',
    occasion: said.redemptionId,
    inputHash: request.inputHash,
  });
}

/**
 * What a member says after a use, once a use; good or bad earns the same points.
 * @throws Problem 404, 409 ALREADY_RATED, REDEMPTION_REVERSED, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function rateUse(
  club: Club,
  input: { memberId: string; voucherId: string; key: string; said: Rating['said'] },
): Promise<{ body: RatingAnswer; replayed: boolean }> {
  const { memberId, voucherId, key, said } = input;
  const request = writeRequest(club, `rating:${memberId}`, { key, input: { voucherId, ...said } });
  const earlier = await earlierRating(club, request);
  if (earlier) return { body: earlier, replayed: true };
  let lost: unknown;
  try {
    await inTransaction(club.pool, (client) =>
      runRating(club, client, { memberId, voucherId, said, request }),
    );
  } catch (error) {
    if (brokenUniqueKey(error) === undefined) throw error;
    lost = error;
  }
  const done = await earlierRating(club, request);
  if (done) return { body: done, replayed: lost !== undefined };
  throw new Problem(409, 'ALREADY_RATED', '这次使用已经评价过了，谢谢');
}
