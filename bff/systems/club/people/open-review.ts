import { uuidv7 } from 'uuidv7';
import { toInstant } from '../../../http/instants';
import { Problem } from '../../../http/problem';
import type { ClubReview } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { indexOf, seal } from '../personal-fields';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { checkedIdentity, type ClaimedIdentity } from './identity-number';
import { REVIEW_COLUMNS, REVIEW_JOINS, reviewAsSubmitted, reviewView, type ReviewRow } from './review-view';

/** An answer is promised within a day. */
const DUE_SQL = `now() + interval '1 day'`;

interface Submission {
  memberId: string;
  key: string;
  claimed: ClaimedIdentity & { cause: ClubReview['cause'] };
}

async function earlierReview(club: Club, request: WriteRequest): Promise<ClubReview | undefined> {
  const { rows } = await club.pool.query<ReviewRow & { input_hash: Buffer }>(
    `select ${REVIEW_COLUMNS}, r.input_hash from identity_reviews r ${REVIEW_JOINS} where r.request_scope = $1 and r.request_id = $2`,
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return reviewAsSubmitted(reviewView(club, rows[0]));
}

async function insertReview(club: Club, submission: Submission, request: WriteRequest): Promise<string> {
  const { cipher } = club;
  const { kind, name, idNumber } = checkedIdentity(submission.claimed);
  const id = uuidv7();
  const { rowCount } = await club.pool.query(
    `insert into identity_reviews (id, member_id, branch_id, kind, name_sealed, id_number_sealed, id_number_index, cause, due_at,
       request_scope, request_id, input_hash)
     select $1, m.id, m.branch_id, $3, $4, $5, $6, $7, ${DUE_SQL}, $8, $9, $10 from members m where m.id = $2 and m.merged_into is null and m.erased_at is null`,
    [
      id,
      submission.memberId,
      kind,
      seal(cipher, 'identity_reviews.name_sealed', id, name),
      seal(cipher, 'identity_reviews.id_number_sealed', id, idNumber),
      indexOf.idNumber(cipher, idNumber),
      submission.claimed.cause,
      request.scope,
      request.id,
      request.inputHash,
    ],
  );
  if (rowCount !== 1) throw new Problem(404, 'MEMBER_GONE', '这个账户已不存在或已合并，请重新登录');
  return id;
}

/** One that is open is answered before another is taken: two people would otherwise decide about one person. */
async function refuseSecond(club: Club, memberId: string): Promise<never> {
  const { rows } = await club.pool.query<{ id: string; due_at: Date }>(
    `select id, due_at from identity_reviews where member_id = $1 and state = 'open'`,
    [memberId],
  );
  throw new Problem(409, 'REVIEW_ALREADY_OPEN', '您已经提交过人工核验，我们会尽快答复，不用重复提交', {
    members: rows[0] ? { reviewId: rows[0].id, dueAt: toInstant(rows[0].due_at) } : {},
  });
}

/** Opens a 人工核验. @throws Problem 409 REVIEW_ALREADY_OPEN, 422 for a number that cannot be one */
export async function openReview(
  club: Club,
  submission: Submission,
): Promise<{ body: ClubReview; replayed: boolean }> {
  const { memberId, key, claimed } = submission;
  const request = writeRequest(club, `review:${memberId}`, { key, input: claimed });
  const earlier = await earlierReview(club, request);
  if (earlier) return { body: earlier, replayed: true };
  try {
    await insertReview(club, submission, request);
  } catch (error) {
    const uniqueKey = brokenUniqueKey(error);
    if (uniqueKey === undefined) throw error;
    const winner = await earlierReview(club, request);
    if (winner) return { body: winner, replayed: true };
    if (uniqueKey === 'identity_reviews_one_open') return refuseSecond(club, memberId);
    throw error;
  }
  const written = await earlierReview(club, request);
  if (!written) throw new Error('a review vanished after it was written');
  return { body: written, replayed: false };
}
