import type { AccessRules } from '../../http/access';
import type { Limits } from '../../http/limits';
import type { LastKnown } from '../../last-known/last-known';
import type { Vehicles } from '../../upstream/club/vehicles';
import type { ViolationsSource } from '../../upstream/violations/client';

/** The register of consents, as far as looking up violations needs it. */
export interface ViolationsConsent {
  /** Keeps that the person agreed, once per request: a late repeat does not undo that it was taken back since. */
  grant(accountId: string, requestId: string): Promise<void>;
  /** True when the person has taken it back since. */
  isWithdrawn(accountId: string): Promise<boolean>;
}

export interface VehiclesDeps {
  access: Pick<AccessRules, 'member'>;
  vehicles: Vehicles;
  source: ViolationsSource;
  consent: ViolationsConsent;
  lastKnown: LastKnown;
  limits: Limits;
}

export const vehicleWhat = (vehicleId: string) => `vehicle:${vehicleId}`;
export const violationsWhat = (vehicleId: string) => `violations:${vehicleId}`;
