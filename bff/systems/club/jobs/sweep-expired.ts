import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import type { Club } from '../club';

const CURSOR = 'expired-vouchers';
const BATCH = 500;

interface Lapsed {
  id: string;
  valid_until: Date;
}

/** Sweeps take turns here. An object rather than a string, so that a test can take the lock out and show that a lapse is then written down twice. */
export const sweepCursorStatement = { text: 'select through from job_cursors where name = $1 for update' };

/** Writes down that vouchers lapsed. Nothing waits for it: whether a voucher is expired follows from the clock. Several sweeps at once take turns. */
async function sweepSome(client: PoolClient): Promise<number> {
  await client.query(
    `insert into job_cursors (name, through) values ($1, 'epoch') on conflict (name) do nothing`,
    [CURSOR],
  );
  const { rows: cursors } = await client.query<{ through: Date }>(sweepCursorStatement.text, [CURSOR]);
  const { rows } = await client.query<Lapsed>(
    `select id, valid_until from vouchers where valid_until > $1 and valid_until <= now() order by valid_until limit $2`,
    [cursors[0]?.through, BATCH],
  );
  const last = rows.at(-1);
  if (!last) return 0;
  // All that lapse in the last one's millisecond go together, so that the cursor can stand there.
  const { rows: changed } = await client.query<{
    id: string;
    version: number;
    uses_left: number;
    left: number;
  }>(
    `update vouchers set version = version + 1 where valid_until > $1 and valid_until <= $2 and state in ('active', 'reserved')
       and uses_left > 0 and (amount_left_fen is null or amount_left_fen > 0)
     returning id, version, uses_left, amount_left_fen as left`,
    [cursors[0]?.through, last.valid_until],
  );
  await client.query(
    `insert into voucher_events (id, voucher_id, kind, version, uses_left, amount_left_fen)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::smallint[], $6::bigint[])`,
    [
      changed.map(() => uuidv7()),
      changed.map(({ id }) => id),
      changed.map(() => 'expired'),
      changed.map(({ version }) => version),
      changed.map((row) => row.uses_left),
      changed.map(({ left }) => left),
    ],
  );
  await client.query('update job_cursors set through = $2 where name = $1', [CURSOR, last.valid_until]);
  return rows.length;
}

/** Goes on from where the last sweep ended, however long ago that was. */
export async function sweepExpired({ pool }: Pick<Club, 'pool'>): Promise<void> {
  while ((await inTransaction(pool, sweepSome)) === BATCH) continue;
}
