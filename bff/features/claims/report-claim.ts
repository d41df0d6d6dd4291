import { notFound } from '../../http/problem';
import { OutcomeUnknown, UpstreamAway, UpstreamContractBroken } from '../../http/upstream-errors';
import { normaliseMobile, normalisePlate } from '../../identifiers';
import { isRefusal, type WriteCalling } from '../../upstream/calling';
import { clubVehicle } from '../../upstream/club/contract';
import type { CoreClaimDetail, CoreClaimReport } from '../../upstream/core/contract/claims';
import { corePolicyDetail, corePolicyList } from '../../upstream/core/contract/policies';
import { inOurWords } from '../../upstream/refusal-words';
import { refuseImpossibleTime } from './accident-time';
import { namedCar } from './car';
import type { ClaimsDeps } from './claims-deps';
import type { ClaimReceipt, ClaimReport } from './contract';
import { queuedReceipt } from './queued-claim';
import { asSent } from './queued-reports';
import { claimWhat } from './read-claim';
import { reportRefusals } from './refusals';
import { consentRequired, namesPosition } from './require-consent';

type ReportDeps = Pick<
  ClaimsDeps,
  'core' | 'consents' | 'vehicles' | 'lastKnown' | 'queued' | 'begunReports' | 'brand'
>;

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

/** While core is away a report needs a plate: a policy of one's own is looked up in what was last known. */
async function withPlate(
  deps: ReportDeps,
  by: WriteCalling,
  report: CoreClaimReport,
): Promise<CoreClaimReport | null> {
  if (report.policyId === undefined) return report;
  const { policyId } = report;
  const subject = by.actor.subject;
  const known = await deps.lastKnown.recall({ subject, what: `policy:${policyId}` }, corePolicyDetail);
  if (known) return { ...report, plate: normalisePlate(known.value.vehicle.plate) };
  const list = await deps.lastKnown.recall({ subject, what: 'home:policies' }, corePolicyList);
  const policy = list?.value.items.find(({ id }) => id === policyId);
  return policy ? { ...report, plate: normalisePlate(policy.vehicle.plate) } : null;
}

async function keepForLater(
  deps: ReportDeps,
  by: WriteCalling,
  report: CoreClaimReport,
  away: unknown,
): Promise<Reported> {
  refuseImpossibleTime(report.occurredAt, Date.now());
  const named = await withPlate(deps, by, report);
  if (!named) throw away;
  const address = { accountId: by.actor.subject, requestKey: by.idempotencyKey };
  const queued = await deps.queued.add({ ...address, report: named });
  return { status: 202, receipt: queuedReceipt(queued, deps.brand), replayed: false };
}

export interface Reported {
  status: 201 | 202;
  receipt: ClaimReceipt;
  replayed: boolean;
}

/**
 * Reports an accident, once per request id: core keeps the id on the claim and decides. Missing, expired or unlinked
 * cover never refuses it (待核实). When core is away the report is kept here and handed over once core is back (202);
 * when core's answer was lost the outcome is unknown (504), and the same request id asks again. A consent that was taken
 * back stops only what has not arrived: an earlier try that was taken is answered as it was, and one that may still
 * arrive stays unknown.
 */
export async function reportClaim(
  deps: ReportDeps,
  by: WriteCalling,
  report: ClaimReport,
): Promise<Reported> {
  const address = { accountId: by.actor.subject, requestKey: by.idempotencyKey };
  const earlier = await deps.queued.find(address);
  const car = await carOf(deps, by, report);
  const handed = handedOver(report, car);
  if (earlier) return queuedBefore(deps, by, handed);
  return namesPosition(report) ? whereAgreed(deps, by, handed) : sendOrKeep(deps, by, handed);
}

/** Written down before the consent is looked at: whoever comes after it was taken back finds every try that went through before. */
async function whereAgreed(deps: ReportDeps, by: WriteCalling, report: CoreClaimReport): Promise<Reported> {
  const address = { accountId: by.actor.subject, requestKey: by.idempotencyKey };
  const thisTry = await deps.begunReports.begin(address);
  try {
    if (!(await deps.consents.isWithdrawn(address.accountId, 'location')))
      return await sendOrKeep(deps, by, report);
    await deps.begunReports.cameToNothing(thisTry);
    return await earlierReport(deps, by, report);
  } catch (error) {
    const mayArrive = error instanceof OutcomeUnknown || error instanceof UpstreamContractBroken;
    // What is left behind makes a repeat unknown for two minutes at most; the refusal at hand is what counts.
    if (!mayArrive) await deps.begunReports.cameToNothing(thisTry).catch(() => undefined);
    throw error;
  }
}

async function queuedBefore(deps: ReportDeps, by: WriteCalling, report: CoreClaimReport): Promise<Reported> {
  const address = { accountId: by.actor.subject, requestKey: by.idempotencyKey };
  const same = await withPlate(deps, by, report);
  const queued = await deps.queued.add({ ...address, report: same ?? report });
  if (queued.claimId === null)
    return { status: 202, receipt: queuedReceipt(queued, deps.brand), replayed: true };
  return sendReport(deps, by, asSent(queued.report));
}

async function sendOrKeep(deps: ReportDeps, by: WriteCalling, report: CoreClaimReport): Promise<Reported> {
  try {
    return await sendReport(deps, by, report);
  } catch (error) {
    if (!(error instanceof UpstreamAway)) throw error;
    return keepForLater(deps, by, report, error);
  }
}

/**
 * The answer of a report whose position may not be taken in any more. Core is asked first: a try that reaches it after that is still among the begun ones.
 * @throws Problem 403 CONSENT_REQUIRED when it has surely not arrived; OutcomeUnknown while it may
 */
async function earlierReport(deps: ReportDeps, by: WriteCalling, report: CoreClaimReport): Promise<Reported> {
  const address = { accountId: by.actor.subject, requestKey: by.idempotencyKey };
  const ask = async () => {
    try {
      return await deps.core.knownReport(by, report);
    } catch (error) {
      if (!isRefusal(error, 404)) throw error;
      if (await deps.begunReports.mayArrive(address))
        throw new OutcomeUnknown('core', 'an earlier try may still arrive');
      throw consentRequired('location');
    }
  };
  return received(deps, by, await inOurWords(reportRefusals, ask));
}

async function sendReport(deps: ReportDeps, by: WriteCalling, report: CoreClaimReport): Promise<Reported> {
  return received(deps, by, await inOurWords(reportRefusals, () => deps.core.reportClaim(by, report)));
}

function received(
  deps: ReportDeps,
  by: WriteCalling,
  { claim, replayed }: { claim: CoreClaimDetail; replayed: boolean },
): Reported {
  const address = { subject: by.actor.subject, what: claimWhat(claim.id) };
  // A replay may be older than what was read since.
  if (!replayed) deps.lastKnown.keep(address, claim, claim.asOf);
  const { id, reportNo, status, verified, requiredShots, steps } = claim;
  const photos = { required: requiredShots, received: [] };
  return { status: 201, receipt: { id, reportNo, status, verified, photos, steps }, replayed };
}
