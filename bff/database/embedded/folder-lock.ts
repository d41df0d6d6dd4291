import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { LOCK_CLASS, lockKeys } from '../exclusive';

const ATTEMPT_EVERY_MS = 100;

/** Held by one session for as long as this process lives; a killed process loses it with its socket. */
export interface FolderLock {
  /** Resolves when the session is gone, by our release or by the server's end. */
  lost: Promise<void>;
  release(): Promise<void>;
}

/** @returns undefined when another process still holds the lock after `patienceMs` */
export async function takeFolderLock(url: string, patienceMs: number): Promise<FolderLock | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000, keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.once('end', resolve);
    client.on('error', () => resolve());
  });
  await client.connect();
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const { rows } = await client.query<{ granted: boolean }>(
      'select pg_try_advisory_lock($1, $2) as granted',
      [LOCK_CLASS, lockKeys.dataFolder],
    );
    if (rows[0]?.granted) return { lost, release: () => client.end().catch(() => undefined) };
    if (Date.now() >= giveUpAt) break;
    await pause(ATTEMPT_EVERY_MS);
  }
  await client.end().catch(() => undefined);
  return undefined;
}
