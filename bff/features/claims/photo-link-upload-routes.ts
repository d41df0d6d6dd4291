import { replayHeaders } from '../../http/idempotency';
import { defineRoute, type AccessRule, type AnyRoute } from '../../http/route';
import { photoProblems } from '../../photos/photo-problems';
import type { PhotoUpload } from '../../photos/photo-uploads';
import type { ClaimsDeps } from './claims-deps';
import { photoLinkUploadParams } from './contract/photo-link';
import { photoProgress } from './contract/photo-progress';
import { photoPieceQuery, photoUploadRequest } from './contract/photo-upload';
import type { PhotoLink } from './photo-links';

const tag = 'claims';

/** How far it is and no more: who sends a picture through a link cannot look at it again. */
const progressOf = ({ id, bytes, chunkBytes, receivedBytes, complete }: PhotoUpload) => ({
  photoId: id,
  bytes,
  chunkBytes,
  receivedBytes,
  complete,
});

const addressOf = ({ id: linkId, claimId, accountId: ownerId }: PhotoLink) => ({ linkId, claimId, ownerId });

function beginRoute(deps: ClaimsDeps, access: AccessRule<PhotoLink>): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/photo-link/uploads',
    summary: 'Begin a picture that is sent through a link in pieces',
    tag,
    access,
    idempotency: { kind: 'forwarded' },
    body: photoUploadRequest,
    answers: { 201: photoProgress },
    problems: {
      PHOTO_LINK_USED_UP: 'All pictures of this link were sent.',
      PHOTO_TOO_LARGE: 'More than 10 MB.',
      PHOTO_FORMAT_UNSUPPORTED: 'By its media type not JPEG, PNG or WebP (HEIC among others).',
      PHOTO_LIMIT_REACHED: 'The claim has 30 photos, or too many were begun.',
    },
    handle: async ({ caller: link, body, idempotencyKey: requestKey }) => {
      await deps.limits.take('photosPerHour', `link ${link.id}`);
      const { upload, replayed } = await deps.uploads.begin({ ...addressOf(link), ...body, requestKey });
      // One that has arrived may still be asked for; what cannot be kept in the end is not begun.
      if (link.photosLeft <= 0 && !upload.complete) throw photoProblems.linkUsedUp();
      return { status: 201, body: progressOf(upload), headers: replayHeaders(replayed) };
    },
  });
}

function pieceRoute(deps: ClaimsDeps, access: AccessRule<PhotoLink>): AnyRoute {
  return defineRoute({
    method: 'put',
    path: '/photo-link/uploads/:photoId/content',
    summary:
      'One piece of a picture through a link; with the last one `final=true` and the SHA-256 of the whole',
    tag,
    access,
    idempotency: {
      kind: 'natural',
      why: 'A piece has its place; one that comes again is compared and changes nothing.',
    },
    params: photoLinkUploadParams,
    query: photoPieceQuery,
    body: { streamed: 'application/octet-stream, `chunkBytes` long or what remains' },
    answers: { 200: photoProgress },
    problems: {
      PHOTO_LINK_USED_UP: 'All pictures of this link were sent; this one was not kept.',
      PHOTO_GAP: 'Something before this piece is missing; go on at `receivedBytes`.',
      PHOTO_CHANGED: 'Not the file that was begun with.',
      PHOTO_WRONG_PIECE: 'Not at a multiple of `chunkBytes`, or not as long as a piece is there.',
      PHOTO_NOT_A_PICTURE: 'Not a picture at all.',
      PHOTO_FORMAT_UNSUPPORTED: 'A picture, but not JPEG, PNG or WebP (HEIC among others).',
      PHOTO_TOO_MANY_PIXELS: 'More than 40 megapixels.',
      PHOTO_BROKEN: 'The picture cannot be decoded to its end.',
      PHOTO_LIMIT_REACHED: 'The claim has 30 photos.',
      PHOTOS_BUSY: 'Everything has arrived; ask again for it to be finished.',
      PHOTOS_NOT_STORED: 'The storage takes nothing now; the piece was not kept.',
    },
    handle: async ({ caller: link, params, query: { offset, sha256 }, request }) => {
      const piece = { offset, ...(sha256 === undefined ? {} : { sha256 }) };
      const address = { ...addressOf(link), id: params.photoId };
      const begun = await deps.uploads.find(address);
      if (link.photosLeft <= 0 && !begun.complete) throw photoProblems.linkUsedUp();
      // A last piece has the whole picture decoded, however often it comes.
      if (sha256 !== undefined && !begun.complete)
        await deps.limits.take('photosPerHour', `finish link ${link.id}`);
      const upload = await deps.uploads.receive(address, piece, request);
      if (upload.complete) deps.finishing.nudge();
      return { status: 200, body: progressOf(upload) };
    },
  });
}

function stateRoute(deps: ClaimsDeps, access: AccessRule<PhotoLink>): AnyRoute {
  return defineRoute({
    method: 'get',
    path: '/photo-link/uploads/:photoId',
    summary: 'How much of a picture has arrived through this link',
    tag,
    access,
    params: photoLinkUploadParams,
    answers: { 200: photoProgress },
    handle: async ({ caller: link, params }) => {
      const upload = await deps.uploads.find({ ...addressOf(link), id: params.photoId });
      return { status: 200, body: progressOf(upload) };
    },
  });
}

/** The same pieces as a member's, for whoever holds the link; a picture of one link is out of reach for any other. */
export const photoLinkUploadRoutes = (deps: ClaimsDeps, access: AccessRule<PhotoLink>): AnyRoute[] => [
  beginRoute(deps, access),
  pieceRoute(deps, access),
  stateRoute(deps, access),
];
