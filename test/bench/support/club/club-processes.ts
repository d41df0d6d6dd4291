import { emptyWebRoot } from '../../../support/server-process';
import { temporaryFolder } from '../../../support/run-folder';
import { testSecrets } from '../../../support/settings';
import { startMeasured, type MeasuredProcess } from '../../proxy/measured-process';

const production = (databaseUrl: string) => ({
  ...testSecrets,
  NODE_ENV: 'production',
  DEMO: '0',
  HOST: '127.0.0.1',
  PORT: '0',
  DATA_DIR: temporaryFolder('bench'),
  DATABASE_URL: databaseUrl,
});

/** The club as it runs in production: a process of its own, its jobs with it. */
export function startClubProcess(databaseUrl: string, profile?: string): Promise<MeasuredProcess> {
  return startMeasured({
    profile,
    entry: 'test/bench/support/club/club-alone.ts',
    env: production(databaseUrl),
    readyWhen: /club is ready at (http:\/\/[^\s]+)/,
  });
}

/** The server in front of it; the other systems are not asked. */
export function startBffProcess(
  databaseUrl: string,
  clubUrl: string,
  profile?: string,
): Promise<MeasuredProcess> {
  const others = Object.fromEntries(
    ['CORE', 'VIOLATIONS', 'IDENTITY', 'WECHAT', 'SMS'].map((name) => [`${name}_URL`, clubUrl]),
  );
  return startMeasured({
    profile,
    entry: 'bff/main.ts',
    env: {
      ...production(databaseUrl),
      ...others,
      CLUB_URL: clubUrl,
      WEB_ROOT: emptyWebRoot(),
      WECHAT_APP_ID: 'wxbench',
      WECHAT_APP_SECRET: 'a-made-up-secret',
    },
    readyWhen: /Open +(http:\/\/[^\s/]+)/,
  });
}
