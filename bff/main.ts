import closeWithGrace from 'close-with-grace';
import { processVariables, readConfig, startedByNpm } from './config';
import { createLogger } from './http/logging';
import { startServer } from './start/start-server';
import { onParentGone, onStopSignal } from './start/stop-signals';
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
  let stopping = false;
  const grace = closeWithGrace(options, async ({ err }) => {
    stopping = true;
    if (err) log.fatal({ err }, 'an error nobody caught; stopping');
    else log.info('stopping');
    await server.stop();
    log.flush();
  });
  onStopSignal(() => grace.close());
  onParentGone(startedByNpm(), () => grace.close());
  await server.started.catch((error: unknown) => {
    // A start that was asked to stop half-way has nothing to complain about; the stop under way ends the process.
    if (!stopping) throw error;
  });
}

main().catch((error: unknown) => {
  explainFailure(error);
  process.exit(1);
});
