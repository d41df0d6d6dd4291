import { processVariables, readSystemConfig } from '../../config';
import { createPool } from '../../database/pool';
import { createLogger } from '../../http/logging';
import { openDatabase } from '../../start/database';
import { StartProblem } from '../../start-problem';
import { findBreaches, invariants } from './invariants';

const VERIFY_TIMEOUT_MS = 10 * 60_000;

const tell = (line: string) => process.stdout.write(`${line}\n`);

/** `npm run club:verify`: asks the club's data whether I1–I6 hold. Reads only; ends with 1 when one does not. */
async function main(): Promise<number> {
  const config = readSystemConfig('club', processVariables());
  const log = createLogger({ name: 'club-verify', level: 'warn' });
  const database = await openDatabase({ config, log, onLost: (problem) => tell(problem.message) });
  const pool = createPool({
    url: database.url,
    name: 'club verify',
    schema: 'club',
    max: 1,
    statementTimeoutMs: VERIFY_TIMEOUT_MS,
  });
  try {
    const breaches = await findBreaches(pool);
    for (const { code, promise, examples } of breaches) {
      tell(`${code} broken: ${promise}\n  ${JSON.stringify(examples)}`);
    }
    tell(`${String(invariants.length - breaches.length)} of ${String(invariants.length)} promises hold.`);
    return breaches.length === 0 ? 0 : 1;
  } finally {
    await pool.end();
    await database.stop();
  }
}

main()
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    const text = error instanceof StartProblem ? error.message : String((error as Error).stack ?? error);
    process.stderr.write(`${text}\n`);
    process.exit(1);
  });
