import { createAccessTokens } from '../../../bff/http/sessions/access-tokens';
import { createTestDatabase } from '../../support/database';
import { temporaryFolder } from '../../support/run-folder';
import { emptyWebRoot } from '../../support/server-process';
import { testKeys, testSecrets } from '../../support/settings';
import { startMeasured, type MeasuredProcess } from '../proxy/measured-process';

export interface Arena {
  /** BFF and core in one process, as `npm start` has them, on a PostgreSQL of its own. */
  ours: MeasuredProcess;
  bare: MeasuredProcess;
  /** A member nobody has limited yet. */
  headersOf(member: number): Record<string, string>;
  stop(): Promise<void>;
}

export async function openArena(): Promise<Arena> {
  const database = await createTestDatabase({ seeded: true });
  const [ours, bare] = await Promise.all([
    startMeasured({
      entry: 'bff/main.ts',
      env: {
        ...testSecrets,
        DEMO: '1',
        HOST: '127.0.0.1',
        PORT: '0',
        DATA_DIR: temporaryFolder('bench-claims'),
        WEB_ROOT: emptyWebRoot(),
        DATABASE_URL: database.url,
      },
      readyWhen: /Open +(http:\/\/[^\s/]+)/,
    }),
    startMeasured({
      entry: 'test/bench/claims/bare-receiver.ts',
      env: { FOLDER: temporaryFolder('bench-bare') },
      readyWhen: /listening at (http:\/\/\S+)/,
    }),
  ]);
  const tokens = createAccessTokens((await testKeys()).tokens, { lifetimeSeconds: 900 });
  return {
    ours,
    bare,
    headersOf(member) {
      const { accessToken } = tokens.issue({
        audience: 'member',
        accountId: `acc_bench_${String(member)}`,
        sessionId: 'ses_bench',
        phoneless: false,
        branchId: 'br_sd_jinan',
      });
      return { authorization: `Bearer ${accessToken}` };
    },
    async stop() {
      await Promise.all([ours.stop(), bare.stop()]);
      await database.drop();
    },
  };
}
