import type { Pool } from 'pg';
import { pino } from 'pino';
import { createRevocations, type Revocations } from '../../../../bff/http/sessions/revocations';
import { createSessionStore, type SessionStore } from '../../../../bff/http/sessions/session-store';
import { createTestDatabase, type TestDatabase } from '../../../support/database';

jest.setTimeout(60_000);

let database: TestDatabase;
let pool: Pool;
let revocations: Revocations;
let store: SessionStore;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool('bff');
  revocations = createRevocations({ pool, log: pino({ level: 'silent' }), lifetimeSeconds: 900 });
  store = createSessionStore({ pool, revocations, refreshTokenDays: 30 });
});
afterAll(async () => {
  await revocations.stop();
  await database.drop();
});

const openOne = () => store.open({ accountId: 'mem_1', audience: 'member', client: 'app' });

/** Everything of a session happened this much earlier. */
async function letPass(sessionId: string, seconds: number): Promise<void> {
  await pool.query(
    `update refresh_tokens set exchanged_at = exchanged_at - make_interval(secs => $2),
       created_at = created_at - make_interval(secs => $2) where session_id = $1`,
    [sessionId, seconds],
  );
}

async function endReason(sessionId: string): Promise<string | null> {
  const { rows } = await pool.query<{ end_reason: string | null }>(
    'select end_reason from sessions where id = $1',
    [sessionId],
  );
  return rows[0]?.end_reason ?? null;
}

describe('refresh tokens', () => {
  it('are exchanged for one another, along a chain', async () => {
    const { sessionId, refreshToken } = await openOne();
    const second = await store.exchange(refreshToken, 'app');
    const third = await store.exchange(second?.refreshToken ?? '', 'app');
    expect(third?.session).toEqual({ id: sessionId, accountId: 'mem_1', client: 'app' });
  });

  it('are kept as hashes only', async () => {
    const { refreshToken } = await openOne();
    const { rows } = await pool.query('select * from refresh_tokens');
    expect(JSON.stringify(rows.map((row) => Object.values(row).map(String)))).not.toContain(refreshToken);
    expect(Buffer.from(refreshToken, 'base64url')).toHaveLength(32);
  });

  it('forgive a lost answer: the predecessor works again while nothing was done with the successor', async () => {
    const { sessionId, refreshToken } = await openOne();
    await store.exchange(refreshToken, 'app');
    await letPass(sessionId, 59);
    expect(await store.exchange(refreshToken, 'app')).toBeDefined();
    expect(await endReason(sessionId)).toBeNull();
  });

  it('do not forgive it after a minute: the family ends', async () => {
    const { sessionId, refreshToken } = await openOne();
    const successor = await store.exchange(refreshToken, 'app');
    await letPass(sessionId, 61);
    expect(await store.exchange(refreshToken, 'app')).toBeUndefined();
    expect(await endReason(sessionId)).toBe('reuse');
    expect(await store.exchange(successor?.refreshToken ?? '', 'app')).toBeUndefined();
    expect(revocations.has(sessionId)).toBe(true);
  });

  it('end the family when a thief uses one that was followed up', async () => {
    const { sessionId, refreshToken } = await openOne();
    const owner = await store.exchange(refreshToken, 'app');
    const further = await store.exchange(owner?.refreshToken ?? '', 'app');
    expect(await store.exchange(refreshToken, 'app')).toBeUndefined();
    expect(await store.exchange(further?.refreshToken ?? '', 'app')).toBeUndefined();
    expect(await endReason(sessionId)).toBe('reuse');
  });

  it('let one of two siblings live: the first that is used', async () => {
    const { sessionId, refreshToken } = await openOne();
    const owner = await store.exchange(refreshToken, 'app');
    const thief = await store.exchange(refreshToken, 'app');
    expect(await store.exchange(thief?.refreshToken ?? '', 'app')).toBeDefined();
    expect(await store.exchange(owner?.refreshToken ?? '', 'app')).toBeUndefined();
    expect(await endReason(sessionId)).toBe('reuse');
  });

  it('survive two tabs that renew in the same moment', async () => {
    const { sessionId, refreshToken } = await openOne();
    const both = await Promise.all([
      store.exchange(refreshToken, 'app'),
      store.exchange(refreshToken, 'app'),
    ]);
    expect(both.every((one) => one !== undefined)).toBe(true);
    expect(await endReason(sessionId)).toBeNull();
    // The jar keeps whichever answer came last; that one goes on.
    expect(await store.exchange(both[1]?.refreshToken ?? '', 'app')).toBeDefined();
  });

  it('never let two siblings go on, however they race', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { refreshToken } = await openOne();
      const [one, other] = [
        await store.exchange(refreshToken, 'app'),
        await store.exchange(refreshToken, 'app'),
      ];
      const race = await Promise.all([
        store.exchange(one?.refreshToken ?? '', 'app'),
        store.exchange(other?.refreshToken ?? '', 'app'),
      ]);
      expect(race.filter((won) => won !== undefined).length).toBeLessThanOrEqual(1);
    }
  });

  it('belong to the kind of client they were given to', async () => {
    const { sessionId, refreshToken } = await openOne();
    expect(await store.exchange(refreshToken, 'web')).toBeUndefined();
    expect(await endReason(sessionId)).toBeNull();
    expect(await store.exchange(refreshToken, 'app')).toBeDefined();
  });

  it('lapse, and are worth nothing after signing out', async () => {
    const lapsed = await openOne();
    await pool.query('update sessions set expires_at = now() where id = $1', [lapsed.sessionId]);
    expect(await store.exchange(lapsed.refreshToken, 'app')).toBeUndefined();
    const left = await openOne();
    await store.endByRefreshToken(left.refreshToken);
    expect(await store.exchange(left.refreshToken, 'app')).toBeUndefined();
    expect(await store.exchange('made-up', 'app')).toBeUndefined();
  });

  it('never renew an operator', async () => {
    const opened = await store.open({ accountId: 'mem_2', audience: 'operator', client: 'app' });
    expect(await store.exchange(opened.refreshToken, 'app')).toBeUndefined();
  });

  it('are swept without bringing a spent sibling back to life', async () => {
    const { sessionId, refreshToken } = await openOne();
    const used = await store.exchange(refreshToken, 'app');
    const spare = await store.exchange(refreshToken, 'app');
    await letPass(sessionId, 8 * 86_400);
    const current = await store.exchange(used?.refreshToken ?? '', 'app');
    await store.deleteOld();
    expect(await store.exchange(spare?.refreshToken ?? '', 'app')).toBeUndefined();
    expect(await store.exchange(current?.refreshToken ?? '', 'app')).toBeDefined();
  });

  it('do not take away a token that was kept for long and whose answer was lost just now', async () => {
    const { sessionId, refreshToken } = await openOne();
    await letPass(sessionId, 8 * 86_400);
    expect(await store.exchange(refreshToken, 'app')).toBeDefined();
    await store.deleteOld();
    expect(await store.exchange(refreshToken, 'app')).toBeDefined();
  });
});

describe('ended sessions', () => {
  it('are known to another server, and to this one after a restart', async () => {
    const { sessionId } = await openOne();
    const kept = await openOne();
    await store.end(sessionId, 'signedOut');
    const other = createRevocations({ pool, log: pino({ level: 'silent' }), lifetimeSeconds: 900 });
    await other.start();
    await other.stop();
    expect([other.has(sessionId), other.has(kept.sessionId)]).toEqual([true, false]);
  });

  it('end together when their account is merged away', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => store.open({ accountId: 'mem_merged', audience: 'member', client: 'app' })),
    );
    await store.endAllOf('mem_merged', 'merged');
    expect([revocations.has(one?.sessionId ?? ''), revocations.has(two?.sessionId ?? '')]).toEqual([
      true,
      true,
    ]);
  });
});
