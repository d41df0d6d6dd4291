import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { toInstant } from '../../http/instants';
import type { AccountDeletion } from './contract/privacy';

/** A week to change one's mind: long enough for a phone that was lost, short enough to be a deletion. */
export const WAIT_DAYS = 7;
/** A killed server's work is free again after this; so is work for which a system was away. */
const RETRY_MINUTES = 5;

export interface DueDeletion {
  id: string;
  accountId: string;
  attempts: number;
}

/** Requests to be forgotten: at most one open per account; whether the week is over is the database clock's word. */
export interface AccountDeletions {
  /** Asking twice gives the request that is open. */
  request(transaction: PoolClient, accountId: string): Promise<AccountDeletion>;
  current(accountId: string): Promise<AccountDeletion | null>;
  /** True when it was called off, also when there was none; false when it is being carried out. */
  cancel(accountId: string): Promise<boolean>;
  takeDue(): Promise<DueDeletion | undefined>;
  done(transaction: PoolClient, id: string): Promise<void>;
}

interface Row {
  id: string;
  requested_at: Date;
  due_at: Date;
}

const COLUMNS = 'id, requested_at, due_at';
const OPEN = 'cancelled_at is null and done_at is null';

const deletionOf = (row: Row): AccountDeletion => ({
  id: row.id,
  requestedAt: toInstant(row.requested_at),
  dueAt: toInstant(row.due_at),
});

export function createAccountDeletions(pool: Pool): AccountDeletions {
  return {
    async request(transaction, accountId) {
      await transaction.query(
        `insert into account_deletions (id, account_id, due_at, next_try_at)
         values ($1, $2, now() + make_interval(days => $3), now() + make_interval(days => $3))
         on conflict (account_id) where ${OPEN} do nothing`,
        [uuidv7(), accountId, WAIT_DAYS],
      );
      const { rows } = await transaction.query<Row>(
        `select ${COLUMNS} from account_deletions where account_id = $1 and ${OPEN}`,
        [accountId],
      );
      if (!rows[0]) throw new Error('the deletion was not written');
      return deletionOf(rows[0]);
    },
    async current(accountId) {
      const { rows } = await pool.query<Row>(
        `select ${COLUMNS} from account_deletions where account_id = $1 and ${OPEN}`,
        [accountId],
      );
      return rows[0] ? deletionOf(rows[0]) : null;
    },
    async cancel(accountId) {
      await pool.query(
        `update account_deletions set cancelled_at = now() where account_id = $1 and ${OPEN} and due_at > now()`,
        [accountId],
      );
      const { rowCount } = await pool.query(
        `select 1 from account_deletions where account_id = $1 and ${OPEN}`,
        [accountId],
      );
      return rowCount === 0;
    },
    async takeDue() {
      const { rows } = await pool.query<{ id: string; account_id: string; attempts: number }>(
        `update account_deletions set attempts = least(attempts + 1, 1000), next_try_at = now() + make_interval(mins => $1)
         where id = (select id from account_deletions where ${OPEN} and due_at <= now() and next_try_at <= now()
                     order by next_try_at limit 1 for update skip locked)
         returning id, account_id, attempts`,
        [RETRY_MINUTES],
      );
      const row = rows[0];
      return row && { id: row.id, accountId: row.account_id, attempts: row.attempts };
    },
    async done(transaction, id) {
      await transaction.query(`update account_deletions set done_at = now() where id = $1 and ${OPEN}`, [id]);
    },
  };
}
