import { notFound } from '../../http/problem';
import { normaliseMobile, normalisePlate } from '../../identifiers';
import { isRefusal, type WriteCalling } from '../../upstream/calling';
import { clubVehicle } from '../../upstream/club/contract';
import type { CoreClaimReport } from '../../upstream/core/contract/claims';
import { inOurWords } from '../../upstream/refusal-words';
import { namedCar } from './car';
import type { ClaimsDeps } from './claims-deps';
import type { ClaimReceipt, ClaimReport } from './contract';
import { claimWhat } from './read-claim';
import { reportRefusals } from './refusals';

type ReportDeps = Pick<ClaimsDeps, 'core' | 'vehicles' | 'lastKnown'>;

/** The plate of an own vehicle; the last known one will do, a report must not wait for the club. */
async function plateOf(deps: ReportDeps, by: WriteCalling, vehicleId: string): Promise<string> {
  const { actor, requestId } = by;
  try {
    const { value } = await deps.lastKnown.read({
      subject: actor.subject,
      what: `vehicle:${vehicleId}`,
      schema: clubVehicle,
      fetch: () => deps.vehicles.get({ actor, requestId }, vehicleId),
    });
    return normalisePlate(value.plate);
  } catch (error) {
    if (isRefusal(error, 404)) throw notFound('没有找到这辆车。换一辆车，或者直接填车牌号也能报案');
    throw error;
  }
}

async function carOf(deps: ReportDeps, by: WriteCalling, report: ClaimReport) {
  const car = namedCar(report);
  switch (car.by) {
    case 'vehicle':
      return { plate: await plateOf(deps, by, car.vehicleId) };
    case 'policy':
      return { policyId: car.policyId };
    case 'plate':
      return { plate: normalisePlate(car.plate) };
  }
}

function handedOver(report: ClaimReport, car: { plate?: string; policyId?: string }): CoreClaimReport {
  const { vehicleId: _vehicleId, policyId: _policyId, plate: _plate, ...rest } = report;
  return {
    ...rest,
    ...car,
    contactPhone: normaliseMobile(report.contactPhone),
    ...(report.casualties && { casualties: report.casualties.map(withoutEmpty) }),
    ...(report.otherParties && {
      otherParties: report.otherParties.map((party) => ({
        ...withoutEmpty(party),
        plate: normalisePlate(party.plate),
        ...(party.phone && { phone: normaliseMobile(party.phone) }),
      })),
    }),
  };
}

/** A field left empty on a form is a field that was not filled in. */
function withoutEmpty<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) as T;
}

/**
 * Reports an accident, once per request id: core keeps the id on the claim and decides. Missing, expired or unlinked
 * cover never refuses it (待核实). When core is away nothing was sent (503); when its answer was lost the outcome is
 * unknown (504), and the same request id asks again.
 */
export async function reportClaim(
  deps: ReportDeps,
  by: WriteCalling,
  report: ClaimReport,
): Promise<{ receipt: ClaimReceipt; replayed: boolean }> {
  const car = await carOf(deps, by, report);
  const { claim, replayed } = await inOurWords(reportRefusals, () =>
    deps.core.reportClaim(by, handedOver(report, car)),
  );
  const address = { subject: by.actor.subject, what: claimWhat(claim.id) };
  // A replay may be older than what was read since.
  if (!replayed) deps.lastKnown.keep(address, claim, claim.asOf);
  const { id, reportNo, status, verified, requiredShots, steps } = claim;
  const photos = { required: requiredShots, received: [] };
  return { receipt: { id, reportNo, status, verified, photos, steps }, replayed };
}
