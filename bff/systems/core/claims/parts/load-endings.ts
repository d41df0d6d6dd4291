import { toInstant } from '../../../../http/instants';
import type { CoreClaimDetail } from '../../../../upstream/core/contract/claims';
import type { Db } from '../db';
import type { Words } from './staff-contact';

type Detail = CoreClaimDetail;

interface EndingRow {
  withdrawn_at: Date | null;
  undo_until: Date | null;
  refusal_id: string | null;
  decided_at: Date;
  notice_due_at: Date;
  notice_at: Date | null;
  reasons_sealed: Buffer;
  score: number | null;
  comment_sealed: Buffer | null;
  rated_at: Date;
}

export async function loadEndings(words: Words, db: Db, claimId: string, now: Date) {
  const { rows } = await db.query<EndingRow>(
    `select w.at as withdrawn_at, w.undo_until, r.id as refusal_id, r.decided_at, r.notice_due_at, r.notice_at, r.reasons_sealed,
       g.score, g.comment_sealed, g.at as rated_at
     from claims c left join claim_withdrawals w on w.claim_id = c.id and w.undone_at is null
       left join claim_refusals r on r.claim_id = c.id and r.ended_at is null
       left join claim_ratings g on g.claim_id = c.id where c.id = $1`,
    [claimId],
  );
  const row = rows[0];
  const { fields, hotline } = words;
  const withdrawal: Detail['withdrawal'] =
    row?.withdrawn_at && row.undo_until
      ? {
          at: toInstant(row.withdrawn_at),
          undoUntil: toInstant(row.undo_until),
          undoable: row.undo_until > now,
        }
      : null;
  const refusal: Detail['refusal'] = row?.refusal_id
    ? {
        decidedAt: toInstant(row.decided_at),
        reasons: JSON.parse(
          fields.open('claim_refusals', 'reasons_sealed', row.refusal_id, row.reasons_sealed),
        ) as string[],
        noticeDueAt: toInstant(row.notice_due_at),
        noticeAt: row.notice_at && toInstant(row.notice_at),
        breached: (row.notice_at ?? now) > row.notice_due_at,
        whatYouCanDo: `可以要求再看一次，由另一个人看；也可以打 ${hotline} 投诉，或者向金融监管部门反映。`,
      }
    : null;
  const satisfaction: Detail['satisfaction'] =
    row === undefined || row.score === null
      ? null
      : {
          score: row.score,
          comment:
            row.comment_sealed && fields.open('claim_ratings', 'comment_sealed', claimId, row.comment_sealed),
          at: toInstant(row.rated_at),
        };
  return { withdrawal, refusal, satisfaction, undoUntil: row?.undo_until ?? null };
}
