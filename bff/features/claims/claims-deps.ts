import type { AccessRules } from '../../http/access';
import type { RecordedWrites } from '../../http/idempotency';
import type { Limits } from '../../http/limits';
import type { LastKnown } from '../../last-known/last-known';
import type { ClaimPhotos } from '../../photos/claim-photos';
import type { PhotoFinishing } from '../../photos/finish-photos';
import type { PhotoAddressing } from '../../photos/photo-address';
import type { PhotoUploads } from '../../photos/photo-uploads';
import type { PictureQueue } from '../../photos/picture-queue';
import type { Core } from '../../upstream/core/client';
import type { BegunReports } from './begun-reports';
import type { InsurerHotlines } from './insurer-hotlines';
import type { PhotoLinks } from './photo-links';
import type { QueuedReports } from './queued-reports';
import type { WithdrawnConsents } from './require-consent';
import type { FollowUps } from '../../follow-ups/follow-ups';
import type { Vehicles } from '../../upstream/club/vehicles';

export interface ClaimsDeps {
  access: Pick<AccessRules, 'member' | 'open'>;
  core: Core;
  consents: WithdrawnConsents;
  queued: QueuedReports;
  begunReports: Omit<BegunReports, 'deleteOld'>;
  photoLinks: PhotoLinks;
  followUps: Pick<FollowUps, 'startWith'>;
  /** Where a browser finds this server; links in messages begin with it. */
  origin: string;
  brand: { insurerName: string; hotline: string };
  insurerHotlines: InsurerHotlines;
  vehicles: Pick<Vehicles, 'get'>;
  lastKnown: LastKnown;
  recorded: RecordedWrites;
  limits: Limits;
  photos: ClaimPhotos;
  uploads: Omit<PhotoUploads, 'sweep'>;
  finishing: Pick<PhotoFinishing, 'nudge'>;
  addressing: PhotoAddressing;
  pictures: PictureQueue;
  /** Where an upload lies until it was looked at. */
  uploadFolder: string;
}
