import { createServer, type AddressInfo } from 'node:net';
import { findBreaches } from '../../bff/systems/club/invariants';
import { claimsMember } from '../../bff/systems/demo-people';
import { signIn, type Caller } from '../bff/features/caller';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { readInbox } from '../support/inbox';
import { temporaryFolder } from '../support/run-folder';
import { startServerProcess, type ServerProcess } from '../support/server-process';
import { testSecrets } from '../support/settings';

interface Entries {
  items: { points: number; reason: string; rule: { code: string } | null }[];
}

let database: TestDatabase;
let club: ServerProcess;
let bff: ServerProcess;
let baseUrl: string;
let ports: { club: string; bff: string };
let member: Caller;
const dataDir = temporaryFolder('awards');
const everyProcess = () => ({ DATABASE_URL: database.url, DEMO: '1', LOG_LEVEL: 'silent', ...testSecrets });

async function freePort(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return String(port);
}

async function startClub(): Promise<void> {
  const env = { ...everyProcess(), PORT: ports.club };
  club = startServerProcess({ entry: ['bff/systems/start-alone.ts', 'club'], env });
  await club.ready();
}

/** A token of before a kill goes on working: the phone notices nothing. */
async function startBff(): Promise<void> {
  const CLUB_URL = `http://127.0.0.1:${ports.club}`;
  bff = startServerProcess({ env: { ...everyProcess(), CLUB_URL, DATA_DIR: dataDir, PORT: ports.bff } });
  baseUrl = await bff.ready();
}

async function kill(process: ServerProcess): Promise<void> {
  process.kill('SIGKILL');
  await process.exited;
}

/** The member joined before the two policies began; the demonstration has it the other way round. */
async function joinEarlier(): Promise<void> {
  await database
    .pool('club')
    .query(`update members set created_at = now() - interval '2 years' where id = $1`, [
      claimsMember.memberId,
    ]);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const endsAt = Date.now() + 90_000; !(await holds());) {
    if (Date.now() > endsAt) throw new Error('it did not happen in time');
  }
}

const waiting = async () =>
  (await database.pool('bff').query(`select 1 from follow_ups where kind = 'pointsAwards'`)).rowCount ?? 0;
const entries = async () => (await member.get<Entries>('/points/entries?limit=100')).body.items;

beforeAll(async () => {
  database = await createTestDatabase({ seeded: true });
  ports = { club: await freePort(), bff: await freePort() };
  await joinEarlier();
  await startClub();
  await startBff();
  const latestCode = async (phone: string) => {
    const code = (await readInbox(baseUrl, phone)).find((item) => item.code !== undefined)?.code;
    if (code === undefined) throw new Error('no code was sent');
    return code;
  };
  member = await signIn({ baseUrl, latestCode }, claimsMember.phone);
});
afterAll(async () => {
  await Promise.all([kill(bff), kill(club)]);
  await database.drop();
});

it('policies that have begun are thanked for once, though the club was away and the server was killed in between', async () => {
  await kill(club);
  expect((await member.get('/policies')).status).toBe(200);
  await until(async () => (await waiting()) > 0);
  await kill(bff);
  await startClub();
  await startBff();
  await until(async () => (await waiting()) === 0);
  const earned = await entries();
  expect(earned.map(({ points, rule }) => [points, rule?.code])).toEqual([
    [200, 'policyStart'],
    [200, 'policyStart'],
  ]);

  // A server that has forgotten what it reported reports again, and so does a phone that looks from two pages.
  await kill(bff);
  await startBff();
  await Promise.all([member.get('/policies'), member.get('/home'), member.get('/policies')]);
  await until(async () => (await waiting()) === 0);
  expect(await entries()).toEqual(earned);
  expect(await findBreaches(database.pool('club'))).toEqual([]);
});
