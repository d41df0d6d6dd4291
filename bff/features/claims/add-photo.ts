import type { IncomingMessage } from 'node:http';
import type { PoolClient } from 'pg';
import { recordScope } from '../../http/idempotency';
import type { Answer } from '../../http/route';
import { parseInput } from '../../http/validation';
import type { ClaimPhoto } from '../../photos/claim-photos';
import { cleanPicture } from '../../photos/clean-picture';
import { receiveUpload, type Upload } from '../../photos/receive-upload';
import type { WriteCalling } from '../../upstream/calling';
import type { ClaimsDeps } from './claims-deps';
import { photoForm, type Shot } from './contract';
import { shownPhoto } from './photo';
import { ownClaimId } from './read-claim';
import { requirePhotoConsent } from './require-consent';

type AddDeps = Omit<ClaimsDeps, 'access' | 'vehicles'>;

interface Incoming {
  claimId: string;
  ownerId: string;
  scope: string;
  key: string;
  request: IncomingMessage;
  /** Runs for what was not taken before, as soon as it is known what is shown and before anything of it is kept. */
  check?: (shot: Shot) => Promise<void>;
}

/**
 * One picture of a form, kept once however often it is sent. Cleaning and storing come before the transaction, which
 * must not wait for a disk or a bucket; `answer` may add to it what belongs to the photo.
 */
export async function keepFormPhoto(
  deps: AddDeps,
  { claimId, ownerId, scope, key, request, check }: Incoming,
  answer: (transaction: PoolClient, photo: ClaimPhoto, upload: Upload) => Promise<Answer>,
): Promise<Answer> {
  const upload = await receiveUpload(request, deps.uploadFolder);
  let stored: string | undefined;
  try {
    const { shot } = parseInput(photoForm, upload.fields);
    const prepare = async () => {
      await check?.(shot);
      const picture = await deps.pictures.run(() => cleanPicture(upload.file));
      stored = await deps.photos.store({ claimId, ownerId, shot, picture });
      return stored;
    };
    const kept = await deps.recorded.run(
      { scope, key, input: { shot }, fileHashes: [upload.sha256], prepare },
      async (transaction, id) => answer(transaction, await deps.photos.complete(transaction, id), upload),
    );
    deps.finishing.nudge();
    return kept;
  } catch (error) {
    if (stored !== undefined) await deps.photos.abandon(stored);
    throw error;
  } finally {
    await upload.discard();
  }
}

/**
 * Takes one photo of a claim: received, cleaned and kept here, then announced to core. Core may be away for both the
 * look whose claim it is (the last known answer counts) and the announcement (a sweep repeats it): a photo taken at the
 * roadside is never lost to an outage.
 */
export async function addPhoto(
  deps: AddDeps,
  by: WriteCalling,
  incoming: Pick<Incoming, 'claimId' | 'request'>,
): Promise<Answer> {
  const { actor, requestId, idempotencyKey: key } = by;
  const ownerId = actor.subject;
  const claimId = await ownClaimId(deps, { actor, requestId }, incoming.claimId);
  // A report that is handed over between two tries has another id then; the photo is the same.
  const scope = recordScope(ownerId, `POST /claims/${incoming.claimId}/photos/form`);
  const { request } = incoming;
  const check = (shot: Shot) => requirePhotoConsent(deps.consents, ownerId, shot);
  return keepFormPhoto(
    deps,
    { claimId, ownerId, scope, key, request, check },
    (_transaction, photo, upload) => {
      const shown = shownPhoto(photo, deps.addressing);
      const arrived = { photoId: photo.id, receivedBytes: upload.bytes, complete: true };
      return Promise.resolve({ status: 201, body: { ...shown, ...arrived } });
    },
  );
}
