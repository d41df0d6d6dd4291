import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../database/transaction';
import { hashOfRefreshToken, newRefreshToken } from './refresh-token';
import type { Revocations } from './revocations';
import type { Audience } from './session-claims';

/** How long an exchanged token still works while nothing was done with what it was exchanged for: the answer may have been lost. */
const LOST_ANSWER_SECONDS = 60;
/** After this a spent token is unknown rather than "used again"; it is dead either way. */
const REMEMBERED_DAYS = 7;

export type SessionClient = 'web' | 'app';
export type EndReason = 'signedOut' | 'reuse' | 'merged' | 'replaced' | 'lostPhone' | 'deleted';

export interface SessionRecord {
  id: string;
  accountId: string;
  client: SessionClient;
}

/** A sign-in that stands, as its owner may see it. */
export interface LiveSession extends SessionRecord {
  signedInAt: Date;
  lastUsedAt: Date;
}

export interface NewSession {
  accountId: string;
  audience: Audience;
  client: SessionClient;
}

export interface SessionStore {
  open(session: NewSession): Promise<{ sessionId: string; refreshToken: string }>;
  /**
   * Exchanges a refresh token. Undefined: unknown, lapsed, of an ended family, or used again, which ends the family.
   */
  exchange(
    refreshToken: string,
    client: SessionClient,
  ): Promise<{ session: SessionRecord; refreshToken: string } | undefined>;
  /** Sign-ins of these accounts that stand, the latest used first. */
  liveOf(accountIds: readonly string[]): Promise<LiveSession[]>;
  end(sessionId: string, reason: EndReason): Promise<void>;
  endByRefreshToken(refreshToken: string): Promise<void>;
  endAllOf(accountId: string, reason: EndReason): Promise<void>;
  deleteOld(): Promise<void>;
}

/**
 * The decision is one conditional statement. The family's row is locked first, so that siblings (two tabs with one
 * token, a thief and the owner) are judged one after the other.
 */
const EXCHANGE = `
  update refresh_tokens t set exchanged_at = coalesce(t.exchanged_at, now())
  where t.token_hash = $1
    and (t.exchanged_at is null
      or (t.exchanged_at > now() - make_interval(secs => ${LOST_ANSWER_SECONDS})
        and not exists (
          select from refresh_tokens successor
          where successor.predecessor_hash = t.token_hash and successor.exchanged_at is not null)))
    and not exists (
      select from refresh_tokens sibling
      where sibling.predecessor_hash = t.predecessor_hash and sibling.token_hash <> t.token_hash
        and sibling.exchanged_at is not null)
  returning t.session_id`;

async function lockFamily(
  client: PoolClient,
  tokenHash: Buffer,
  sessionClient: SessionClient,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `select s.id from sessions s join refresh_tokens t on t.session_id = s.id
     where t.token_hash = $1 and s.client = $2 and s.audience = 'member' and s.ended_at is null and s.expires_at > now()
     for update of s`,
    [tokenHash, sessionClient],
  );
  return rows[0]?.id;
}

async function endFamily(client: PoolClient, sessionId: string): Promise<void> {
  await client.query(
    `update sessions set ended_at = now(), end_reason = 'reuse' where id = $1 and ended_at is null`,
    [sessionId],
  );
}

export interface SessionStoreDeps {
  pool: Pool;
  revocations: Revocations;
  refreshTokenDays: number;
}

function opening({ pool, refreshTokenDays }: SessionStoreDeps): Pick<SessionStore, 'open'> {
  return {
    async open({ accountId, audience, client }) {
      const id = uuidv7();
      const { token, tokenHash } = newRefreshToken();
      await pool.query(
        `with session as (
           insert into sessions (id, account_id, audience, client, expires_at)
           values ($1, $2, $3, $4, now() + make_interval(days => $5)) returning id)
         insert into refresh_tokens (token_hash, session_id) select $6, id from session`,
        [id, accountId, audience, client, refreshTokenDays, tokenHash],
      );
      return { sessionId: id, refreshToken: token };
    },
  };
}

function exchanging(deps: SessionStoreDeps): Pick<SessionStore, 'exchange'> {
  const { pool, revocations, refreshTokenDays } = deps;

  async function exchangeIn(client: PoolClient, tokenHash: Buffer, sessionClient: SessionClient) {
    const sessionId = await lockFamily(client, tokenHash, sessionClient);
    if (!sessionId) return { kind: 'unknown' as const };
    const exchanged = await client.query(EXCHANGE, [tokenHash]);
    if (exchanged.rowCount !== 1) {
      await endFamily(client, sessionId);
      return { kind: 'reused' as const, sessionId };
    }
    const successor = newRefreshToken();
    await client.query(
      'insert into refresh_tokens (token_hash, session_id, predecessor_hash) values ($1, $2, $3)',
      [successor.tokenHash, sessionId, tokenHash],
    );
    const { rows } = await client.query<{ account_id: string }>(
      `update sessions set expires_at = now() + make_interval(days => $2) where id = $1 returning account_id`,
      [sessionId, refreshTokenDays],
    );
    const accountId = rows[0]?.account_id ?? '';
    return {
      kind: 'exchanged' as const,
      session: { id: sessionId, accountId, client: sessionClient },
      refreshToken: successor.token,
    };
  }

  return {
    async exchange(refreshToken, sessionClient) {
      const tokenHash = hashOfRefreshToken(refreshToken);
      const result = await inTransaction(pool, (client) => exchangeIn(client, tokenHash, sessionClient));
      if (result.kind === 'reused') revocations.add([result.sessionId]);
      return result.kind === 'exchanged' ? result : undefined;
    },
  };
}

function ending({
  pool,
  revocations,
}: SessionStoreDeps): Pick<SessionStore, 'end' | 'endByRefreshToken' | 'endAllOf' | 'deleteOld'> {
  async function endWhere(condition: string, value: unknown, reason: EndReason): Promise<void> {
    const { rows } = await pool.query<{ id: string }>(
      `update sessions set ended_at = now(), end_reason = $2 where ${condition} and ended_at is null returning id`,
      [value, reason],
    );
    revocations.add(rows.map(({ id }) => id));
  }
  return {
    end: (sessionId, reason) => endWhere('id = $1', sessionId, reason),
    endByRefreshToken: (refreshToken) =>
      endWhere(
        'id = (select session_id from refresh_tokens where token_hash = $1)',
        hashOfRefreshToken(refreshToken),
        'signedOut',
      ),
    endAllOf: (accountId, reason) => endWhere('account_id = $1', accountId, reason),
    async deleteOld() {
      await pool.query(
        `delete from sessions where expires_at < now() or ended_at < now() - make_interval(days => $1)`,
        [REMEMBERED_DAYS],
      );
      // Whatever has a clearly younger relative is spent, an unused sibling too; the youngest always stay, and so does what a lost answer may still need.
      await pool.query(
        `delete from refresh_tokens old using refresh_tokens young
         where old.created_at < now() - make_interval(days => $1) and young.session_id = old.session_id
           and young.created_at > old.created_at + make_interval(secs => $2)
           and (old.exchanged_at is null or old.exchanged_at < now() - make_interval(secs => $2))`,
        [REMEMBERED_DAYS, LOST_ANSWER_SECONDS + 1],
      );
    },
  };
}

function listing({ pool }: SessionStoreDeps): Pick<SessionStore, 'liveOf'> {
  return {
    async liveOf(accountIds) {
      const { rows } = await pool.query<LiveSession>(
        `select s.id, s.account_id as "accountId", s.client, s.created_at as "signedInAt", max(t.created_at) as "lastUsedAt"
         from sessions s join refresh_tokens t on t.session_id = s.id
         where s.account_id = any ($1) and s.audience = 'member' and s.ended_at is null and s.expires_at > now()
         group by s.id order by "lastUsedAt" desc, s.id`,
        [accountIds],
      );
      return rows;
    },
  };
}

export function createSessionStore(deps: SessionStoreDeps): SessionStore {
  return { ...opening(deps), ...exchanging(deps), ...listing(deps), ...ending(deps) };
}
