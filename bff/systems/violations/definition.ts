import path from 'node:path';
import type { SystemDefinition } from '../system';
import { seedViolations } from './seed-violations';
import { createViolationsApp } from './violations-app';

/** The embedded source of traffic violations (违章数据源). */
export const violationsSystem: SystemDefinition = {
  name: 'violations',
  schema: 'violations',
  migrationsFolder: path.join(__dirname, 'migrations'),
  create: (deps) => ({ app: createViolationsApp(deps), stop: async () => undefined }),
  seedDemo: seedViolations,
};
