import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { signIn, type Caller } from '../bff/features/caller';
import { halves } from '../bff/photos/pictures';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { readInbox } from '../support/inbox';
import { temporaryFolder } from '../support/run-folder';
import { startServerProcess, type ServerProcess } from '../support/server-process';
import { testSecrets } from '../support/settings';

const MEMBER = '13800000001';
/** So often is the server killed while core is away, and as often while it delivers. */
const KILLS = 3;

interface Claim {
  id: string;
  reportNo: string | null;
  status: string;
  photos: { received: { id: string }[] };
}

let database: TestDatabase;
let corePort: number;
let core: ServerProcess | undefined;
let server: ServerProcess;
let baseUrl: string;
let member: Caller;
const dataDir = temporaryFolder('outage');
const everyProcess = () => ({ DATABASE_URL: database.url, DEMO: '1', LOG_LEVEL: 'silent', ...testSecrets });

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function startCore(): Promise<void> {
  const env = { ...everyProcess(), PORT: String(corePort), CLAIM_PACE_SECONDS: '86400' };
  core = startServerProcess({ entry: ['bff/systems/start-alone.ts', 'core'], env });
  await core.ready();
}

async function killCore(): Promise<void> {
  core?.kill('SIGKILL');
  await core?.exited;
  core = undefined;
}

/** A token of before the kill goes on working: the phone notices nothing. */
async function startBff(): Promise<void> {
  const CORE_URL = `http://127.0.0.1:${String(corePort)}`;
  server = startServerProcess({ env: { ...everyProcess(), CORE_URL, DATA_DIR: dataDir, PORT: bffPort } });
  baseUrl = await server.ready();
}

async function restartBff(): Promise<void> {
  server.kill('SIGKILL');
  await server.exited;
  await startBff();
}

let bffPort: string;
beforeAll(async () => {
  database = await createTestDatabase({ seeded: true });
  corePort = await freePort();
  bffPort = String(await freePort());
  await startCore();
  await startBff();
  const latestCode = async (phone: string) => {
    const code = (await readInbox(baseUrl, phone)).find((item) => item.code !== undefined)?.code;
    if (code === undefined) throw new Error('no code was sent');
    return code;
  };
  member = await signIn({ baseUrl, latestCode }, MEMBER);
  await member.get('/policies');
  await member.get('/home');
});
afterAll(async () => {
  await killCore();
  server.kill('SIGKILL');
  await server.exited;
  await database.drop();
});

const report = {
  plate: '鲁A7K315',
  scenario: 'singleCar',
  injured: false,
  occurredAt: new Date(Date.now() - 60_000).toISOString(),
  place: { address: '济南市历下区经十路 1 号' },
  driverName: '张建国',
  contactPhone: MEMBER,
};

async function untilKept(key: string) {
  for (let tries = 0; tries < 30; tries += 1) {
    const answer = await member.post<Claim>('/claims', report, key);
    if (answer.status !== 504) return answer;
  }
  throw new Error('the circuit stayed closed');
}

async function sendPhoto(claimId: string, shot: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await halves())], { type: 'image/jpeg' }), 'photo.jpg');
  form.append('shot', shot);
  const path = `/claims/${claimId}/photos/form`;
  const answer = await member.send<{ photoId: string }>('POST', path, { raw: form });
  expect(answer.status).toBe(201);
  return answer.body.photoId;
}

/** The database's clock cannot be turned, so what waits there is made so much older. */
const minutesPass = (minutes: number) =>
  database
    .pool('bff')
    .query(
      `update queued_reports set due_at = due_at - make_interval(mins => $1), created_at = created_at - make_interval(mins => $1)`,
      [minutes],
    );

async function queue() {
  const { rows } = await database
    .pool('bff')
    .query<{ state: string; attempts: number }>('select state, attempts from queued_reports');
  return rows;
}

async function claimsOf(key: string): Promise<number> {
  const { rows } = await database
    .pool('core')
    .query<{ count: number }>('select count(*) as count from claims where request_id = $1', [key]);
  return rows[0]?.count ?? 0;
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const endsAt = Date.now() + 60_000; Date.now() < endsAt;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what}: waited in vain`);
}

const photoIds = ({ photos }: Claim) => photos.received.map(({ id }) => id).sort();

test('core is away for 8 minutes and the server is killed in between: one claim, all pictures, one id that always works', async () => {
  const key = randomUUID();
  await killCore();
  const kept = await untilKept(key);
  expect(kept).toMatchObject({ status: 202, body: { status: 'queued', reportNo: null } });
  const { id } = kept.body;
  const first = await sendPhoto(id, 'ownFront');

  for (let minute = 0; minute < 8; minute += 1) {
    if (minute < KILLS) await restartBff();
    const [before] = await queue();
    await minutesPass(1);
    await until('another try', async () =>
      ((await queue())[0]?.attempts ?? 0) > (before?.attempts ?? 0) ? true : undefined,
    );
  }
  expect(await queue()).toMatchObject([{ state: 'queued' }]);
  expect(await claimsOf(key)).toBe(0);
  const again = await member.post<Claim>('/claims', report, key);
  expect(again).toMatchObject({ status: 202, body: { id } });
  const waiting = (await member.get<Claim>(`/claims/${id}`)).body;
  expect([waiting.status, photoIds(waiting)]).toEqual(['queued', [first]]);

  await startCore();
  for (let kill = 0; kill < KILLS; kill += 1) {
    await minutesPass(1);
    await restartBff();
  }
  await minutesPass(1);
  const delivered = await until('the delivery', async () => {
    const { body } = await member.get<Claim>(`/claims/${id}`);
    return body.reportNo ? body : undefined;
  });
  const second = await sendPhoto(id, 'ownRear');
  const both = [first, second].sort();
  for (const name of [id, delivered.id]) {
    const { body } = await member.get<Claim>(`/claims/${name}`);
    expect([body.reportNo, photoIds(body)]).toEqual([delivered.reportNo, both]);
  }
  expect(await member.post<Claim>('/claims', report, key)).toMatchObject({
    status: 201,
    body: { reportNo: delivered.reportNo },
  });
  expect(await claimsOf(key)).toBe(1);
  await until('core has been told of the pictures', async () => {
    const { rows } = await database
      .pool('core')
      .query<{ photo_id: string }>(
        'select photo_id from claim_photos where claim_id = $1 order by photo_id',
        [delivered.id],
      );
    return JSON.stringify(rows.map(({ photo_id: photo }) => photo)) === JSON.stringify(both)
      ? true
      : undefined;
  });
}, 360_000);
