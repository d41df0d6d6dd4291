import { pino } from 'pino';
import { systemDeps } from '../../../bff/start/systems';
import { dispatchWaiting, escalateLate } from '../../../bff/systems/core/claims/dispatch';
import type { CoreDeps } from '../../../bff/systems/core/core-deps';
import { coreDeps, coreSystem } from '../../../bff/systems/core/definition';
import { testConfig, testKeys } from '../../support/settings';
import type { DispatcherOrder, DispatcherReport } from './dispatching';
import { takeOut } from './guards';

const report = (message: DispatcherReport) => process.send?.(message);

let deps: CoreDeps | undefined;

async function prepare({
  databaseUrl,
  without,
}: Extract<DispatcherOrder, { kind: 'prepare' }>): Promise<void> {
  without.forEach(takeOut);
  const config = testConfig({ DATABASE_URL: databaseUrl });
  const log = pino({ level: 'silent' });
  deps = coreDeps(systemDeps(coreSystem, { config, keys: await testKeys(config), databaseUrl, log }));
  await deps.pool.query('select 1');
  report({ kind: 'ready' });
}

/** Rounds at the time that was given, until a round finds nobody for anybody. */
async function work(at: Date): Promise<void> {
  if (!deps) throw new Error('a dispatcher was not prepared');
  let assigned = 0;
  for (let given = 1; given > 0; assigned += given) given = await dispatchWaiting(deps, at);
  await escalateLate(deps.pool, at);
  report({ kind: 'done', assigned });
}

process.on('message', (order: DispatcherOrder) => {
  const obeyed = order.kind === 'prepare' ? prepare(order) : work(new Date(order.at));
  obeyed.catch((error: unknown) => {
    report({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  });
});
process.on('disconnect', () => process.exit(0));
