import type { FollowUp } from '../../follow-ups/follow-up-store';
import { recordScope, replayHeaders } from '../../http/idempotency';
import { toInstant } from '../../http/instants';
import { defineRoute, type AccessRule, type AnyRoute } from '../../http/route';
import { normaliseMobile } from '../../identifiers';
import { maskPhone, maskPlate } from '../../masking';
import { photoProblems } from '../../photos/photo-problems';
import { keepFormPhoto } from './add-photo';
import type { ClaimsDeps } from './claims-deps';
import { claimParams, photoForm, shot as shotSchema } from './contract';
import { photoLinkPhoto, photoLinkReceipt, photoLinkRequest, photoLinkView } from './contract/photo-link';
import { PHOTO_LINK_HEADER } from './contract/photo-progress';
import { photoLinkUploadRoutes } from './photo-link-upload-routes';
import type { PhotoLink } from './photo-links';
import { findClaim, keptClaimId, ownClaimId } from './read-claim';

const tag = 'claims';

/** Who holds a link that still lives; it opens this one claim for pictures and nothing else. */
const linkHolder = (deps: ClaimsDeps): AccessRule<PhotoLink> => ({
  name: 'photoLink',
  description: `A token from an SMS in the header ${PHOTO_LINK_HEADER}: pictures for one claim, for 2 hours.`,
  async authorise(request) {
    const token = request.get(PHOTO_LINK_HEADER) ?? '';
    const link = /^[\w-]{32}$/.test(token) ? await deps.photoLinks.find(token) : undefined;
    if (link) return link;
    await deps.limits.take('photosPerHour', `link ${request.ip ?? ''}`);
    throw photoProblems.linkOver();
  },
});

/** An address for every phone: a link into WeChat would cost a call there and lead nobody else on. */
const smsOf = (origin: string, phone: string, { id, token }: { id: string; token: string }): FollowUp => ({
  kind: 'sms',
  key: `photo-link-${id}`,
  message: { phone, template: 'photoLink', values: { link: `${origin}/#/p?t=${token}` } },
});

function creationRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/claims/:id/photo-links',
    summary: 'Send a link by SMS with which somebody who is no member adds pictures to this claim',
    tag,
    access: deps.access.member,
    idempotency: { kind: 'forwarded' },
    params: claimParams,
    body: photoLinkRequest,
    answers: { 201: photoLinkReceipt },
    handle: async (context) => {
      const { caller, body, params } = context;
      const { actor } = caller;
      const claimId = await ownClaimId(deps, { actor, requestId: context.requestId }, params.id);
      const phone = normaliseMobile(body.phone);
      const requestKey = context.idempotencyKey;
      const asked = { claimId, accountId: caller.accountId, phone, requestKey };
      // What was sent already is told again, however much was sent since.
      if (!(await deps.photoLinks.earlier(asked))) {
        await deps.limits.take('claimsPerDay', `link ${caller.accountId}`);
        await deps.limits.take('photoLinksPerPhoneDay', phone);
      }
      const { link, handed: send } = await deps.photoLinks.create(asked, (transaction, made) =>
        deps.followUps.startWith(transaction, smsOf(deps.origin, phone, made)),
      );
      await send?.();
      const { id, photosLeft } = link;
      const receipt = { id, phoneMasked: maskPhone(phone), expiresAt: toInstant(link.expiresAt), photosLeft };
      return { status: 201, body: receipt, headers: replayHeaders(send === undefined) };
    },
  });
}

const actorOf = ({ accountId }: PhotoLink) => ({ subject: accountId, role: 'member' as const });

function viewRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'get',
    path: '/photo-link',
    summary: 'What somebody beside the car needs to know to take the pictures',
    tag,
    access: linkHolder(deps),
    answers: { 200: photoLinkView },
    handle: async ({ caller: link, requestId, signal }) => {
      // Sent while the report waited for core, the link carries the id from then.
      const claimId = await keptClaimId(deps, { accountId: link.accountId, id: link.claimId });
      const { value } = await findClaim(deps, { actor: actorOf(link), requestId, signal }, claimId);
      const sent = await deps.photoLinks.sent(link.id);
      const kept = await deps.photos.list({ claimId, ownerId: link.accountId });
      const here = new Set(sent.map(({ shot }) => shot));
      // Nobody is sent out again for what somebody else has photographed already.
      const elsewhere = new Set(kept.map(({ shot }) => shot).filter((shot) => !here.has(shot)));
      const body = {
        plateMasked: maskPlate(value.plate),
        occurredAt: value.occurredAt,
        scenario: value.scenario,
        required: value.requiredShots.filter(({ shot }) => !elsewhere.has(shot)),
        sent: sent.map(({ shot, at }) => ({ shot: shotSchema.parse(shot), at: toInstant(at) })),
        photosLeft: link.photosLeft,
        expiresAt: toInstant(link.expiresAt),
      };
      return { status: 200, body };
    },
  });
}

function uploadRoute(deps: ClaimsDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/photo-link/photos',
    summary: 'One picture by form upload through a link: a part `file` and a part `shot`',
    tag,
    access: linkHolder(deps),
    idempotency: { kind: 'recorded' },
    body: {
      streamed: 'multipart/form-data with one picture in `file` (≤10 MB) and `shot`',
      schema: photoForm,
    },
    answers: { 201: photoLinkPhoto },
    problems: { PHOTO_LINK_USED_UP: 'All pictures of this link were sent.' },
    handle: async ({ caller: link, request, idempotencyKey: key }) => {
      await deps.limits.take('photosPerHour', `link ${link.id}`);
      const { claimId, accountId: ownerId } = link;
      const scope = recordScope(`link ${link.id}`, 'POST /photo-link/photos');
      return keepFormPhoto(
        deps,
        { claimId, ownerId, scope, key, request },
        async (transaction, { id, shot, at }) => {
          const photosLeft = await deps.photoLinks.spend(transaction, link.id, { id, shot });
          return { status: 201, body: { shot, at: toInstant(at), photosLeft } };
        },
      );
    },
  });
}

export const photoLinkRoutes = (deps: ClaimsDeps): AnyRoute[] => [
  creationRoute(deps),
  viewRoute(deps),
  uploadRoute(deps),
  ...photoLinkUploadRoutes(deps, linkHolder(deps)),
];
