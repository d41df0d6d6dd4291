import closeWithGrace from 'close-with-grace';
import { processVariables, readConfig } from './config';
import { createLogger } from './http/logging';
import { startServer } from './start/start-server';
import { onStopSignal } from './start/stop-signals';
import { StartProblem } from './start-problem';

const STOP_DEADLINE_MS = 9_500;

/** One line for what a person can put right; a stack only for what is our fault. */
function explainFailure(error: unknown): void {
  const text = error instanceof StartProblem ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`${text}\n`);
}

async function main(): Promise<void> {
  const config = readConfig(processVariables());
  const log = createLogger({ name: 'chezhu-club', level: config.logLevel, production: config.production });
  const server = startServer({
    config,
    log,
    tell: (line) => process.stdout.write(`${line}\n`),
    // Nobody can serve without the database: it ends like any error that nobody caught, in good order and with 1.
    onLost: (problem) =>
      setImmediate(() => {
        throw problem;
      }),
  });
  const options = {
    delay: STOP_DEADLINE_MS,
    logger: false as const,
    skip: ['SIGINT' as const, 'SIGTERM' as const],
  };
  const grace = closeWithGrace(options, async ({ err }) => {
    if (err) log.fatal({ err }, 'an error nobody caught; stopping');
    else log.info('stopping');
    await server.stop();
    log.flush();
  });
  onStopSignal(() => grace.close());
  await server.started;
}

main().catch((error: unknown) => {
  explainFailure(error);
  process.exit(1);
});
