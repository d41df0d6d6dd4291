import { randomBytes, randomUUID } from 'node:crypto';
import axios from 'axios';
import { pino } from 'pino';
import type { Pool } from 'pg';
import { createAccountDeletions } from '../../../../bff/features/account/account-deletions';
import { createDeletionRuns } from '../../../../bff/features/account/carry-out-deletions';
import { createUpstream } from '../../../../bff/http/create-upstream';
import { createRevocations } from '../../../../bff/http/sessions/revocations';
import { createSessionStore } from '../../../../bff/http/sessions/session-store';
import { createMembers } from '../../../../bff/upstream/club/members';
import { createCore } from '../../../../bff/upstream/core/client';
import { startStack, type Stack } from '../../../support/stack';
import { anonymous, signIn } from '../caller';

jest.setTimeout(90_000);

/**
 * What becomes of a row that names a member, when that member is merged into another and when it is deleted. `moves`: it is the other's. `copied`: the
 * other has it, too. `ends`: it is gone. `stays`: it is as before, for the reason beside it.
 */
interface Fate {
  merged: 'moves' | 'copied' | 'ends' | 'stays';
  deleted: 'ends' | 'stays';
}

const fates: Record<string, Fate> = {
  // Receipts and the record of who looked are append-only, and the law keeps them.
  'bff.consents.account_id': { merged: 'copied', deleted: 'stays' },
  'bff.access_records.account_id': { merged: 'copied', deleted: 'stays' },
  // The record of the deletion itself; a merge calls it off.
  'bff.account_deletions.account_id': { merged: 'stays', deleted: 'stays' },
  'bff.claim_photos.owner_id': { merged: 'moves', deleted: 'stays' },
  // What never became a picture is swept away by its age.
  'bff.photo_uploads.owner_id': { merged: 'moves', deleted: 'stays' },
  'bff.photo_links.account_id': { merged: 'moves', deleted: 'ends' },
  'bff.queued_reports.account_id': { merged: 'moves', deleted: 'ends' },
  'bff.begun_reports.account_id': { merged: 'moves', deleted: 'ends' },
  'bff.message_acceptances.account_id': { merged: 'moves', deleted: 'ends' },
  'bff.data_exports.account_id': { merged: 'ends', deleted: 'ends' },
  'bff.last_known.subject': { merged: 'ends', deleted: 'ends' },
  // An ended session is kept until it would have lapsed; it opens nothing.
  'bff.sessions.account_id': { merged: 'stays', deleted: 'stays' },
  // Answers for a client that is signed out; swept after 30 days.
  'bff.idempotency_records.scope': { merged: 'stays', deleted: 'ends' },
  'core.claims.subject': { merged: 'moves', deleted: 'stays' },
  'core.claim_actions.subject': { merged: 'moves', deleted: 'stays' },
  'core.service_records.subject': { merged: 'moves', deleted: 'stays' },
  // Who did it then, for good.
  'core.claim_events.actor_subject': { merged: 'stays', deleted: 'stays' },
  'core.identity_links.subject': { merged: 'ends', deleted: 'ends' },
  'core.verified_identities.subject': { merged: 'ends', deleted: 'ends' },
  'core.hidden_policies.subject': { merged: 'ends', deleted: 'ends' },
};

/** Columns of the same names that stand for somebody else. */
const othersIds = ['core.claim_steps.owner_id', 'core.policies.owner_id'];
const MEMBER_COLUMNS = ['account_id', 'owner_id', 'subject', 'actor_subject', 'member_id', 'scope'];

interface Column {
  name: string;
  type: string;
  required: boolean;
}

let stack: Stack;
const pools: Record<string, Pool> = {};
beforeAll(async () => {
  stack = await startStack({ seeded: true, env: { CLAIM_PACE_SECONDS: '86400' } });
  for (const schema of ['bff', 'core']) pools[schema] = stack.database.pool(schema);
});
afterAll(() => stack.stop());

function poolOf(schema = ''): Pool {
  const pool = pools[schema];
  if (!pool) throw new Error(`no pool for ${schema}`);
  return pool;
}

const partsOf = (place: string) => {
  const [schema = '', table = '', column = ''] = place.split('.');
  return { schema, table, column, pool: poolOf(schema) };
};

/** What a row needs beside what its type says. */
const needed: Record<string, Record<string, unknown>> = {
  access_records: { viewer_role: 'operator', action: 'memberSearched', fields: ['name'] },
  claims: { status: 'reported', open: false },
  queued_reports: { state: 'delivered' },
  claim_photos: { state: 'removed', sha256: 'a'.repeat(64) },
  photo_uploads: { state: 'done' },
  message_acceptances: { kind: 'claimProgress' },
};

const valueOf = ({ type }: Column): unknown => {
  if (type === 'bytea') return randomBytes(32);
  if (type === 'boolean') return false;
  if (type === 'ARRAY') return [];
  if (/^(smallint|integer|bigint|numeric)$/.test(type)) return 1;
  if (type.startsWith('timestamp')) return new Date(Date.now() + 3_600_000);
  if (type === 'date') return '2026-11-22';
  if (type.startsWith('json')) return '{}';
  return randomUUID();
};

/** A made-up row that names the member; what it refers to need not be there. */
async function insertRow(place: string, memberId: string): Promise<void> {
  const { schema, table, column, pool } = partsOf(place);
  const { rows: columns } = await pool.query<Column>(
    `select column_name as name, data_type as type, is_nullable = 'NO' and column_default is null as required
     from information_schema.columns where table_schema = $1 and table_name = $2`,
    [schema, table],
  );
  const row: Record<string, unknown> = Object.fromEntries(
    columns.filter(({ required }) => required).map((one) => [one.name, valueOf(one)]),
  );
  Object.assign(row, needed[table], { [column]: column === 'scope' ? `${memberId} POST /x` : memberId });
  const names = Object.keys(row);
  const client = await pool.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    await client.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${String(index + 1)}`).join(', ')})`,
      Object.values(row),
    );
  } finally {
    await client.query(`set session_replication_role = origin`);
    client.release();
  }
}

async function rowsOf(place: string, memberId: string): Promise<number> {
  const { table, column, pool } = partsOf(place);
  const { rows } = await pool.query<{ count: number }>(
    `select count(*) as count from ${table} where ${column} = $1 or starts_with(${column}, $1 || ' ')`,
    [memberId],
  );
  return rows[0]?.count ?? 0;
}

const places = Object.keys(fates);
const countAll = async (memberId: string) =>
  Object.fromEntries(
    await Promise.all(places.map(async (place) => [place, await rowsOf(place, memberId)] as const)),
  );

test('every column that names a member says what becomes of it', async () => {
  const { rows } = await poolOf('bff').query<{ place: string }>(
    `select c.table_schema || '.' || c.table_name || '.' || c.column_name as place
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema in ('bff', 'core') and c.column_name = any ($1) order by 1`,
    [MEMBER_COLUMNS],
  );
  expect(rows.map(({ place }) => place)).toEqual([...places, ...othersIds].sort());
});

test('a merge: everything of the one is where it belongs', async () => {
  const nobody = anonymous(stack);
  const mint = async (path: string, body: object) =>
    (await axios.post<{ code: string }>(`${stack.systems.wechat}/stand-in/${path}`, body)).data.code;
  const session = await nobody.post<{ accessToken: string; account: { id: string } }>(
    '/auth/wechat-sessions',
    { code: await mint('login-codes', { device: 'merged' }) },
  );
  const from = session.body.account.id;
  const { accountId: into } = await signIn(stack, '13900060001');
  for (const place of places) await insertRow(place, from);
  const [before, of] = [await countAll(into), await countAll(from)];
  expect(places.filter((place) => (of[place] ?? 0) === 0)).toEqual([]);
  const bound = await anonymous(stack, session.body.accessToken, from).post('/auth/wechat-phone', {
    code: await mint('phone-codes', { phone: '13900060001' }),
  });
  expect(bound.status).toBe(201);
  const [left, gained] = [await countAll(from), await countAll(into)];
  const fateOf = (place: string): Fate['merged'] => {
    const has = (left[place] ?? 0) > 0;
    const got = (gained[place] ?? 0) > (before[place] ?? 0) + (place === 'bff.sessions.account_id' ? 1 : 0);
    if (has) return got ? 'copied' : 'stays';
    return got ? 'moves' : 'ends';
  };
  expect(Object.fromEntries(places.map((place) => [place, fateOf(place)]))).toEqual(
    Object.fromEntries(places.map((place) => [place, fates[place]?.merged])),
  );
});

test('a deletion: what names the member is gone, and what the law keeps is there', async () => {
  const { accountId } = await signIn(stack, '13900060002');
  for (const place of places) await insertRow(place, accountId);
  await poolOf('bff').query(`delete from account_deletions where account_id = $1`, [accountId]);
  await poolOf('bff').query(
    `insert into account_deletions (id, account_id, due_at, next_try_at) values ($1, $2, now() - interval '1 s', now())`,
    [randomUUID(), accountId],
  );
  const upstream = (name: 'club' | 'core') =>
    createUpstream({
      name,
      baseUrl: stack.systems[name],
      serviceKey: stack.keys.serviceKey,
      readDeadlineMs: 5_000,
      writeDeadlineMs: 5_000,
    });
  const log = pino({ level: 'silent' });
  const [club, core] = [upstream('club'), upstream('core')];
  const runs = createDeletionRuns({
    pool: stack.pool,
    deletions: createAccountDeletions(stack.pool),
    members: createMembers(club),
    core: createCore(core),
    sessionStore: createSessionStore({
      pool: stack.pool,
      revocations: createRevocations({ pool: stack.pool, log, lifetimeSeconds: 900 }),
      refreshTokenDays: 30,
    }),
    log,
  });
  expect(await runs.once()).toBe(1);
  const left = await countAll(accountId);
  expect(
    Object.fromEntries(places.map((place) => [place, (left[place] ?? 0) > 0 ? 'stays' : 'ends'])),
  ).toEqual(Object.fromEntries(places.map((place) => [place, fates[place]?.deleted])));
  await Promise.all([club.close(), core.close()]);
});
