import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { pino } from 'pino';
import { loadSystem, systemDeps } from '../../../bff/start/systems';
import { createClub, type Club } from '../../../bff/systems/club/club';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { testConfig, testKeys } from '../../support/settings';

export interface RestingClub {
  club: Club;
  database: TestDatabase;
  log: Logger;
  end(): Promise<void>;
}

/** A club whose jobs nobody runs but the test, on a database of its own with the demonstration in it. */
export async function restingClub(): Promise<RestingClub> {
  const database = await createTestDatabase({ seeded: true });
  const config = testConfig({ DATABASE_URL: database.url });
  const log = pino({ level: 'silent' });
  const definition = await loadSystem('club');
  const keys = await testKeys(config);
  const deps = systemDeps(definition, { config, keys, databaseUrl: database.url, log });
  return {
    club: createClub(deps),
    database,
    log,
    async end() {
      await deps.pool.end();
      await database.drop();
    },
  };
}

/** Until so many stand waiting for a lock in this database, or what was started has ended. */
export async function untilWaiting(
  pool: Pool,
  { count, or }: { count: number; or: Promise<unknown> },
): Promise<void> {
  let ended = false;
  void or.finally(() => (ended = true));
  for (let waiting = 0; waiting < count && !ended;) {
    const { rows } = await pool.query<{ count: number }>(
      `select count(*) as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    waiting = rows[0]?.count ?? 0;
  }
}

/** Holds rows while others come to them, so that the worst order happens without luck. */
export async function whileHeld(
  pool: Pool,
  sql: { text: string; values: unknown[] },
  meanwhile: () => Promise<void>,
): Promise<void> {
  const holder = await pool.connect();
  try {
    await holder.query('begin');
    await holder.query(sql);
    await meanwhile();
    await holder.query('commit');
  } finally {
    holder.release();
  }
}
