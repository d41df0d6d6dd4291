import { Problem } from '../../http/problem';
import type { Calling } from '../../upstream/calling';
import { clubVehicle, type ClubVehicle } from '../../upstream/club/contract';
import { inOurWords } from '../../upstream/refusal-words';
import { violationAnswer } from '../../upstream/violations/contract';
import type { ViolationReport } from './contract';
import { vehicleRefusals } from './refusals';
import { vehicleWhat, violationsWhat, type VehiclesDeps } from './vehicles-deps';
import { violationTotals } from './violation-totals';

type FindDeps = Omit<VehiclesDeps, 'access'>;

const consentNeeded = () =>
  new Problem(
    403,
    'CONSENT_REQUIRED',
    '您收回了查违章的同意，所以没有去查。在“我的 → 隐私”里重新同意后就能查',
  );

async function ownVehicle(deps: FindDeps, by: Calling, vehicleId: string): Promise<ClubVehicle> {
  const known = await inOurWords(vehicleRefusals, () =>
    deps.lastKnown.read({
      subject: by.actor.subject,
      what: vehicleWhat(vehicleId),
      schema: clubVehicle,
      fetch: () => deps.vehicles.get(by, vehicleId),
    }),
  );
  return known.value;
}

/**
 * The records of an own car, always with source, time and coverage: found nothing is not that there is nothing. While
 * the source is away the last answer comes back with its own time and `stale`; without one the page is 503.
 */
export async function findViolations(
  deps: FindDeps,
  by: Calling,
  vehicleId: string,
): Promise<ViolationReport> {
  const { plate, plateType, vin, engineNo } = await ownVehicle(deps, by, vehicleId);
  if (await deps.consent.isWithdrawn(by.actor.subject)) throw consentNeeded();
  const { value, stale } = await inOurWords(vehicleRefusals, () =>
    deps.lastKnown.read({
      subject: by.actor.subject,
      what: violationsWhat(vehicleId),
      schema: violationAnswer,
      fetch: () => deps.source.query(by, { plate, plateType, vin, engineNo }),
      asOfOf: (answer) => answer.fetchedAt,
    }),
  );
  const { source, coverage, fetchedAt, items } = value;
  return { source, coverage, fetchedAt, stale, items, totals: violationTotals(items) };
}
