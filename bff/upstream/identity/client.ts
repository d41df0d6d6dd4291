import { systemActor } from '../../http/service-token';
import type { Upstream } from '../../http/upstream-client';
import { withoutEffect } from '../calling';
import { identityAnswer, type IdentityResult } from './contract';

export interface PersonFactors {
  name: string;
  idNumber: string;
  phone: string;
}

export interface OrganisationFactors {
  organisationName: string;
  creditCode: string;
  phone: string;
}

/**
 * The identity provider. `match` means that all three belong together; `unknown` is neither yes nor no. When it is away
 * nothing was decided (UpstreamAway). A check costs money, so it is never repeated by itself.
 */
export interface Identity {
  checkPerson(factors: PersonFactors): Promise<IdentityResult>;
  checkOrganisation(factors: OrganisationFactors): Promise<IdentityResult>;
}

export function createIdentity(upstream: Upstream): Identity {
  async function check(path: string, body: PersonFactors | OrganisationFactors): Promise<IdentityResult> {
    const call = { method: 'POST', path, body, actor: systemActor, answer: identityAnswer } as const;
    return (await withoutEffect(() => upstream.call(call))).body.result;
  }
  return {
    checkPerson: (factors) => check('/v1/three-factor-checks', factors),
    checkOrganisation: (factors) => check('/v1/organisation-checks', factors),
  };
}
