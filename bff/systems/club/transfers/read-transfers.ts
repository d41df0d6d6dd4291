import { toInstant } from '../../../http/instants';
import { notFound } from '../../../http/problem';
import type { ClubTransfer, ClubTransferPreview } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { limitOf, page, timePosition, type PageQuery } from '../pages';
import type { StoredTerms } from '../tables/network';
import { transferTokenHash } from './transfer-token';
import { giverName, TRANSFER_SQL, transferView, type TransferRow } from './transfer-view';

/** Given and received, newest first; both people see the same transfer, each from their side. */
export async function listTransfers(
  club: Club,
  memberId: string,
  query: PageQuery,
): Promise<{ items: ClubTransfer[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<TransferRow>(
    `${TRANSFER_SQL} where (t.giver_id = $1 or t.receiver_id = $1) and ($2::timestamptz is null or (t.offered_at, t.id) < ($2, $3))
     order by t.offered_at desc, t.id desc limit $4`,
    [memberId, at, id, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: (row) => transferView(club, row, memberId),
    position: (row) => [row.offered_at.toISOString(), row.id],
  });
}

interface PreviewRow {
  uses_total: number;
  discount_text: string | null;
  terms: StoredTerms;
  valid_until: Date;
}

/**
 * What the link stands for, before accepting. Whoever has the token may see it; it shows no code and nothing of the giver but the name.
 * @throws Problem 404
 */
export async function previewTransfer(
  club: Club,
  memberId: string,
  token: string,
): Promise<ClubTransferPreview> {
  const transfers = await club.pool.query<TransferRow>(`${TRANSFER_SQL} where t.token_hash = $1`, [
    transferTokenHash(token),
  ]);
  const row = transfers.rows[0];
  const vouchers = await club.pool.query<PreviewRow>(
    'select uses_total, discount_text, terms, valid_until from vouchers where id = $1',
    [row?.voucher_id],
  );
  const voucher = vouchers.rows[0];
  if (!row || !voucher) throw notFound('没有找到这次转赠');
  return {
    transferId: row.id,
    state: row.current_state,
    giverName: giverName(club, row),
    own: row.giver_id === memberId,
    accepted: row.receiver_id === memberId,
    expiresAt: toInstant(row.expires_at),
    voucher: {
      service: row.kind,
      title: row.title,
      usesTotal: voucher.uses_total,
      discount: voucher.discount_text,
      terms: voucher.terms,
      validUntil: toInstant(voucher.valid_until),
    },
  };
}
