import jwt from 'jsonwebtoken';
import { signServiceToken } from '../../../bff/http/service-token';
import { createAccessTokens } from '../../../bff/http/sessions/access-tokens';
import { verifiedMember } from '../../../bff/systems/demo-people';
import { createEmptyDatabase } from '../../support/database';
import { temporaryFolder } from '../../support/run-folder';
import { emptyWebRoot } from '../../support/server-process';
import { testKeys, testSecrets } from '../../support/settings';
import { startStack } from '../../support/stack';
import { startMeasured, type MeasuredProcess } from './measured-process';

/** One way to the same answer. */
export interface Variant {
  name: string;
  process: MeasuredProcess;
  headers: Record<string, string>;
  /** Where it has the read under measurement. */
  path: string;
}

export interface Arena {
  variants: Variant[];
  stop(): Promise<void>;
}

const LISTENING = /listening at (http:\/\/\S+)/;

type Urls = Record<'core' | 'club', string>;

/** Answers of the real embedded systems, repeated by a process whose time is nobody's. */
async function startReplay(real: Urls): Promise<{ urls: Urls; process: MeasuredProcess }> {
  const process = await startMeasured({
    entry: 'test/bench/proxy/replay-server.ts',
    env: { SYSTEMS: JSON.stringify(real) },
    readyWhen: /replaying (\{.*\})/,
  });
  return { urls: JSON.parse(process.url) as Urls, process };
}

/** As it runs in production: `npm start` with every system somewhere else, and one log line a request. */
function startBff({ core, club }: Urls, databaseUrl: string, profile?: string): Promise<MeasuredProcess> {
  return startMeasured({
    profile,
    entry: 'bff/main.ts',
    env: {
      ...testSecrets,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: temporaryFolder('bench-bff'),
      WEB_ROOT: emptyWebRoot(),
      DATABASE_URL: databaseUrl,
      CORE_URL: core,
      CLUB_URL: club,
      VIOLATIONS_URL: core,
      IDENTITY_URL: core,
      WECHAT_URL: core,
      SMS_URL: core,
      WECHAT_APP_ID: 'wxbench',
      WECHAT_APP_SECRET: 'a-made-up-secret',
    },
    readyWhen: /Open +(http:\/\/[^\s/]+)/,
  });
}

async function memberToken(): Promise<string> {
  const { tokens } = await testKeys();
  return createAccessTokens(tokens, { lifetimeSeconds: 900 }).issue({
    audience: 'member',
    accountId: verifiedMember.memberId,
    sessionId: 'ses_bench',
    phoneless: false,
    branchId: 'br_sd_jinan',
  }).accessToken;
}

/** With a folder, the server under measurement leaves a CPU profile there. */
export async function openArena(profile?: string): Promise<Arena> {
  const stack = await startStack({ seeded: true });
  const database = await createEmptyDatabase();
  const replay = await startReplay({ core: stack.systems.core, club: stack.systems.club });
  const secret = testSecrets.SERVICE_SECRET;
  const actor = { subject: verifiedMember.memberId, role: 'member' as const };
  const [bare, fastify, bff] = await Promise.all([
    startMeasured({
      entry: 'test/bench/proxy/bare-proxy.ts',
      env: { TARGET: replay.urls.core },
      readyWhen: LISTENING,
    }),
    startMeasured({
      entry: 'test/bench/proxy/plain-fastify.ts',
      env: { TARGET: replay.urls.core, SECRET: secret },
      readyWhen: LISTENING,
    }),
    startBff(replay.urls, database.url, profile),
  ]);
  const service = signServiceToken(stack.keys.serviceKey, { from: 'bff', to: 'core', actor });
  return {
    variants: [
      { name: 'bare', process: bare, headers: { authorization: `Bearer ${service}` }, path: '/v1/policies' },
      {
        name: 'ours',
        process: bff,
        headers: { authorization: `Bearer ${await memberToken()}` },
        path: '/api/v1/policies',
      },
      {
        name: 'plain Fastify',
        process: fastify,
        headers: { authorization: `Bearer ${jwt.sign({ sub: actor.subject }, secret, { expiresIn: 900 })}` },
        path: '/api/v1/policies',
      },
    ],
    async stop() {
      await Promise.all([bare, fastify, bff, replay.process].map((process) => process.stop()));
      await stack.stop();
      await database.drop();
    },
  };
}
