import type { Logger } from 'pino';
import type { Config } from '../config';
import type { SystemKeys } from '../crypto/keys';
import { createPool } from '../database/pool';
import { systemNames, type SystemName } from '../system-names';
import { systemLoaders } from '../systems';
import { startSystem, type RunningSystem, type SystemDefinition, type SystemDeps } from '../systems/system';

export interface SystemsOptions {
  config: Config;
  keys: SystemKeys;
  databaseUrl: string;
  log: Logger;
  /** Demo data goes in before the first request. */
  seed: boolean;
}

export interface RunningSystems {
  /** Where each system is, embedded or real. */
  urls: Record<SystemName, string>;
  stop(): Promise<void>;
}

export function systemDeps(
  definition: SystemDefinition,
  options: Omit<SystemsOptions, 'seed'> & Partial<Pick<SystemDeps, 'addressOf'>>,
): SystemDeps {
  const { config, keys, databaseUrl, log } = options;
  const systemLog = log.child({ system: definition.name });
  return {
    pool: createPool({
      url: databaseUrl,
      name: definition.name,
      schema: definition.schema,
      onError: (error) => systemLog.warn({ reason: error.message }, 'a database connection was lost'),
    }),
    cipher: keys.cipher,
    serviceKey: keys.serviceKey,
    deriveKey: (purpose) => keys.derive(`${definition.name}:${purpose}`),
    demo: config.demo,
    log: systemLog,
    settings: {
      ...config.brand,
      claimPaceSeconds: config.claimPaceSeconds,
      smallClaimFen: config.smallClaimFen,
      wechat: config.wechat,
    },
    addressOf: options.addressOf ?? ((name) => Promise.resolve(config.systemUrls[name])),
  };
}

export const loadSystem = (name: SystemName): Promise<SystemDefinition> => systemLoaders[name]();

async function startOne(
  name: SystemName,
  options: SystemsOptions & Pick<SystemDeps, 'addressOf'>,
): Promise<RunningSystem> {
  const definition = await loadSystem(name);
  const deps = systemDeps(definition, options);
  try {
    const system = await startSystem(definition, deps, { seed: options.seed });
    return {
      url: system.url,
      async stop() {
        await system.stop();
        await deps.pool.end();
      },
    };
  } catch (error) {
    await deps.pool.end();
    throw error;
  }
}

/**
 * Starts every system that no address is configured for, each on a loopback port of its own; the others are the real ones. What was started is stopped again when one fails.
 */
export async function startSystems(options: SystemsOptions): Promise<RunningSystems> {
  const running: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    await Promise.all(running.map((system) => system.stop()));
  };
  // They start side by side: whoever needs another waits for its address, and nobody waits before serving.
  const starting = new Map<SystemName, Promise<[SystemName, string]>>();
  const addressOf = (name: SystemName) =>
    starting.get(name)?.then(
      ([, url]) => url,
      () => undefined,
    ) ?? Promise.resolve(undefined);
  const startAt = async (name: SystemName): Promise<[SystemName, string]> => {
    const configured = options.config.systemUrls[name];
    if (configured !== undefined) return [name, configured];
    const system = await startOne(name, { ...options, addressOf });
    running.push(system);
    return [name, system.url];
  };
  for (const name of systemNames) starting.set(name, startAt(name));
  const outcomes = await Promise.allSettled(starting.values());
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const addresses = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  return { urls: Object.fromEntries(addresses) as Record<SystemName, string>, stop };
}
