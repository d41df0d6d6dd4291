import path from 'node:path';
import type { SystemDefinition } from '../system';
import { createSmsApp } from './app';

const CLEANING_INTERVAL_MS = 60 * 60 * 1000;

export const smsSystem: SystemDefinition = {
  name: 'sms',
  schema: 'sms',
  migrationsFolder: path.join(__dirname, 'migrations'),
  create(deps) {
    const { app, store } = createSmsApp(deps);
    const cleaning = setInterval(() => {
      store
        .deleteOld()
        .catch((error: unknown) => deps.log.warn({ err: error }, 'old messages were not deleted'));
    }, CLEANING_INTERVAL_MS);
    cleaning.unref();
    return { app, stop: () => Promise.resolve(clearInterval(cleaning)) };
  },
};
