import type { PoolClient } from 'pg';
import { inTransaction } from '../../../database/transaction';
import { notFound, Problem } from '../../../http/problem';
import type { Actor } from '../../../http/service-token';
import type { ClubReview } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { indexOf, open, seal } from '../personal-fields';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { writeIdentity } from './bind-identity';
import { MemberChanged, mergeMembers } from './merge-members';
import { readReview } from './read-reviews';

interface Decision {
  actor: Actor;
  reviewId: string;
  key: string;
  wanted: { decision: 'accepted' | 'refused'; reason: string };
}

interface Decided {
  id: string;
  member_id: string;
  kind: 'person' | 'organisation';
  name_sealed: Buffer;
  id_number_sealed: Buffer;
}

async function earlierDecision(
  club: Club,
  decision: Decision,
  request: WriteRequest,
): Promise<ClubReview | undefined> {
  const { rows } = await club.pool.query<{ id: string; input_hash: Buffer }>(
    `select id, decision_input_hash as input_hash from identity_reviews where decision_scope = $1 and decision_request_id = $2`,
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return readReview(club, decision.actor, rows[0].id);
}

/** The condition lets one decision through; whoever comes second changes nothing. */
async function close(
  client: PoolClient,
  club: Club,
  decision: Decision,
  request: WriteRequest,
): Promise<Decided | undefined> {
  const { rows } = await client.query<Decided>(
    `update identity_reviews r set state = $3, decided_at = now(), decided_by = $1, reason_sealed = $4, decision_scope = $5,
       decision_request_id = $6, decision_input_hash = $7
     where r.id = $2 and r.state = 'open'
       and r.branch_id in (select branch_tree(op.branch_id) from operators op where op.id = $1 and op.active)
     returning r.id, r.member_id, r.kind, r.name_sealed, r.id_number_sealed`,
    [
      decision.actor.subject,
      decision.reviewId,
      decision.wanted.decision,
      seal(club.cipher, 'identity_reviews.reason_sealed', decision.reviewId, decision.wanted.reason),
      request.scope,
      request.id,
      request.inputHash,
    ],
  );
  return rows[0];
}

/** Whoever holds the number now is merged into the member whom the operator has just confirmed. */
async function makeVerified(club: Club, client: PoolClient, decided: Decided): Promise<void> {
  const { cipher } = club;
  const identity = {
    kind: decided.kind,
    name: open(cipher, 'identity_reviews.name_sealed', decided.id, decided.name_sealed),
    idNumber: open(cipher, 'identity_reviews.id_number_sealed', decided.id, decided.id_number_sealed),
  };
  const { rows } = await client.query<{ id: string }>(
    `with recursive chain as (
       select id, merged_into from members where id = $1
       union select m.id, m.merged_into from members m join chain c on m.id = c.merged_into
     ) select id from chain where merged_into is null`,
    [decided.member_id],
  );
  const memberId = rows[0]?.id;
  if (!memberId) throw new Problem(404, 'MEMBER_GONE', '这个账户已不存在或已合并');
  const held = await client.query<{ id: string }>(
    'select id from members where id_number_index = $1 and id <> $2',
    [indexOf.idNumber(cipher, identity.idNumber), memberId],
  );
  if (held.rows[0])
    await mergeMembers(client, { from: held.rows[0].id, into: memberId, cause: 'identityReview' });
  if (!(await writeIdentity(club, client, { memberId, identity }))) throw new MemberChanged();
}

/** Another decision or the member's own check gave the number away between our look and our write. */
const lostRace = (error: unknown) =>
  error instanceof MemberChanged || brokenUniqueKey(error) === 'members_id_number_once';

async function refuseSecond(club: Club, decision: Decision): Promise<never> {
  const review = await readReview(club, decision.actor, decision.reviewId);
  if (review.state === 'open') throw notFound();
  throw new Problem(409, 'REVIEW_ALREADY_DECIDED', '这条核验已经有答复了', {
    members: { state: review.state, decidedAt: review.decidedAt },
  });
}

/**
 * One answer to a 人工核验. Accepting makes the member verified in the same transaction, or nothing happens at all.
 * @throws Problem 404 outside the operator's branch, 409 REVIEW_ALREADY_DECIDED, 409 IDENTITY_ALREADY_BOUND
 */
export async function decideReview(
  club: Club,
  decision: Decision,
): Promise<{ body: ClubReview; replayed: boolean }> {
  const { actor, reviewId, key, wanted } = decision;
  const request = writeRequest(club, `reviewDecision:${actor.subject}`, {
    key,
    input: { reviewId, ...wanted },
  });
  const earlier = await earlierDecision(club, decision, request);
  if (earlier) return { body: earlier, replayed: true };
  try {
    const once = () =>
      inTransaction(club.pool, async (client) => {
        const decided = await close(client, club, decision, request);
        if (decided && wanted.decision === 'accepted') await makeVerified(club, client, decided);
        return decided !== undefined;
      });
    const done = await once().catch((error: unknown) => {
      if (!lostRace(error)) throw error;
      return once();
    });
    if (done) return { body: await readReview(club, actor, reviewId), replayed: false };
  } catch (error) {
    if (brokenUniqueKey(error) !== 'identity_reviews_decision') throw error;
  }
  const winner = await earlierDecision(club, decision, request);
  if (winner) return { body: winner, replayed: true };
  return refuseSecond(club, decision);
}
