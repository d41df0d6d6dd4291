import type { LastKnown } from '../../last-known/last-known';
import { freshnessOf } from '../../last-known/read-list';
import { maskIdNumber, maskName, maskPhone, maskVin } from '../../masking';
import type { Calling } from '../../upstream/calling';
import type { Core } from '../../upstream/core/client';
import { corePolicyDetail, type CorePolicyDetail } from '../../upstream/core/contract/policies';
import { inOurWords } from '../../upstream/refusal-words';
import type { PolicyDetail } from './contract';
import { policyRefusals } from './refusals';

/** Names and numbers of the people on a policy leave this server hidden; three roles may be three persons. */
function masked(policy: CorePolicyDetail): Omit<PolicyDetail, 'asOf' | 'stale'> {
  const { policyholderName, insured, ownerName, vin, branch, contact, asOf: _asOf, ...shown } = policy;
  return {
    ...shown,
    policyholderMasked: maskName(policyholderName),
    insured: {
      nameMasked: maskName(insured.name),
      idNumberMasked: insured.idNumber === null ? null : maskIdNumber(insured.idNumber),
    },
    ownerMasked: maskName(ownerName),
    vinMasked: maskVin(vin),
    branchName: branch.name,
    contact: contact && {
      phoneMasked: contact.phone === null ? null : maskPhone(contact.phone),
      address: contact.address,
    },
  };
}

/** One linked policy. While core is away it is the last known one with its age; the cover itself does not change by that. */
export async function readPolicy(
  { core, lastKnown }: { core: Pick<Core, 'policy'>; lastKnown: LastKnown },
  by: Calling,
  policyId: string,
): Promise<PolicyDetail> {
  const known = await inOurWords(policyRefusals, () =>
    lastKnown.read({
      subject: by.actor.subject,
      what: `policy:${policyId}`,
      schema: corePolicyDetail,
      fetch: () => core.policy(by, policyId),
    }),
  );
  return { ...masked(known.value), ...freshnessOf(known) };
}
