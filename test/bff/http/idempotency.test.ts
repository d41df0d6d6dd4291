import { createSecretKey } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { createFieldCipher } from '../../../bff/crypto/field-cipher';
import { createKeyring } from '../../../bff/crypto/keyring';
import { createRecordedWrites, recordScope, type RecordedWrites } from '../../../bff/http/idempotency';
import { Problem } from '../../../bff/http/problem';
import type { Answer } from '../../../bff/http/route';
import { OutcomeUnknown, UpstreamRefusal } from '../../../bff/http/upstream-errors';
import { createEmptyDatabase, type TestDatabase } from '../../support/database';
import { prepareBffSchema } from '../../support/template';

const hmacKey = createSecretKey(Buffer.alloc(32, 5));
const cipher = createFieldCipher(createKeyring([Buffer.alloc(32, 6)]));
const scope = recordScope('account-1', 'POST /me/consents');

let database: TestDatabase;
let pool: Pool;
let recorded: RecordedWrites;
let key: string;
let keys = 0;

beforeAll(async () => {
  database = await createEmptyDatabase();
  await prepareBffSchema(database.url);
  pool = database.pool('bff');
  await pool.query('create table effects (id serial primary key, name text not null)');
  recorded = createRecordedWrites({ pool, hmacKey, cipher });
});
afterAll(() => database.drop());
beforeEach(async () => {
  keys += 1;
  key = `request-${String(keys)}`;
  await pool.query('truncate effects');
});

const effects = async () => (await pool.query<{ n: number }>('select count(*) as n from effects')).rows[0]?.n;
const addEffect = async (transaction: PoolClient, name = 'x'): Promise<Answer> => {
  await transaction.query('insert into effects (name) values ($1)', [name]);
  return { status: 201, body: { name } };
};
const run = (input: unknown = { a: 1 }, work = addEffect) =>
  recorded.run({ scope, key, input }, (client) => work(client));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
/** As if the server that holds the lease had died half a minute ago. */
const endLease = () =>
  pool.query(
    `update idempotency_records set lease_until = now() - interval '1 second' where request_key = $1`,
    [key],
  );

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

describe('a request that is sent again', () => {
  it('gets the same answer and has one effect', async () => {
    const first = await run();
    const second = await run({ a: 1, absent: undefined });
    expect(first).toEqual({ status: 201, body: { name: 'x' } });
    expect(second).toEqual({ status: 201, body: { name: 'x' }, headers: { 'Idempotent-Replayed': 'true' } });
    expect(await effects()).toBe(1);
  });

  it('has one effect when a hundred copies arrive at once', async () => {
    const codes = await Promise.all(Array.from({ length: 100 }, () => codeOf(run())));
    expect(codes.filter((code) => code !== 'no error' && code !== 'REQUEST_IN_PROGRESS')).toEqual([]);
    expect(await effects()).toBe(1);
  });

  it.each([
    ['another value', { a: 2 }, []],
    ['one more member', { a: 1, b: null }, []],
    ['another file', { a: 1 }, ['ff']],
  ])('is refused with %s', async (_name, input, fileHashes) => {
    await run();
    expect(await codeOf(recorded.run({ scope, key, input, fileHashes }, (client) => addEffect(client)))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await effects()).toBe(1);
  });

  it('is the same whatever the order of its members', async () => {
    await run({ a: 1, b: { c: [1, 2], d: 'x' } });
    expect(await run({ b: { d: 'x', c: [1, 2] }, a: 1 })).toMatchObject({
      headers: { 'Idempotent-Replayed': 'true' },
    });
  });

  it('is another request for another account', async () => {
    await run();
    const other = recordScope('account-2', 'POST /me/consents');
    await recorded.run({ scope: other, key, input: { a: 1 } }, (client) => addEffect(client));
    expect(await effects()).toBe(2);
  });

  it('is told to wait while the first is running, and changed input is told apart even then', async () => {
    const { open, opened } = gate();
    const started = gate();
    const first = run({ a: 1 }, async (client) => {
      started.open();
      await opened;
      return addEffect(client);
    });
    await started.opened;
    expect(await codeOf(run())).toBe('REQUEST_IN_PROGRESS');
    expect(await codeOf(run({ a: 2 }))).toBe('IDEMPOTENCY_KEY_REUSED');
    open();
    expect(await first).toMatchObject({ status: 201 });
    expect(await run()).toMatchObject({ status: 201, headers: { 'Idempotent-Replayed': 'true' } });
  });
});

describe('what goes wrong', () => {
  const failing = (error: unknown) => async (client: PoolClient) => {
    await addEffect(client);
    throw error;
  };

  it('keeps a final refusal with its words, and its effect is undone', async () => {
    const refusal = new Problem(409, 'CONSENT_OUTDATED', '条款已经更新，请重新阅读');
    expect(await codeOf(run({ a: 1 }, failing(refusal)))).toBe('CONSENT_OUTDATED');
    const again = await run();
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'CONSENT_OUTDATED', detail: '条款已经更新，请重新阅读' },
      headers: { 'Content-Type': 'application/problem+json', 'Idempotent-Replayed': 'true' },
    });
    expect(await effects()).toBe(0);
  });

  it('keeps a refusal of a system of record', async () => {
    await codeOf(
      run({ a: 1 }, failing(new UpstreamRefusal('core', 404, { code: 'NOT_FOUND', detail: '没有找到' }))),
    );
    expect(await run()).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  it.each<[string, unknown]>([
    ['401', new Problem(401, 'NOT_SIGNED_IN', '请先登录')],
    ['429', new Problem(429, 'TOO_MANY_REQUESTS', '太频繁')],
    ['503', new Problem(503, 'AWAY', '稍后')],
    ['an unknown outcome', new OutcomeUnknown('core', 'timeout')],
    ['a fault', new Error('boom')],
    ['a running twin', new Problem(409, 'REQUEST_IN_PROGRESS', '处理中')],
  ])('forgets %s, so that asking again works at once', async (_name, error) => {
    await codeOf(run({ a: 1 }, failing(error)));
    expect(await run()).toEqual({ status: 201, body: { name: 'x' } });
    expect(await effects()).toBe(1);
  });

  it('has no effect when the connection dies before the commit', async () => {
    await codeOf(
      run({ a: 1 }, async (client) => {
        await addEffect(client);
        const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
        client.on('error', () => undefined);
        await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
        return { status: 201, body: {} };
      }),
    );
    expect(await effects()).toBe(0);
    expect(await run()).toMatchObject({ status: 201 });
    expect(await effects()).toBe(1);
  });

  it('is taken over once the lease of a dead server has ended, and the dead one, coming back, changes nothing', async () => {
    const { open, opened } = gate();
    const started = gate();
    const slow = run({ a: 1 }, async (client) => {
      started.open();
      await opened;
      return addEffect(client, 'late');
    });
    await started.opened;
    expect(await codeOf(run())).toBe('REQUEST_IN_PROGRESS');
    await endLease();
    expect(await codeOf(run({ a: 2 }))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await run()).toEqual({ status: 201, body: { name: 'x' } });
    open();
    expect(await codeOf(slow)).toBe('REQUEST_IN_PROGRESS');
    expect((await pool.query('select name from effects')).rows).toEqual([{ name: 'x' }]);
  });
});

describe('the record', () => {
  it('holds nothing readable', async () => {
    await run({ phone: '13800000001' }, (client) => addEffect(client, '浙A12345'));
    const { rows } = await pool.query<{ row: string }>(
      'select to_jsonb(r)::text as row from idempotency_records r where request_key = $1',
      [key],
    );
    expect(rows[0]?.row).not.toMatch(/13800000001|A12345/);
  });

  it('prepares slow work under the lease and hands it to the transaction', async () => {
    const answer = await recorded.run(
      { scope, key, input: {}, prepare: () => Promise.resolve('picture') },
      (client, prepared) => addEffect(client, prepared),
    );
    expect(answer.body).toEqual({ name: 'picture' });
  });

  it('is swept when it is old', async () => {
    await run();
    await pool.query(
      `update idempotency_records set created_at = now() - interval '8 days' where request_key = $1`,
      [key],
    );
    expect(await recorded.sweep(7)).toBe(1);
  });
});
