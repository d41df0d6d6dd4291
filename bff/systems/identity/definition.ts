import path from 'node:path';
import type { SystemDefinition } from '../system';
import { createIdentityApp } from './identity-app';
import { seedIdentity } from './seed-identity';

/** The embedded identity provider: stands in for the carriers' three-factor match and the register of companies. */
export const identitySystem: SystemDefinition = {
  name: 'identity',
  schema: 'identity',
  migrationsFolder: path.join(__dirname, 'migrations'),
  create: (deps) => ({ app: createIdentityApp(deps), stop: async () => undefined }),
  seedDemo: seedIdentity,
};
