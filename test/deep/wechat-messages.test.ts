import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import { signIn, type Caller } from '../bff/features/caller';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { readInbox } from '../support/inbox';
import { startTestSystem, type TestSystem } from '../support/one-system';
import { temporaryFolder } from '../support/run-folder';
import { startServerProcess, type ServerProcess } from '../support/server-process';
import { testSecrets } from '../support/settings';

const MEMBER = '13800000001';
const dataDir = temporaryFolder('messages');

let database: TestDatabase;
let wechat: TestSystem;
let inFront: Server;
let server: ServerProcess;
let baseUrl: string;
let member: Caller;
/** What happens to the next message on its way to WeChat. */
let next: 'pass' | 'killBefore' | 'killAfter' = 'pass';
let calls = 0;

/** The server dies here: while its call is on the way, or after WeChat has taken it and before the answer is heard. */
function startInFront(): Promise<void> {
  inFront = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sends = request.url?.startsWith('/cgi-bin/message/subscribe/send') === true;
      const fate = sends ? next : 'pass';
      if (sends) {
        calls += 1;
        next = 'pass';
      }
      const pass = async () => {
        if (fate === 'killBefore') return server.kill('SIGKILL');
        const answer = await axios.request<Buffer>({
          method: request.method,
          url: `${wechat.url}${request.url ?? ''}`,
          data: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
          headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
          responseType: 'arraybuffer',
          validateStatus: null,
        });
        if (fate === 'killAfter') return server.kill('SIGKILL');
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.data);
      };
      void pass();
    });
  });
  return new Promise((resolve) => inFront.listen(0, '127.0.0.1', resolve));
}

async function startBff(port = '0'): Promise<void> {
  const WECHAT_URL = `http://127.0.0.1:${String((inFront.address() as AddressInfo).port)}`;
  const env = { DATABASE_URL: database.url, DEMO: '1', LOG_LEVEL: 'silent', CLAIM_PACE_SECONDS: '86400' };
  server = startServerProcess({ env: { ...env, ...testSecrets, WECHAT_URL, DATA_DIR: dataDir, PORT: port } });
  baseUrl = await server.ready();
}

beforeAll(async () => {
  database = await createTestDatabase({ seeded: true });
  wechat = await startTestSystem('wechat', { database });
  await startInFront();
  await startBff();
  const latestCode = async (phone: string) =>
    (await readInbox(baseUrl, phone)).find((item) => item.code !== undefined)?.code ?? '';
  member = await signIn({ baseUrl, latestCode }, MEMBER);
});
afterAll(async () => {
  server.kill('SIGKILL');
  await server.exited;
  inFront.closeAllConnections();
  await new Promise((resolve) => inFront.close(resolve));
  await wechat.stop();
  await database.drop();
});

async function allow(): Promise<void> {
  const device = 'phone-of-the-member';
  await axios.post(`${wechat.url}/stand-in/acceptances`, { device, templateId: 'demo-claim-progress' });
  const { data } = await axios.post(`${wechat.url}/stand-in/login-codes`, { device, phone: MEMBER });
  const answer = await member.post('/me/message-acceptances', { kind: 'claimProgress', code: data.code });
  expect(answer.status).toBe(201);
}

async function withdrawOne(): Promise<void> {
  const { body } = await member.post<{ id: string }>('/claims', {
    plate: '鲁A7K315',
    scenario: 'singleCar',
    injured: false,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    place: { address: '济南市历下区经十路 1 号' },
    driverName: '张建国',
    contactPhone: MEMBER,
  });
  expect((await member.post(`/claims/${body.id}/withdrawal`, { reason: '自己解决了' })).status).toBe(201);
}

async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  for (const endsAt = Date.now() + 60_000; Date.now() < endsAt;) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what}: waited in vain`);
}

const rowsOf = async (schema: string, table: string) =>
  (await database.pool(schema).query(`select 1 from ${table}`)).rowCount ?? 0;

/** The lease of a killed server lasts half a minute; here it is over at once. */
const allTold = () =>
  until('everything is told', async () => {
    await database.pool('bff').query('update follow_ups set due_at = now()');
    return (await rowsOf('core', 'claim_notices')) === 0 && (await rowsOf('bff', 'follow_ups')) === 0;
  });

const arrived = () => rowsOf('wechat', 'messages');

const textsOf = async () =>
  (await readInbox(baseUrl, MEMBER)).filter(
    ({ channel, text }) => channel === 'sms' && text.includes('您撤回了报案'),
  );

test.each(['killBefore', 'killAfter'] as const)(
  'the server dies (%s WeChat took the message): exactly one arrives, and one SMS',
  async (fate) => {
    const before = await arrived();
    const smsBefore = await textsOf();
    const callsBefore = calls;
    await allow();
    next = fate;
    await withdrawOne();
    await server.exited;
    expect(await arrived()).toBe(fate === 'killAfter' ? before + 1 : before);
    await startBff(new URL(baseUrl).port);
    await allTold();
    expect(await arrived()).toBe(before + 1);
    expect(calls - callsBefore).toBe(2);
    expect(await textsOf()).toHaveLength(smsBefore.length + 1);
  },
  180_000,
);

test('with more acceptances waiting a killed call is never made again', async () => {
  const before = await arrived();
  await allow();
  await allow();
  next = 'killAfter';
  await withdrawOne();
  await server.exited;
  await startBff(new URL(baseUrl).port);
  await allTold();
  expect(await arrived()).toBe(before + 1);
}, 180_000);
