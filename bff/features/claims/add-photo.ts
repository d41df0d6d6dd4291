import type { IncomingMessage } from 'node:http';
import { recordScope } from '../../http/idempotency';
import type { Answer } from '../../http/route';
import { parseInput } from '../../http/validation';
import { cleanPicture } from '../../photos/clean-picture';
import { receiveUpload, type Upload } from '../../photos/receive-upload';
import type { WriteCalling } from '../../upstream/calling';
import type { ClaimsDeps } from './claims-deps';
import { photoForm } from './contract';
import { shownPhoto } from './photo';
import { ownClaimId } from './read-claim';

type AddDeps = Omit<ClaimsDeps, 'access' | 'vehicles'>;

interface Incoming {
  claimId: string;
  request: IncomingMessage;
}

function keepOnce(
  deps: AddDeps,
  by: WriteCalling,
  { claimId, upload }: { claimId: string; upload: Upload },
): Promise<Answer> {
  const { shot } = parseInput(photoForm, upload.fields);
  const ownerId = by.actor.subject;
  return deps.recorded.run(
    {
      scope: recordScope(ownerId, `POST /claims/${claimId}/photos/form`),
      key: by.idempotencyKey,
      input: { claimId, shot },
      fileHashes: [upload.sha256],
      prepare: () => deps.pictures.run(() => cleanPicture(upload.file)),
    },
    async (transaction, picture) => {
      const photo = await deps.photos.add(transaction, { claimId, ownerId, shot, picture });
      const shown = shownPhoto(photo, deps.addressing);
      const arrived = { photoId: photo.id, receivedBytes: upload.bytes, complete: true };
      return { status: 201, body: { ...shown, ...arrived } };
    },
  );
}

/**
 * Takes one photo of a claim: received, cleaned and kept here, then announced to core. Core may be away for both the
 * look whose claim it is (the last known answer counts) and the announcement (a sweep repeats it): a photo taken at the
 * roadside is never lost to an outage.
 */
export async function addPhoto(deps: AddDeps, by: WriteCalling, incoming: Incoming): Promise<Answer> {
  const { request } = incoming;
  const { actor, requestId } = by;
  const claimId = await ownClaimId(deps, { actor, requestId }, incoming.claimId);
  const upload = await receiveUpload(request, deps.uploadFolder);
  try {
    const answer = await keepOnce(deps, by, { claimId, upload });
    deps.finishing.nudge();
    return answer;
  } finally {
    await upload.discard();
  }
}
