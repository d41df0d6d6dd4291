import type { Known } from '../../last-known/last-known';
import { freshnessOf } from '../../last-known/read-list';
import type { Calling } from '../../upstream/calling';
import { coreClaimDetail, type CoreClaimDetail } from '../../upstream/core/contract/claims';
import { inOurWords } from '../../upstream/refusal-words';
import type { ClaimsDeps } from './claims-deps';
import type { ClaimDetail } from './contract';
import { shownPhoto } from './photo';
import { claimRefusals } from './refusals';

type ReadDeps = Pick<ClaimsDeps, 'core' | 'lastKnown' | 'photos' | 'addressing'>;

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

/** The tracker of one claim with the pictures this person has sent. */
export async function readClaim(deps: ReadDeps, by: Calling, claimId: string): Promise<ClaimDetail> {
  const known = await findClaim(deps, by, claimId);
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
