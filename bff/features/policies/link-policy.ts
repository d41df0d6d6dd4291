import type { Limits } from '../../http/limits';
import { Problem } from '../../http/problem';
import type { LastKnown } from '../../last-known/last-known';
import type { Calling } from '../../upstream/calling';
import type { Core } from '../../upstream/core/client';
import { inOurWords } from '../../upstream/refusal-words';
import type { PolicySummary } from './contract';
import { linkRefusals } from './refusals';
import { noEarlierThan } from './response-floor';

export interface LinkDeps {
  core: Pick<Core, 'linkPolicy' | 'unlinkPolicy'>;
  knownMember: {
    read(by: Calling): Promise<{ value: { identityVerified: boolean; phone: string | null } }>;
  };
  lastKnown: LastKnown;
  limits: Limits;
}

/** Longer than core takes, found or not. */
const FLOOR_MS = 600;

/** Lists that were kept for an outage and no longer hold. */
const keptLists = ['policies', 'policies:limit=100', 'home:policies'];

async function forgetLists({ lastKnown }: LinkDeps, subject: string): Promise<void> {
  for (const what of keptLists) await lastKnown.forget({ subject, what });
}

/**
 * Adds a policy by its number where the verified identity is 投保人 or 被保险人. Every other number is refused in one
 * way: same status, same words, never earlier than the floor, five tries a day. Sent again it changes nothing.
 */
export async function linkPolicy(deps: LinkDeps, by: Calling, policyNo: string): Promise<PolicySummary> {
  await deps.limits.take('policyLinkPerDay', by.actor.subject);
  return noEarlierThan(FLOOR_MS, async () => {
    const { value: member } = await deps.knownMember.read(by);
    if (!member.identityVerified) {
      throw new Problem(409, 'IDENTITY_NEEDED', '先核实是您本人，才能按保单号添加');
    }
    const policy = await inOurWords(linkRefusals, () => deps.core.linkPolicy(by, policyNo));
    await forgetLists(deps, by.actor.subject);
    return policy;
  });
}

/** Takes a policy off the person's list; the cover is not touched and the number brings it back. */
export async function unlinkPolicy(deps: LinkDeps, by: Calling, policyId: string): Promise<void> {
  await inOurWords(linkRefusals, () => deps.core.unlinkPolicy(by, policyId));
  await deps.lastKnown.forget({ subject: by.actor.subject, what: `policy:${policyId}` });
  await forgetLists(deps, by.actor.subject);
}
