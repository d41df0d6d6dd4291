import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';

/** Time enough to go to another shop. */
const EXTENSION_DAYS = 7;

/**
 * A voucher that still has something in it lives at least so many days more, also one that lapsed within those days. Null when that changes
 * nothing. Run while the voucher's row is locked.
 */
export async function extendVoucher(
  client: PoolClient,
  { voucherId, causeId }: { voucherId: string; causeId: string | null },
): Promise<Date | null> {
  const { rows } = await client.query<{ valid_until: Date }>(
    `with extended as (
       update vouchers v set valid_until = now() + make_interval(days => $3), version = v.version + 1
       where v.id = $1 and v.state in ('active', 'reserved') and v.uses_left > 0 and coalesce(v.amount_left_fen > 0, true)
         and v.valid_until < now() + make_interval(days => $3) and v.valid_until > now() - make_interval(days => $3)
       returning v.*
     ), event as (
       insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen, cause_id)
       select $2, e.id, 'extended', e.version, e.uses_left, e.amount_left_fen, $4 from extended e
     )
     select valid_until from extended`,
    [voucherId, uuidv7(), EXTENSION_DAYS, causeId],
  );
  return rows[0]?.valid_until ?? null;
}
