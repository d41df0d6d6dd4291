import type { ClaimNotice } from '../../../upstream/core/contract/claim-requests';
import { toInstant } from '../../../http/instants';
import type { CoreDeps } from '../core-deps';
import { newsOf } from '../rules/claim-news';
import { phraseOf } from '../rules/news-phrases';

const MOST_AT_ONCE = 50;

interface Row {
  id: string;
  claimId: string;
  kind: 'received' | 'progress';
  news: string;
  reportNo: string;
  subject: string;
  event: string;
  createdAt: Date;
  contact_phone_sealed: Buffer;
}

/** `kind:detail` → what a message with room for five characters and a line says. */
function pushOf(event: string): ClaimNotice['push'] {
  const [kind = '', detail = ''] = event.split(':');
  const phrase = phraseOf({ kind, detail });
  return phrase === undefined ? null : { phrase, line: newsOf({ kind, detail }).title };
}

/** What people have to be told, oldest first. It stands here until it was taken, so that a message is late, never lost. */
export async function waitingNotices({ pool, fields }: CoreDeps): Promise<ClaimNotice[]> {
  const { rows } = await pool.query<Row>(
    `select n.id, n.claim_id as "claimId", n.kind, n.news, n.event, n.created_at as "createdAt", c.report_no as "reportNo",
       c.subject, c.contact_phone_sealed
     from claim_notices n join claims c on c.id = n.claim_id order by n.created_at, n.id limit ${MOST_AT_ONCE}`,
  );
  return rows.map(({ contact_phone_sealed: sealed, event, createdAt, ...row }) => ({
    ...row,
    at: toInstant(createdAt),
    push: pushOf(event),
    phone: fields.open('claims', 'contact_phone_sealed', row.claimId, sealed),
  }));
}

export async function takeNotice({ pool }: CoreDeps, id: string): Promise<void> {
  await pool.query('delete from claim_notices where id = $1', [id]);
}
