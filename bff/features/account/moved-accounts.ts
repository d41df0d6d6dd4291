import type { Pool } from 'pg';

/**
 * Accounts that were merged away and of which everything has moved. A phone hears of a former account only then: a report that it sends again under the
 * account that is left is told apart from the first one only where that has moved, too.
 */
export interface MovedAccounts {
  note(formerId: string): Promise<void>;
  /** Those that have moved. */
  among(formerIds: readonly string[]): Promise<string[]>;
}

export function createMovedAccounts(pool: Pool): MovedAccounts {
  return {
    async note(formerId) {
      await pool.query('insert into moved_accounts (former_id) values ($1) on conflict do nothing', [
        formerId,
      ]);
    },
    async among(formerIds) {
      if (formerIds.length === 0) return [];
      const { rows } = await pool.query<{ former_id: string }>(
        'select former_id from moved_accounts where former_id = any($1::text[])',
        [formerIds],
      );
      return rows.map((row) => row.former_id);
    },
  };
}
