import { randomBytes } from 'node:crypto';
import closeWithGrace from 'close-with-grace';
import { processVariables, readSystemConfig, startedByNpm, type Config } from '../config';
import { loadSystemKeys } from '../crypto/keys';
import { createLogger } from '../http/logging';
import { openDatabase } from '../start/database';
import { onParentGone, onStopSignal } from '../start/stop-signals';
import { loadSystem, systemDeps } from '../start/systems';
import { StartProblem } from '../start-problem';
import { systemNames, type SystemName } from '../system-names';
import { startSystem } from './system';

const STOP_DEADLINE_MS = 9_500;

function nameFrom(argument: string | undefined): SystemName {
  const name = systemNames.find((candidate) => candidate === argument);
  if (name) return name;
  throw new StartProblem(`Say which system to start: ${systemNames.join(', ')}.`);
}

const tell = (line: string) => process.stdout.write(`${line}\n`);

/** Only in demo mode: whoever calls this system needs the same secret, so it has to be seen. */
function secretOf(config: Config): string {
  if (config.keys.serviceSecret !== undefined) return config.keys.serviceSecret;
  const secret = randomBytes(24).toString('base64url');
  tell(`SERVICE_SECRET=${secret}`);
  return secret;
}

async function main(): Promise<void> {
  const name = nameFrom(process.argv[2]);
  const config = readSystemConfig(name, processVariables());
  const log = createLogger({ name, level: config.logLevel, production: config.production });
  const serviceSecret = secretOf(config);
  const onLost = (problem: Error) =>
    setImmediate(() => {
      throw problem;
    });
  const database = await openDatabase({ config, log, onLost });
  const keys = await loadSystemKeys({
    ...config.keys,
    serviceSecret,
    dataDir: config.dataDir,
    demo: config.demo,
  });
  const definition = await loadSystem(name);
  const deps = systemDeps(definition, { config, keys, databaseUrl: database.url, log });
  const { host, port } = config;
  const system = await startSystem(definition, deps, { host, port, seed: config.demo }).catch(
    async (error: unknown) => {
      await deps.pool.end();
      await database.stop();
      throw error;
    },
  );
  const grace = closeWithGrace(
    { delay: STOP_DEADLINE_MS, logger: false, skip: ['SIGINT', 'SIGTERM'] },
    async ({ err }) => {
      if (err) log.fatal({ err }, 'an error nobody caught; stopping');
      await system.stop();
      await deps.pool.end();
      await database.stop();
    },
  );
  onStopSignal(() => grace.close());
  onParentGone(startedByNpm(), () => grace.close());
  tell(`${name} is ready at ${system.url} (data: ${database.place})`);
}

main().catch((error: unknown) => {
  const text = error instanceof StartProblem ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
