import { pino } from 'pino';
import { Pool } from 'undici';
import { loadSystem, systemDeps } from '../../../bff/start/systems';
import { startSystem } from '../../../bff/systems/system';
import { testConfig, testKeys } from '../../support/settings';
import { takeOut } from './guards';
import type { Attempt, Outcome, RacerOrder, RacerReport } from './racing';

const report = (message: RacerReport) => process.send?.(message);

async function start({
  system,
  databaseUrl,
  without,
}: Extract<RacerOrder, { kind: 'start' }>): Promise<string> {
  without.forEach(takeOut);
  const config = testConfig({ DATABASE_URL: databaseUrl });
  const log = pino({ level: 'silent' });
  const definition = await loadSystem(system);
  const deps = systemDeps(definition, { config, keys: await testKeys(config), databaseUrl, log });
  return (await startSystem(definition, deps)).url;
}

async function attempt(
  http: Pool,
  { path = '/merchant/redemptions', token, key, body }: Attempt,
): Promise<Outcome> {
  const response = await http.request({
    method: 'POST',
    path: `/v1${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.body.json()) as { code?: string; redemption?: { id: string } };
  return {
    status: response.statusCode,
    code: answer.code ?? '',
    redemptionId: answer.redemption?.id ?? '',
    replayed: response.headers['idempotent-replayed'] === 'true',
  };
}

/** So many at a time, in the order given, until all are done. */
async function attack(url: string, attempts: readonly Attempt[], atOnce: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const http = new Pool(url, { connections: atOnce });
  let next = 0;
  const lane = async () => {
    while (next < attempts.length) {
      const index = next;
      next += 1;
      const current = attempts[index];
      if (current) outcomes[index] = await attempt(http, current);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  await http.close();
  return outcomes;
}

async function obey(order: RacerOrder): Promise<void> {
  if (order.kind === 'start') {
    report({ kind: 'ready', url: await start(order) });
    return;
  }
  report({ kind: 'done', outcomes: await attack(order.url, order.attempts, order.atOnce) });
}

process.on('message', (order: RacerOrder) => {
  obey(order).catch((error: unknown) => {
    report({
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  });
});
process.on('disconnect', () => process.exit(0));
