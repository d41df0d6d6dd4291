import path from 'node:path';
import { serviceAccess } from '../../http/service-access';
import type { SystemDefinition, SystemDeps } from '../system';
import { startRounds } from './claims/rounds';
import { createCoreApp } from './core-app';
import type { CoreDeps } from './core-deps';
import { createPersonalFields } from './personal-fields';
import { seedCore } from './seed/seed-core';

/** What everything in core is made of; tests make it too, to look from another process. */
export function coreDeps({ pool, cipher, serviceKey, deriveKey, demo, log, settings }: SystemDeps): CoreDeps {
  return {
    pool,
    fields: createPersonalFields(cipher),
    log,
    requestKey: deriveKey('claim-request'),
    access: (...roles) => serviceAccess(serviceKey, 'core', roles),
    insurerName: settings.insurerName,
    hotline: settings.hotline,
    demo,
    smallClaimFen: settings.smallClaimFen,
    paceSeconds: settings.claimPaceSeconds,
  };
}

/** The embedded core policy system (承保/理赔): policies, identity links and claims. */
export const coreSystem: SystemDefinition = {
  name: 'core',
  schema: 'core',
  migrationsFolder: path.join(__dirname, 'migrations'),
  create(deps) {
    const core = coreDeps(deps);
    const app = createCoreApp(core);
    const rounds = startRounds(core);
    return { app, stop: rounds };
  },
  seedDemo: (deps) => seedCore(coreDeps(deps)),
};
