import type { Calling } from '../../upstream/calling';
import type { CoreClaimDetail, CoreClaimStep } from '../../upstream/core/contract/claims';
import type { Core } from '../../upstream/core/client';
import { isAway } from '../../last-known/last-known';
import type { AccessRecords, Seen } from './access-records';

/** A case that was closed long ago has its entries already. */
const LATEST_CLAIMS = 5;

const seenAt: Partial<Record<CoreClaimStep['code'], Pick<Seen, 'action' | 'fields'>>> = {
  contacted: { action: 'claimContacted', fields: ['name', 'contactPhone', 'place'] },
  surveyed: { action: 'claimSurveyed', fields: ['photos', 'plate', 'place'] },
};

const viewOf = (accountId: string, claimId: string, step: CoreClaimStep): Seen | undefined => {
  const seen = seenAt[step.code];
  if (!seen || step.doneAt === null) return undefined;
  const { name, role } = step.owner;
  return {
    ...seen,
    accountId,
    viewer: { role: 'surveyor', id: name, name, place: role },
    at: step.doneAt,
    occasion: claimId,
  };
};

const viewsIn = (accountId: string, { id, steps }: CoreClaimDetail): Seen[] =>
  steps.flatMap((step) => viewOf(accountId, id, step) ?? []);

/**
 * Surveyors work in the core system, which keeps who did which step when: their looks at a report are entered from there.
 * @returns false when core could not be asked
 */
export async function noteSurveyorViews(
  { core, accessRecords }: { core: Pick<Core, 'claims' | 'claim'>; accessRecords: AccessRecords },
  by: Calling,
): Promise<boolean> {
  try {
    const { items } = await core.claims(by, { limit: LATEST_CLAIMS });
    const claims = await Promise.all(items.map(({ id }) => core.claim(by, id)));
    const seen = claims.flatMap((claim) => viewsIn(by.actor.subject, claim));
    await Promise.all(seen.map((one) => accessRecords.note(one)));
    return true;
  } catch (error) {
    // What is entered already is shown; the rest follows when core is back.
    if (!isAway(error)) throw error;
    return false;
  }
}
