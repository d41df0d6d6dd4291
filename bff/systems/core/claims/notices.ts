import type { ClaimNotice } from '../../../upstream/core/contract/claim-requests';
import type { CoreDeps } from '../core-deps';

const MOST_AT_ONCE = 50;

interface Row {
  id: string;
  claimId: string;
  kind: 'received' | 'progress';
  news: string;
  reportNo: string;
  contact_phone_sealed: Buffer;
}

/** What people have to be told, oldest first. It stands here until it was taken, so that a message is late, never lost. */
export async function waitingNotices({ pool, fields }: CoreDeps): Promise<ClaimNotice[]> {
  const { rows } = await pool.query<Row>(
    `select n.id, n.claim_id as "claimId", n.kind, n.news, c.report_no as "reportNo", c.contact_phone_sealed
     from claim_notices n join claims c on c.id = n.claim_id order by n.created_at, n.id limit ${MOST_AT_ONCE}`,
  );
  return rows.map(({ contact_phone_sealed: sealed, ...row }) => ({
    ...row,
    phone: fields.open('claims', 'contact_phone_sealed', row.claimId, sealed),
  }));
}

export async function takeNotice({ pool }: CoreDeps, id: string): Promise<void> {
  await pool.query('delete from claim_notices where id = $1', [id]);
}
