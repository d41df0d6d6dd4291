import type { Express } from 'express';
import { createApp } from './app';
import { createDeletionRuns } from './features/account/carry-out-deletions';
import { createMergeTelling } from './features/account/tell-merges';
import { createClaimNotices } from './features/claims/claim-notices';
import { createReportDelivery } from './features/claims/deliver-reports';
import { createReadiness } from './http/health';
import { openPhotoStore } from './photos/open-store';
import { createSweeping } from './sweeping';
import type { ComposeOptions } from './composition/options';
import { routesOf } from './composition/routes';
import { openStores, uploadFolderOf } from './composition/stores';
import { openUpstreams } from './composition/upstreams';

export interface Composition {
  app: Express;
  ready(): Promise<boolean>;
  /** From now on `/health/ready` says no. */
  beginStopping(): void;
  /** After the last request: ends jobs and connections to the systems. */
  stop(): Promise<void>;
}

/** The one place where things are built and handed down; everything else takes what it needs as an argument. */
export async function compose(options: ComposeOptions): Promise<Composition> {
  const { config, pool, log, webRoot } = options;
  const upstreams = openUpstreams(options);
  const photoStore = await openPhotoStore({ ...config.photoStorage, dataDir: config.dataDir }, log);
  const stores = openStores(options, upstreams, photoStore);
  const readiness = createReadiness(pool);
  const deletionRuns = createDeletionRuns({ ...upstreams, ...stores, pool, log });
  const sweeping = createSweeping({ ...stores, uploadFolder: uploadFolderOf(config), log });
  const app = createApp({
    config,
    log,
    pool,
    readiness,
    routes: routesOf(options, upstreams, stores),
    demo: config.demo
      ? { ...upstreams, brand: config.brand, paceSeconds: config.claimPaceSeconds }
      : undefined,
    webRoot,
  });
  await stores.revocations.start();
  const delivery = createReportDelivery({ queued: stores.queued, core: upstreams.core, log });
  const notices = createClaimNotices({ core: upstreams.core, followUps: stores.followUps, log });
  const mergeTelling = createMergeTelling({ members: upstreams.members, followUps: stores.followUps, log });
  stores.followUps.run();
  mergeTelling.start();
  delivery.start();
  notices.start();
  deletionRuns.start();
  stores.finishing.start();
  sweeping.start();
  return {
    app,
    ready: () => readiness.isReady(),
    beginStopping: () => readiness.beginStopping(),
    async stop() {
      sweeping.stop();
      await stores.revocations.stop();
      await Promise.all([delivery.stop(), notices.stop(), mergeTelling.stop()]);
      await Promise.all([stores.followUps.stop(), deletionRuns.stop(), stores.finishing.stop()]);
      await stores.lastKnown.stop();
      await upstreams.close();
      photoStore.close();
    },
  };
}
