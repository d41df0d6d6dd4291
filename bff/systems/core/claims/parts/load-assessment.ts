import { toInstant } from '../../../../http/instants';
import type { AssessmentLine } from '../../../../upstream/core/contract/claim-parts';
import type { CoreClaimDetail } from '../../../../upstream/core/contract/claims';
import type { Settlement } from '../../rules/settlement';
import type { Db } from '../db';
import { contactOf, hotlineOf, staffColumns, type StaffColumns, type Words } from './staff-contact';

type Detail = CoreClaimDetail;

interface AssessmentRow extends StaffColumns {
  id: string;
  round: number;
  state: 'proposed' | 'agreed' | 'objected';
  fault_percent: number;
  content_sealed: Buffer;
  total_fen: number;
  payable_fen: number;
  proposed_at: Date;
  answered_at: Date | null;
  objection_sealed: Buffer | null;
}

export interface LoadedAssessment {
  shown: NonNullable<Detail['assessment']>;
  proposedAt: Date;
}

export async function loadAssessment(
  words: Words,
  db: Db,
  claimId: string,
): Promise<LoadedAssessment | null> {
  const { rows } = await db.query<AssessmentRow>(
    `select a.id, a.round, a.state, a.fault_percent, a.content_sealed, a.total_fen, a.payable_fen, a.proposed_at, a.answered_at,
       a.objection_sealed, ${staffColumns}
     from claim_assessments a
       left join claim_steps t on t.claim_id = a.claim_id and t.code = 'assessed'
       left join staff s on s.id = coalesce(a.assessor_id, t.owner_id)
     where a.claim_id = $1 order by a.round desc limit 1`,
    [claimId],
  );
  const row = rows[0];
  if (!row) return null;
  const { fields } = words;
  const content = fields.open('claim_assessments', 'content_sealed', row.id, row.content_sealed);
  const { lines, settlement } = JSON.parse(content) as { lines: AssessmentLine[]; settlement: Settlement };
  return {
    proposedAt: row.proposed_at,
    shown: {
      id: row.id,
      round: row.round,
      state: row.state,
      proposedAt: toInstant(row.proposed_at),
      answeredAt: row.answered_at && toInstant(row.answered_at),
      assessor: contactOf(words, row) ?? hotlineOf(words),
      faultPercent: row.fault_percent,
      lines,
      totalFen: row.total_fen,
      shares: settlement.shares,
      payableFen: row.payable_fen,
      ownFen: settlement.ownFen,
      objection:
        row.objection_sealed &&
        fields.open('claim_assessments', 'objection_sealed', row.id, row.objection_sealed),
    },
  };
}
