import path from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Keys } from './crypto/keys';
import { claimsRoutes } from './features/claims/routes';
import { giftsRoutes } from './features/gifts/routes';
import type { HomeDeps } from './features/home/read-home';
import { homeRoutes } from './features/home/routes';
import { merchantRoutes } from './features/merchant/routes';
import { pointsRoutes } from './features/points/routes';
import { policiesRoutes } from './features/policies/routes';
import { storesRoutes } from './features/stores/routes';
import { vehiclesRoutes } from './features/vehicles/routes';
import { createViolationsConsent } from './features/vehicles/violations-consent';
import { vouchersRoutes } from './features/vouchers/routes';
import type { AccessRules } from './http/access';
import type { RecordedWrites } from './http/idempotency';
import type { AnyRoute } from './http/route';
import type { Upstream } from './http/upstream-client';
import type { LastKnown } from './last-known/last-known';
import { createClaimPhotos } from './photos/claim-photos';
import { createPhotoFinishing } from './photos/finish-photos';
import { createFolderStore } from './photos/folder-store';
import { removeLeftoverUploads } from './photos/leftover-uploads';
import { createPhotoAddressing } from './photos/photo-address';
import { createPictureQueue } from './photos/picture-queue';
import { createBenefits } from './upstream/club/benefits';
import { createCounter } from './upstream/club/counter';
import { createVehicles } from './upstream/club/vehicles';
import type { Core } from './upstream/core/client';
import { createViolationsSource } from './upstream/violations/client';

export interface MemberFeaturesDeps {
  /** Photos and uploads lie below it. */
  dataDir: string;
  /** Of the API, for signed addresses. */
  basePath: string;
  keys: Pick<Keys, 'cipher' | 'derive'>;
  pool: Pool;
  log: Logger;
  access: AccessRules;
  recorded: RecordedWrites;
  lastKnown: LastKnown;
  core: Core;
  club: Upstream;
  violations: Upstream;
  account: HomeDeps['account'];
  latestReview: HomeDeps['latestReview'];
}

export interface MemberFeatures {
  routes: AnyRoute[];
  /** Starts what runs beside the requests. */
  start(): void;
  stop(): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;

function photoParts({ dataDir, basePath, keys, pool, log, core }: MemberFeaturesDeps) {
  const store = createFolderStore(path.join(dataDir, 'photos'));
  const photos = createClaimPhotos({ pool, cipher: keys.cipher, store });
  return {
    photos,
    finishing: createPhotoFinishing({ pool, core, photos, log }),
    addressing: createPhotoAddressing(keys.derive('photo-address'), { basePath }),
    pictures: createPictureQueue(),
    uploadFolder: path.join(dataDir, 'uploads'),
  };
}

/** The part of the composition that belongs to members and merchants; compose.ts alone calls it. */
export function composeMemberFeatures(deps: MemberFeaturesDeps): MemberFeatures {
  const { access, core, club, lastKnown, recorded, pool, log } = deps;
  const benefits = createBenefits(club);
  const vehicles = createVehicles(club);
  const source = createViolationsSource(deps.violations);
  const consent = createViolationsConsent(pool);
  const photoDeps = photoParts(deps);
  const { account, latestReview } = deps;
  let timer: NodeJS.Timeout | undefined;

  async function tidy(): Promise<void> {
    await removeLeftoverUploads(photoDeps.uploadFolder);
    await lastKnown.discardOld();
  }
  const tidySoon = () =>
    void tidy().catch((error: unknown) => log.warn({ err: error }, 'tidying up failed'));

  return {
    routes: [
      ...homeRoutes({ access, core, benefits, lastKnown, account, latestReview }),
      ...policiesRoutes({ access, core, lastKnown }),
      ...claimsRoutes({ access, core, vehicles, lastKnown, recorded, ...photoDeps }),
      ...vehiclesRoutes({ access, vehicles, source, consent, lastKnown }),
      ...giftsRoutes({ access, benefits, lastKnown }),
      ...vouchersRoutes({ access, benefits, lastKnown }),
      ...pointsRoutes({ access, benefits, lastKnown }),
      ...storesRoutes({ access, benefits, lastKnown }),
      ...merchantRoutes({ access, counter: createCounter(club) }),
    ],
    start() {
      photoDeps.finishing.start();
      tidySoon();
      timer = setInterval(tidySoon, HOUR_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await photoDeps.finishing.stop();
      await lastKnown.stop();
    },
  };
}
