import type { Upstream } from '../../http/upstream-client';
import { createCoreClaims, type CoreClaims } from './claims';
import { createCoreIdentityLinks, type CoreIdentityLinks } from './identity-links';
import { createCoreSurveyor, type CoreSurveyor } from './surveyor';
import { createCorePolicies, type CorePolicies } from './policies';

/** The core policy system (承保/理赔 core): policies, claims, and who is who. */
export interface Core extends CoreClaims, CorePolicies, CoreIdentityLinks, CoreSurveyor {}

export function createCore(upstream: Upstream): Core {
  return {
    ...createCoreClaims(upstream),
    ...createCorePolicies(upstream),
    ...createCoreIdentityLinks(upstream),
    ...createCoreSurveyor(upstream),
  };
}
