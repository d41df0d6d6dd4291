import path from 'node:path';
import type { SystemDefinition } from '../system';
import { createClubApp } from './app';
import { deleteOldPresentations } from './benefits/present-voucher';
import { ensureReferenceRows } from './reference-rows';
import { seedClub } from './seed/seed-club';

const CLEANING_INTERVAL_MS = 60 * 60 * 1000;

export const clubSystem: SystemDefinition = {
  name: 'club',
  schema: 'club',
  migrationsFolder: path.join(__dirname, 'migrations'),
  async create(deps) {
    await ensureReferenceRows(deps.pool);
    const cleaning = setInterval(() => {
      deleteOldPresentations(deps).catch((error: unknown) =>
        deps.log.warn({ err: error }, 'old presentations were not deleted'),
      );
    }, CLEANING_INTERVAL_MS);
    cleaning.unref();
    return { app: createClubApp(deps), stop: () => Promise.resolve(clearInterval(cleaning)) };
  },
  seedDemo: seedClub,
};
