import type { PoolClient } from 'pg';
import { inTransaction } from '../../../database/transaction';
import { Problem } from '../../../http/problem';
import { normaliseMobile } from '../../../identifiers';
import type { ClubMember } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { indexOf, open, seal } from '../personal-fields';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { writeIdentity } from './bind-identity';
import { readMember } from './member-view';
import { MemberChanged, mergeMembers } from './merge-members';

export interface NumbersMerge {
  memberId: string;
  key: string;
  /** The caller has proven both numbers: the member's own, and this one. */
  wanted: { reviewId: string; confirmedPhone: string };
}

export interface MergeAnswer {
  member: ClubMember;
  mergedFrom: string;
}

interface Answered {
  id: string;
  kind: 'person' | 'organisation';
  name_sealed: Buffer;
  id_number_sealed: Buffer;
}

const REASON = '两个手机号都已经由本人确认，账号合并好了。';

const notOffered = () =>
  new Problem(409, 'MERGE_NOT_OFFERED', '现在没有可以合并的账号了，请看这里的最新情况');

/** The review is the record: a repeat of the request finds what it did there. */
async function earlierMerge(club: Club, memberId: string, request: WriteRequest) {
  const { rows } = await club.pool.query<{ input_hash: Buffer; from_member_id: string }>(
    `select r.decision_input_hash as input_hash, mm.from_member_id from identity_reviews r
     join member_merges mm on mm.cause = 'bothNumbers' and mm.into_member_id = r.member_id and mm.at = r.decided_at
     where r.decision_scope = $1 and r.decision_request_id = $2`,
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return { member: await readMember(club, club.pool, memberId), mergedFrom: rows[0].from_member_id };
}

/** The condition lets one decision through, an operator's or this one. */
async function close(
  club: Club,
  client: PoolClient,
  { merge, request }: { merge: NumbersMerge; request: WriteRequest },
): Promise<Answered> {
  const { reviewId } = merge.wanted;
  const { rows } = await client.query<Answered>(
    `update identity_reviews set state = 'accepted', decided_at = now(), reason_sealed = $3, decision_scope = $4,
       decision_request_id = $5, decision_input_hash = $6
     where id = $1 and member_id = $2 and state = 'open' and cause = 'heldByAnother'
     returning id, kind, name_sealed, id_number_sealed`,
    [
      reviewId,
      merge.memberId,
      seal(club.cipher, 'identity_reviews.reason_sealed', reviewId, REASON),
      request.scope,
      request.id,
      request.inputHash,
    ],
  );
  if (!rows[0]) throw notOffered();
  return rows[0];
}

async function perform(
  club: Club,
  client: PoolClient,
  given: { merge: NumbersMerge; request: WriteRequest },
): Promise<MergeAnswer> {
  const { cipher } = club;
  const { memberId, wanted } = given.merge;
  const review = await close(club, client, given);
  const identity = {
    kind: review.kind,
    name: open(cipher, 'identity_reviews.name_sealed', review.id, review.name_sealed),
    idNumber: open(cipher, 'identity_reviews.id_number_sealed', review.id, review.id_number_sealed),
  };
  // Both are locked here, in the order in which mergeMembers locks: what was true of the holder stays true until the merge.
  const { rows } = await client.query<{ id: string }>(
    'select id from members where (id_number_index = $1 and phone_index = $2) or id = $3 order by id for update',
    [
      indexOf.idNumber(cipher, identity.idNumber),
      indexOf.phone(cipher, normaliseMobile(wanted.confirmedPhone)),
      memberId,
    ],
  );
  const holder = rows.find(({ id }) => id !== memberId);
  if (!holder) throw notOffered();
  await mergeMembers(client, { from: holder.id, into: memberId, cause: 'bothNumbers' });
  if (!(await writeIdentity(club, client, { memberId, identity }))) throw new MemberChanged();
  return { member: await readMember(club, client, memberId), mergedFrom: holder.id };
}

/**
 * Whoever holds the ID under another number becomes one with the calling member, because both numbers have said so: the review that was opened is
 * answered by that, in the same transaction, or nothing happens at all. A lost number is an operator's matter (decide-review).
 * @throws Problem 409 MERGE_NOT_OFFERED when the review was answered or the other number is not the holder's (any more)
 */
export async function mergeByNumbers(
  club: Club,
  merge: NumbersMerge,
): Promise<{ body: MergeAnswer; replayed: boolean }> {
  const { memberId, key, wanted } = merge;
  const request = writeRequest(club, `merge:${memberId}`, { key, input: wanted });
  const earlier = await earlierMerge(club, memberId, request);
  if (earlier) return { body: earlier, replayed: true };
  const once = () => inTransaction(club.pool, (client) => perform(club, client, { merge, request }));
  try {
    const body = await once().catch((error: unknown) => {
      if (error instanceof MemberChanged || brokenUniqueKey(error) === 'members_id_number_once')
        return once();
      throw error;
    });
    return { body, replayed: false };
  } catch (error) {
    // The same request twice at once: the other was a moment faster.
    const winner = await earlierMerge(club, memberId, request);
    if (winner) return { body: winner, replayed: true };
    throw error;
  }
}
