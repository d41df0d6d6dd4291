import type { Known } from '../../last-known/last-known';
import { freshnessOf } from '../../last-known/read-list';
import type { Calling } from '../../upstream/calling';
import { coreClaimDetail, type CoreClaimDetail } from '../../upstream/core/contract/claims';
import { inOurWords } from '../../upstream/refusal-words';
import type { ClaimsDeps } from './claims-deps';
import type { ClaimDetail } from './contract';
import { shownPhoto } from './photo';
import { queuedDetail } from './queued-claim';
import type { QueuedReport } from './queued-reports';
import { claimRefusals } from './refusals';

type ReadDeps = Pick<ClaimsDeps, 'core' | 'lastKnown' | 'photos' | 'addressing' | 'queued' | 'brand'>;

export const claimWhat = (claimId: string) => `claim:${claimId}`;

/**
 * A claim the caller may see, from core or, while core is away, as it was last known. Everything about a claim starts
 * here: a claim that is not the caller's ends in 404 before anything else is looked at.
 */
export function findClaim(
  { core, lastKnown }: Pick<ClaimsDeps, 'core' | 'lastKnown'>,
  by: Calling,
  claimId: string,
): Promise<Known<CoreClaimDetail>> {
  return inOurWords(claimRefusals, () =>
    lastKnown.read({
      subject: by.actor.subject,
      what: claimWhat(claimId),
      schema: coreClaimDetail,
      fetch: () => core.claim(by, claimId),
    }),
  );
}

/** Where the pictures of a claim are kept now, without asking whose claim it is: for statements that name the owner. */
export async function keptClaimId(
  { queued }: Pick<ClaimsDeps, 'queued'>,
  address: { accountId: string; id: string },
): Promise<string> {
  return (await queued.byId(address))?.claimId ?? address.id;
}

/**
 * The id under which a claim of the caller is kept now: a queued report is found by the id the person was given, before
 * and after it was delivered. @throws UpstreamRefusal 404 for anybody else's
 */
export async function ownClaimId(
  deps: Pick<ClaimsDeps, 'core' | 'lastKnown' | 'queued'>,
  by: Calling,
  id: string,
): Promise<string> {
  const queued = await deps.queued.byId({ accountId: by.actor.subject, id });
  if (queued) return queued.claimId ?? queued.id;
  await findClaim(deps, by, id);
  return id;
}

async function readQueued(deps: ReadDeps, queued: QueuedReport): Promise<ClaimDetail> {
  const received = await deps.photos.list({ claimId: queued.id, ownerId: queued.accountId });
  return {
    ...queuedDetail(queued, deps.brand),
    photos: { required: [], received: received.map((photo) => shownPhoto(photo, deps.addressing)) },
  };
}

/** The tracker of one claim with the pictures this person has sent; also of a report that core has not got yet. */
export async function readClaim(deps: ReadDeps, by: Calling, id: string): Promise<ClaimDetail> {
  const queued = await deps.queued.byId({ accountId: by.actor.subject, id });
  if (queued && queued.claimId === null) return readQueued(deps, queued);
  return readDelivered(deps, by, queued?.claimId ?? id);
}

async function readDelivered(deps: ReadDeps, by: Calling, claimId: string): Promise<ClaimDetail> {
  const known = await findClaim(deps, by, claimId);
  return shownClaim(deps, by, known);
}

/** A claim as core tells it, with the pictures this person has sent. */
export async function shownClaim(
  deps: Pick<ReadDeps, 'photos' | 'addressing'>,
  by: Calling,
  known: Known<CoreClaimDetail>,
): Promise<ClaimDetail> {
  const claimId = known.value.id;
  const received = await deps.photos.list({ claimId, ownerId: by.actor.subject });
  const { requiredShots, receivedPhotoIds: _ids, asOf: _asOf, ...claim } = known.value;
  return {
    ...claim,
    ...freshnessOf(known),
    photos: {
      required: requiredShots,
      received: received.map((photo) => shownPhoto(photo, deps.addressing)),
    },
  };
}
