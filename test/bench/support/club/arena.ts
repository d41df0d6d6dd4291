import type { Pool } from 'pg';
import type { Keys } from '../../../../bff/crypto/keys';
import { createPool } from '../../../../bff/database/pool';
import { findBreaches } from '../../../../bff/systems/club/invariants';
import { testKeys } from '../../../support/settings';
import type { MeasuredProcess } from '../../proxy/measured-process';
import type { BenchContext } from '../definition';
import { startBffProcess, startClubProcess } from './club-processes';
import type { BenchServer } from './sized-database';
import { CONCURRENCY } from './way';

/** A club with so many members, asked in three ways: by its database, by its own interface, and through the server in front of it. */
export interface Arena {
  url: string;
  pool: Pool;
  keys: Keys;
  club: MeasuredProcess;
  bff: MeasuredProcess;
}

const SETTING_UP_TIMEOUT_MS = 600_000;

/**
 * What members are told about is sent afterwards by a job of the club; while a way is measured it waits, or one way would pay for the messages of the way
 * before it. The default is what every insert leaves to the table.
 */
const MESSAGES_WAIT = `alter table outbox alter column due_at set default now() + interval '1 day'`;

async function startBoth(url: string, profile: string | undefined) {
  const club = await startClubProcess(url, profile);
  try {
    return { club, bff: await startBffProcess(url, club.url, profile) };
  } catch (error) {
    await club.stop();
    throw error;
  }
}

/** @throws Error when what was done has broken a promise of the club */
async function assertKept(pool: Pool): Promise<void> {
  const broken = await findBreaches(pool);
  if (broken.length > 0) throw new Error(`promises were broken: ${JSON.stringify(broken)}`);
}

export async function inArena<Result>(
  server: BenchServer,
  members: number,
  { say, profile }: BenchContext,
  work: (arena: Arena) => Promise<Result>,
): Promise<Result> {
  const database = await server.copy(members);
  const { url } = database;
  const pool = createPool({
    url,
    name: 'bench',
    schema: 'club',
    max: CONCURRENCY,
    statementTimeoutMs: SETTING_UP_TIMEOUT_MS,
  });
  try {
    await pool.query(MESSAGES_WAIT);
    const servers = await startBoth(url, profile);
    try {
      const result = await work({ url, pool, keys: await testKeys(), ...servers });
      say('looking whether every promise is kept');
      await assertKept(pool);
      return result;
    } finally {
      await servers.bff.stop();
      await servers.club.stop();
    }
  } finally {
    await pool.end();
    await database.drop();
  }
}
