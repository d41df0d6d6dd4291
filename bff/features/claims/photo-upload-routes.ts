import { replayHeaders } from '../../http/idempotency';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { PhotoUpload } from '../../photos/photo-uploads';
import { readFor } from '../../upstream/calling';
import type { ClaimsDeps } from './claims-deps';
import { claimParams, photoParams, shot as shotSchema } from './contract';
import { photoPieceQuery, photoUpload, photoUploadRequest } from './contract/photo-upload';
import { shownPhoto } from './photo';
import { keptClaimId, ownClaimId } from './read-claim';
import { requirePhotoConsent } from './require-consent';

const tag = 'claims';

interface Owner {
  claimId: string;
  ownerId: string;
}

/** How far an upload is, and the photo once it is one. */
async function shownUpload(deps: ClaimsDeps, { claimId, ownerId }: Owner, upload: PhotoUpload) {
  const { id, shot, ...progress } = upload;
  const state = { photoId: id, shot: shotSchema.parse(shot), ...progress };
  if (!upload.complete) return state;
  const kept = await keptClaimId(deps, { accountId: ownerId, id: claimId });
  const photo = await deps.photos.find({ claimId: kept, ownerId, id });
  return photo ? { ...state, photo: shownPhoto(photo, deps.addressing) } : state;
}

function beginRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/claims/:id/photos',
    summary: 'Begin a photo that is sent in pieces',
    tag,
    access: deps.access.member,
    idempotency: { kind: 'forwarded' },
    params: claimParams,
    body: photoUploadRequest,
    answers: { 201: photoUpload },
    problems: {
      PHOTO_TOO_LARGE: 'More than 10 MB.',
      PHOTO_FORMAT_UNSUPPORTED: 'By its media type not JPEG, PNG or WebP (HEIC among others).',
      PHOTO_LIMIT_REACHED: 'The claim has 30 photos, or too many were begun.',
      CONSENT_REQUIRED: 'The consent to such photos was taken back.',
    },
    handle: async (context) => {
      const { caller, params, body, idempotencyKey: requestKey } = context;
      await deps.limits.take('photosPerHour', caller.accountId);
      await ownClaimId(deps, readFor(caller.actor, context), params.id);
      const owner = { claimId: params.id, ownerId: caller.accountId };
      const check = () => requirePhotoConsent(deps.consents, caller.accountId, body.shot);
      const { upload, replayed } = await deps.uploads.begin({ ...owner, ...body, requestKey }, check);
      return {
        status: 201,
        body: await shownUpload(deps, owner, upload),
        headers: replayHeaders(replayed),
      };
    },
  });
}

function pieceRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'put',
    path: '/claims/:id/photos/:photoId/content',
    summary: 'One piece of a photo; with the last one `final=true` and the SHA-256 of the whole file',
    tag,
    access: deps.access.member,
    idempotency: {
      kind: 'natural',
      why: 'A piece has its place; one that comes again is compared and changes nothing.',
    },
    params: photoParams,
    query: photoPieceQuery,
    body: { streamed: 'application/octet-stream, `chunkBytes` long or what remains' },
    answers: { 200: photoUpload },
    problems: {
      PHOTO_GAP: 'Something before this piece is missing; go on at `receivedBytes`.',
      PHOTO_CHANGED:
        'Not the file that was begun with; go on at `receivedBytes` with the old one, or begin anew.',
      PHOTO_WRONG_PIECE: 'Not at a multiple of `chunkBytes`, or not as long as a piece is there.',
      PHOTO_NOT_A_PICTURE: 'Not a picture at all.',
      PHOTO_FORMAT_UNSUPPORTED: 'A picture, but not JPEG, PNG or WebP (HEIC among others).',
      PHOTO_TOO_MANY_PIXELS: 'More than 40 megapixels.',
      PHOTO_BROKEN: 'The picture cannot be decoded to its end.',
      PHOTO_LIMIT_REACHED: 'The claim has 30 photos.',
      PHOTOS_BUSY: 'Everything has arrived; ask again for it to be finished.',
      PHOTOS_NOT_STORED: 'The storage takes nothing now; the piece was not kept.',
      CONSENT_REQUIRED: 'The consent to such photos was taken back after it was begun.',
    },
    handle: async ({ caller, params, query, request }) => {
      const owner = { claimId: params.id, ownerId: caller.accountId };
      const begun = await deps.uploads.find({ ...owner, id: params.photoId });
      // What has arrived in whole is only asked for again.
      if (!begun.complete)
        await requirePhotoConsent(deps.consents, caller.accountId, shotSchema.parse(begun.shot));
      const { offset, sha256 } = query;
      // A last piece has the whole picture decoded, however often it comes.
      if (sha256 !== undefined && !begun.complete)
        await deps.limits.take('photosPerHour', `finish ${caller.accountId}`);
      const piece = { offset, ...(sha256 === undefined ? {} : { sha256 }) };
      const upload = await deps.uploads.receive({ ...owner, id: params.photoId }, piece, request);
      if (upload.complete) deps.finishing.nudge();
      return { status: 200, body: await shownUpload(deps, owner, upload) };
    },
  });
}

function stateRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'get',
    path: '/claims/:id/photos/:photoId',
    summary: 'How much of a photo has arrived',
    tag,
    access: deps.access.member,
    params: photoParams,
    answers: { 200: photoUpload },
    handle: async ({ caller, params }) => {
      const owner = { claimId: params.id, ownerId: caller.accountId };
      const upload = await deps.uploads.find({ ...owner, id: params.photoId });
      return { status: 200, body: await shownUpload(deps, owner, upload) };
    },
  });
}

export const photoUploadRoutes = (deps: ClaimsDeps): AnyRoute[] => [
  beginRoute(deps),
  pieceRoute(deps),
  stateRoute(deps),
];
