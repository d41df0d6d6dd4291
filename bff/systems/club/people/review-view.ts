import { toInstant } from '../../../http/instants';
import type { ClubReview } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { open, openOrNull } from '../personal-fields';

export interface ReviewRow {
  id: string;
  member_id: string;
  state: ClubReview['state'];
  kind: ClubReview['kind'];
  name_sealed: Buffer;
  id_number_sealed: Buffer;
  cause: ClubReview['cause'];
  submitted_at: Date;
  due_at: Date;
  decided_at: Date | null;
  reason_sealed: Buffer | null;
  phone_sealed: Buffer | null;
  phone_member_id: string | null;
  operator_id: string | null;
  operator_name_sealed: Buffer | null;
  request_id: string;
  merge_request_id: string | null;
  merged_from: string | null;
  holder_id: string | null;
  holder_phone_sealed: Buffer | null;
}

export const REVIEW_COLUMNS = `r.id, r.member_id, r.state, r.kind, r.name_sealed, r.id_number_sealed, r.cause, r.submitted_at, r.due_at, r.decided_at,
  r.reason_sealed, m.phone_sealed, m.id as phone_member_id, o.id as operator_id, o.name_sealed as operator_name_sealed, r.request_id,
  case when r.state = 'accepted' and r.decided_by is null then r.decision_request_id end as merge_request_id,
  (select mm.from_member_id from member_merges mm where mm.cause = 'identityReview' and mm.into_member_id = coalesce(m.merged_into, r.member_id) and mm.at = r.decided_at) as merged_from, h.id as holder_id, h.phone_sealed as holder_phone_sealed`;
export const REVIEW_JOINS = `left join members m on m.id = r.member_id left join operators o on o.id = r.decided_by
  left join members h on r.state = 'open' and r.cause = 'heldByAnother' and h.id_number_index = r.id_number_index and h.id <> r.member_id`;

export function reviewView(club: Club, row: ReviewRow): ClubReview {
  const { cipher } = club;
  const { id } = row;
  return {
    id,
    memberId: row.member_id,
    state: row.state,
    kind: row.kind,
    name: open(cipher, 'identity_reviews.name_sealed', id, row.name_sealed),
    idNumber: open(cipher, 'identity_reviews.id_number_sealed', id, row.id_number_sealed),
    phone: openOrNull(cipher, 'members.phone_sealed', {
      id: row.phone_member_id ?? '',
      envelope: row.phone_sealed,
    }),
    cause: row.cause,
    submittedAt: toInstant(row.submitted_at),
    dueAt: toInstant(row.due_at),
    decidedAt: row.decided_at ? toInstant(row.decided_at) : null,
    decidedBy: openOrNull(cipher, 'operators.name_sealed', {
      id: row.operator_id ?? '',
      envelope: row.operator_name_sealed,
    }),
    reason: openOrNull(cipher, 'identity_reviews.reason_sealed', { id, envelope: row.reason_sealed }),
    requestId: row.request_id,
    mergedFrom: row.merged_from,
    mergeRequestId: row.merge_request_id,
    holderPhone: openOrNull(cipher, 'members.phone_sealed', {
      id: row.holder_id ?? '',
      envelope: row.holder_phone_sealed,
    }),
    holderId: row.holder_id,
  };
}

/** What the member was told when it was handed in, whatever became of it since. */
export function reviewAsSubmitted(review: ClubReview): ClubReview {
  return {
    ...review,
    state: 'open',
    decidedAt: null,
    decidedBy: null,
    reason: null,
    mergedFrom: null,
    mergeRequestId: null,
  };
}
