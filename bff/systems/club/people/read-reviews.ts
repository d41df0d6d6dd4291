import { notFound } from '../../../http/problem';
import type { Actor } from '../../../http/service-token';
import type { ClubReview } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { limitOf, page, timePosition, type PageQuery } from '../pages';
import { REVIEW_COLUMNS, REVIEW_JOINS, reviewView, type ReviewRow } from './review-view';

/** An operator sees the own branch and everything below it; whoever is none any more sees nothing. */
const WITHIN_REACH = `r.branch_id in (select branch_tree(op.branch_id) from operators op where op.id = $1 and op.active)`;

export async function listReviews(
  club: Club,
  actor: Actor,
  query: PageQuery & { state?: ClubReview['state'] | undefined },
): Promise<{ items: ClubReview[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<ReviewRow>(
    `select ${REVIEW_COLUMNS} from identity_reviews r ${REVIEW_JOINS}
     where ${WITHIN_REACH} and ($2::text is null or r.state = $2) and ($3::timestamptz is null or (r.submitted_at, r.id) > ($3, $4))
     order by r.submitted_at, r.id limit $5`,
    [actor.subject, query.state ?? null, at, id, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: (row) => reviewView(club, row),
    position: (row) => [row.submitted_at.toISOString(), row.id],
  });
}

export async function readReview(club: Club, actor: Actor, reviewId: string): Promise<ClubReview> {
  const { rows } = await club.pool.query<ReviewRow>(
    `select ${REVIEW_COLUMNS} from identity_reviews r ${REVIEW_JOINS} where ${WITHIN_REACH} and r.id = $2`,
    [actor.subject, reviewId],
  );
  if (!rows[0]) throw notFound();
  return reviewView(club, rows[0]);
}

/** The member's own latest one, also of a member who was merged into this one. */
export async function latestReview(club: Club, memberId: string): Promise<ClubReview | null> {
  const { rows } = await club.pool.query<ReviewRow>(
    `select ${REVIEW_COLUMNS} from identity_reviews r ${REVIEW_JOINS}
     where r.member_id = $1 or r.member_id in (select from_member_id from member_merges where into_member_id = $1)
     order by r.submitted_at desc, r.id desc limit 1`,
    [memberId],
  );
  return rows[0] ? reviewView(club, rows[0]) : null;
}
