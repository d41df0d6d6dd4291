import path from 'node:path';
import { createUpstream } from '../../http/create-upstream';
import type { Sms } from '../../upstream/sms/client';
import { createSms } from '../../upstream/sms/client';
import type { SystemDefinition, SystemDeps } from '../system';
import { createClubApp } from './app';
import { createClub } from './club';
import { deleteOldPresentations } from './benefits/present-voucher';
import { startJobs } from './jobs/start-jobs';
import { ensureReferenceRows } from './reference-rows';
import { seedClub } from './seed/seed-club';
import { loadSize } from './seed/size/load-size';

const CLEANING_INTERVAL_MS = 60 * 60 * 1000;

const GATEWAY_DEADLINE_MS = 5_000;

interface Gateway {
  sms(): Promise<Pick<Sms, 'send'> | undefined>;
  close(): Promise<void>;
}

/** The club tells its members itself: it alone knows who holds which number at the moment of sending. */
function gatewayOf({ addressOf, serviceKey }: Pick<SystemDeps, 'addressOf' | 'serviceKey'>): Gateway {
  let opened: { sms: Sms; close(): Promise<void> } | undefined;
  return {
    async sms() {
      const baseUrl = opened ? undefined : await addressOf('sms');
      if (baseUrl !== undefined) {
        const deadlines = { readDeadlineMs: GATEWAY_DEADLINE_MS, writeDeadlineMs: GATEWAY_DEADLINE_MS };
        const upstream = createUpstream({ name: 'sms', baseUrl, serviceKey, ...deadlines });
        opened = { sms: createSms(upstream), close: () => upstream.close() };
      }
      return opened?.sms;
    },
    close: async () => opened?.close(),
  };
}

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
    const club = createClub(deps);
    const gateway = gatewayOf(deps);
    const jobs = await startJobs({ club, log: deps.log, sms: () => gateway.sms() });
    return {
      app: createClubApp(deps, club),
      async stop() {
        clearInterval(cleaning);
        await jobs.stop();
        await gateway.close();
      },
    };
  },
  seedDemo: seedClub,
  loadSize,
};
