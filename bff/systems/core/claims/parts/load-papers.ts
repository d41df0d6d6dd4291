import { toInstant } from '../../../../http/instants';
import type { PaperKind } from '../../../../upstream/core/contract/claim-parts';
import type { CoreClaimDetail } from '../../../../upstream/core/contract/claims';
import { askedAgainApology } from '../../rules/claim-words';
import { paperWords } from '../../rules/paper-list';
import type { Db } from '../db';
import { contactOf, staffColumns, type StaffColumns, type Words } from './staff-contact';

type Detail = CoreClaimDetail;

interface PaperRow {
  id: string;
  kind: PaperKind;
  round: number;
  state: Detail['papers']['items'][number]['state'];
  reason_sealed: Buffer | null;
  review_due_at: Date | null;
  updated_at: Date;
  photo_ids: string[];
}

export async function loadPapers(
  words: Words,
  db: Db,
  claimId: string,
  listedAt: Date | null,
): Promise<Detail['papers']> {
  const { fields } = words;
  const { rows } = await db.query<PaperRow>(
    `select p.id, p.kind, p.round, p.state, p.reason_sealed, p.review_due_at, p.updated_at,
       array(select photo_id from claim_paper_photos f where f.paper_id = p.id order by photo_id) as photo_ids
     from claim_papers p where p.claim_id = $1 order by p.position, p.id`,
    [claimId],
  );
  const later = await db.query<StaffColumns & { id: string; at: Date; reason_sealed: Buffer }>(
    `select r.id, r.at, r.reason_sealed, ${staffColumns} from claim_paper_requests r left join staff s on s.id = r.allowed_by
     where r.claim_id = $1 order by r.round`,
    [claimId],
  );
  return {
    listedAt: listedAt && rows.length > 0 ? toInstant(listedAt) : null,
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      ...paperWords[row.kind],
      state: row.state,
      reason: row.reason_sealed && fields.open('claim_papers', 'reason_sealed', row.id, row.reason_sealed),
      photoIds: row.photo_ids,
      round: row.round,
      reviewDueAt: row.review_due_at && toInstant(row.review_due_at),
      updatedAt: toInstant(row.updated_at),
    })),
    laterRequests: later.rows.map((row) => ({
      at: toInstant(row.at),
      reason: fields.open('claim_paper_requests', 'reason_sealed', row.id, row.reason_sealed),
      allowedBy: contactOf(words, row)?.name ?? words.insurerName,
      apology: askedAgainApology,
    })),
  };
}
