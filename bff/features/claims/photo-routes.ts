import { notFound } from '../../http/problem';
import { defineRoute, noBody, type AnyRoute } from '../../http/route';
import type { PhotoVariant } from '../../photos/photo-store';
import { readFor, writeFor } from '../../upstream/calling';
import { addPhoto } from './add-photo';
import type { ClaimsDeps } from './claims-deps';
import { claimParams, photoAddressQuery, photoForm, photoList, photoParams, photoReceipt } from './contract';
import { shownPhoto } from './photo';
import { keptClaimId, ownClaimId } from './read-claim';

const tag = 'claims';

function uploadRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/claims/:id/photos/form',
    summary: 'One photo by form upload: a part `file` and a part `shot`',
    tag,
    access: deps.access.member,
    idempotency: { kind: 'recorded' },
    params: claimParams,
    body: {
      streamed: 'multipart/form-data with one picture in `file` (≤10 MB) and `shot`',
      schema: photoForm,
    },
    answers: { 201: photoReceipt },
    problems: {
      PHOTO_TOO_LARGE: 'More than 10 MB.',
      PHOTO_TOO_MANY_PIXELS: 'More than 40 megapixels.',
      PHOTO_NOT_A_PICTURE: 'Not a picture at all.',
      PHOTO_FORMAT_UNSUPPORTED: 'A picture, but not JPEG, PNG or WebP (HEIC among others).',
      PHOTO_BROKEN: 'The picture cannot be decoded to its end.',
      PHOTO_LIMIT_REACHED: 'The claim has 30 photos.',
      CONSENT_REQUIRED: 'The consent to such photos was taken back.',
    },
    handle: async (context) => {
      await deps.limits.take('photosPerHour', context.caller.accountId);
      return addPhoto(deps, writeFor(context.caller.actor, context), {
        claimId: context.params.id,
        request: context.request,
      });
    },
  });
}

function listRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'get',
    path: '/claims/:id/photos',
    summary: 'The photos the caller has sent, with short-lived addresses',
    tag,
    access: deps.access.member,
    params: claimParams,
    answers: { 200: photoList },
    handle: async (context) => {
      const by = readFor(context.caller.actor, context);
      const claimId = await ownClaimId(deps, by, context.params.id);
      const photos = await deps.photos.list({ claimId, ownerId: context.caller.accountId });
      const items = photos.map((photo) => shownPhoto(photo, deps.addressing));
      return { status: 200, body: { items, nextCursor: null } };
    },
  });
}

function removalRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'delete',
    path: '/claims/:id/photos/:photoId',
    summary: 'Take a photo back, also one that has not arrived in whole',
    tag,
    access: deps.access.member,
    idempotency: { kind: 'natural', why: 'A photo that is already gone is gone.' },
    params: photoParams,
    body: noBody,
    answers: { 204: null },
    handle: async ({ caller, params }) => {
      const { accountId: ownerId } = caller;
      const upload = { id: params.photoId, claimId: params.id, ownerId };
      if (await deps.uploads.giveUp(upload)) return { status: 204 };
      const claimId = await keptClaimId(deps, { accountId: ownerId, id: params.id });
      const outcome = await deps.photos.remove({ id: params.photoId, claimId, ownerId });
      if (outcome === 'unknown') throw notFound('没有找到这张照片');
      deps.finishing.nudge();
      return { status: 204 };
    },
  });
}

/** What a browser may do with the bytes: show them as a picture, nothing else, and keep them for itself a while. */
function pictureHeaders(expires: number): Record<string, string> {
  const leftSeconds = Math.max(0, expires - Math.floor(Date.now() / 1000));
  return {
    'Cache-Control': `private, max-age=${String(leftSeconds)}, immutable`,
    'Content-Disposition': 'inline',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  };
}

function pictureRoute(deps: ClaimsDeps, file: string, variant: PhotoVariant): AnyRoute {
  return defineRoute({
    method: 'get',
    path: `/claims/:id/photos/:photoId/${file}`,
    summary: `The picture itself (${variant}), by signed address`,
    tag,
    access: deps.access.open,
    params: photoParams,
    query: photoAddressQuery,
    answers: { 200: null },
    mediaType: 'image/jpeg',
    handle: async ({ params, query }) => {
      const target = { claimId: params.id, photoId: params.photoId, variant };
      if (!deps.addressing.isValid(target, query)) throw notFound('照片的链接过期了，请回到报案页面刷新');
      const picture = await deps.photos.open(target);
      if (!picture) throw notFound('没有找到这张照片');
      return { status: 200, body: picture, headers: pictureHeaders(query.expires) };
    },
  });
}

export function photoRoutes(deps: ClaimsDeps): AnyRoute[] {
  return [
    uploadRoute(deps),
    listRoute(deps),
    removalRoute(deps),
    pictureRoute(deps, 'content', 'full'),
    pictureRoute(deps, 'thumb', 'thumb'),
  ];
}
