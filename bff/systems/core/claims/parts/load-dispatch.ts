import { toInstant } from '../../../../http/instants';
import type { CoreClaimDetail } from '../../../../upstream/core/contract/claims';
import { escalationWords, escalations } from '../../rules/escalation';
import type { Db } from '../db';
import { contactOf, hotlineOf, staffColumns, type StaffColumns, type Words } from './staff-contact';

type Detail = CoreClaimDetail;

export async function loadDispatch(words: Words, db: Db, claimId: string): Promise<Detail['dispatch']> {
  const { rows } = await db.query<StaffColumns & { distance_metres: number | null }>(
    `select d.distance_metres, ${staffColumns} from claim_dispatches d left join staff s on s.id = d.surveyor_id where d.claim_id = $1`,
    [claimId],
  );
  const raised = await db.query<StaffColumns & { level: number; at: Date }>(
    `select e.level, e.at, ${staffColumns} from claim_escalations e left join staff s on s.id = e.to_staff_id where e.claim_id = $1 order by e.level`,
    [claimId],
  );
  const row = rows[0];
  return {
    surveyor: row ? contactOf(words, row) : null,
    distanceMetres: row?.distance_metres ?? null,
    escalations: raised.rows.map((one) => ({
      at: toInstant(one.at),
      afterMinutes: escalations.find(({ level }) => level === one.level)?.afterMinutes ?? 0,
      words: escalationWords[one.level] ?? '',
      to: contactOf(words, one) ?? hotlineOf(words),
    })),
  };
}
