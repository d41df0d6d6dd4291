import path from 'node:path';
import { serviceAccess } from '../../http/service-access';
import type { SystemDefinition, SystemDeps } from '../system';
import { startPace } from './claims/move-claims';
import { createCoreApp } from './core-app';
import type { CoreDeps } from './core-deps';
import { createPersonalFields } from './personal-fields';
import { seedCore } from './seed/seed-core';

function coreDeps({ pool, cipher, serviceKey, deriveKey, demo, log, settings }: SystemDeps): CoreDeps {
  return {
    pool,
    fields: createPersonalFields(cipher),
    log,
    requestKey: deriveKey('claim-request'),
    access: (...roles) => serviceAccess(serviceKey, 'core', roles),
    insurerName: settings.insurerName,
    hotline: settings.hotline,
    demo,
  };
}

/** The embedded core policy system (承保/理赔): policies, identity links and claims. */
export const coreSystem: SystemDefinition = {
  name: 'core',
  schema: 'core',
  migrationsFolder: path.join(__dirname, 'migrations'),
  create(deps) {
    const app = createCoreApp(coreDeps(deps));
    // A claim in production is moved by people; only a demonstration has a pace of its own.
    const { claimPaceSeconds: paceSeconds } = deps.settings;
    const stop = deps.demo
      ? startPace({ pool: deps.pool, log: deps.log, paceSeconds })
      : async () => undefined;
    return { app, stop };
  },
  seedDemo: ({ pool, cipher, settings }) => seedCore(pool, createPersonalFields(cipher), settings),
};
