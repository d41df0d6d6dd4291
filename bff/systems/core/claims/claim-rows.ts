import { toInstant } from '../../../http/instants';
import type {
  CoreClaimDetail,
  CoreClaimReport,
  CoreClaimStep,
  CoreClaimSummary,
} from '../../../upstream/core/contract/claims';
import { maskPhone } from '../../../masking';
import type { CoreDeps } from '../core-deps';
import { claimOptions } from '../rules/claim-options';
import { ownerRole, staffRoles, stageOf, type ClaimStatus } from '../rules/claim-stages';
import { apologyWords, askedAgainApology, isBreached, statusWords, stepWords } from '../rules/claim-words';
import { lanesAt } from '../rules/fast-lanes';
import { guidanceFor } from '../rules/guidance';
import { nextAction, yourTurn } from '../rules/next-action';
import { isAskedElsewhere } from '../rules/paper-list';
import { requiredShots } from '../rules/required-shots';
import { timeWords } from '../rules/time-words';
import type { Claim, ReceivedPhoto, Step } from './claim-record';
import { fastLanesOf, hasOtherVehicle, knownFacts } from './known-facts';
import { withLateNotice, withLateReviews } from './late-parts';
import type { ClaimParts } from './load-parts';
import { noWaits, type Waits } from './load-waits';

type Words = Pick<CoreDeps, 'insurerName' | 'hotline' | 'smallClaimFen'>;
type Contact = CoreClaimStep['owner'];

function ownerOf(step: Step, claim: Claim, words: Words): Contact {
  const role = ownerRole(stageOf(step.code), claim.injured);
  if (!step.owner || role === 'hotline')
    return { name: words.insurerName, role: '客服', phone: words.hotline };
  return { name: step.owner.name, role: staffRoles[step.owner.role ?? role], phone: step.owner.phone };
}

/** Who finds out why a promise was not kept. */
const whoLooksInto = ({ supervisor, words }: Pick<StepView, 'supervisor' | 'words'>): Contact =>
  supervisor ?? { name: words.insurerName, role: '客服', phone: words.hotline };

interface StepView {
  now: Date;
  words: Words;
  waits: Waits;
  supervisor: Contact | null;
  /** Papers were asked for again: "once, all together" was not kept. */
  askedAgain: boolean;
}

const waitWords: Partial<Record<ClaimStatus, string>> = {
  assessed: '金额算好了，等您看过、同意。',
  papersComplete: '等您按清单交材料。两年之内都可以，越早越快拿到钱。',
  paid: '等您填好、确认收款账户。',
};

/** Where a step waits for the customer; then the promise is held to be kept at the moment the waiting began. */
function waitingFor({ code }: Step, waits: Waits, now: Date): Date | null {
  if (code === 'assessed') return waits.amountsSince;
  const papers = code === 'papersComplete' && waits.papersWanted + waits.papersRejected > 0;
  const accounts = code === 'paid' && waits.accountsWanted + waits.accountsProposed > 0;
  return papers || accounts ? now : null;
}

function toStep(step: Step, claim: Claim, current: boolean, view: StepView): CoreClaimStep {
  const stage = stageOf(step.code);
  const done = step.doneAt !== null;
  const waitingSince = current ? waitingFor(step, view.waits, view.now) : null;
  const clock =
    waitingSince && step.code === 'assessed'
      ? { dueAt: step.dueAt, doneAt: waitingSince }
      : waitingSince
        ? { dueAt: null, doneAt: null }
        : step;
  const again = step.code === 'papersListed' && view.askedAgain;
  const breached = again || isBreached(clock, view.now);
  const asks = !claim.verified && step.code === 'registered' && !done;
  const waiting = waitingSince !== null ? waitWords[step.code] : undefined;
  return {
    code: step.code,
    ...stepWords(stage, { injured: claim.injured, done }),
    ...(asks ? { plain: '先核实这辆车的保单，核实好了就受理。' } : {}),
    ...(waiting ? { plain: waiting } : {}),
    state: done ? 'done' : current ? 'current' : 'next',
    owner: ownerOf(step, claim, view.words),
    dueAt: waitingSince ? null : step.dueAt && toInstant(step.dueAt),
    doneAt: step.doneAt && toInstant(step.doneAt),
    dueHint: waitingSince ? '等您' : stage.dueHint,
    breached,
    apology: again ? askedAgainApology : apologyWords(step.code, clock, view.now),
    lookingInto: breached ? whoLooksInto(view) : null,
    waitsForYou: waitingSince !== null,
  };
}

/** What was left undone when a claim ended is no step any more, and no promise that could still be broken. */
function stepsOf(claim: Claim, steps: readonly Step[], view: StepView): CoreClaimStep[] {
  const shown = claim.open ? steps : steps.filter(({ doneAt }) => doneAt !== null);
  const current = shown.find(({ doneAt }) => doneAt === null);
  return shown.map((step) => toStep(step, claim, step === current, view));
}

interface Course {
  steps: readonly Step[];
  waits?: Waits;
  supervisor?: Contact | null;
  askedAgain?: boolean;
}

/** A promise was broken, now or before. */
export function isLate(
  claim: Claim,
  { steps, waits = noWaits, askedAgain = false }: Course,
  now: Date,
  words: Words,
): boolean {
  const view = { now, words, waits, supervisor: null, askedAgain };
  return stepsOf(claim, steps, view).some(({ breached }) => breached);
}

export function toClaimSummary(
  claim: Claim,
  { steps, waits = noWaits, supervisor = null, askedAgain = false }: Course,
  now: Date,
  words: Words,
): CoreClaimSummary {
  const shown = stepsOf(claim, steps, { now, words, waits, supervisor, askedAgain });
  const at = shown.findIndex(({ state }) => state === 'current');
  const current = shown[at] ?? null;
  return {
    id: claim.id,
    reportNo: claim.reportNo,
    status: claim.status,
    statusName: statusWords(claim.status, current),
    scenario: claim.scenario,
    plate: claim.plate,
    occurredAt: toInstant(claim.occurredAt),
    reportedAt: toInstant(claim.reportedAt),
    address: claim.address,
    injured: claim.injured,
    open: claim.open,
    current,
    stepNumber: current ? at + 1 : shown.length,
    stepCount: shown.length,
    yourTurn: yourTurn({ ...claim, ...awaited(waits) }),
  };
}

const awaited = (waits: Waits) => ({
  wantedPapers: waits.papersWanted,
  rejectedPapers: waits.papersRejected,
  assessment: waits.amountsSince ? ('proposed' as const) : null,
  accounts: { wanted: waits.accountsWanted, proposed: waits.accountsProposed },
});

/** What is there the moment a report was taken, before anybody has done anything. */
export function freshParts(report: CoreClaimReport, source: 'app' | 'hotline'): ClaimParts {
  return {
    report: {
      source,
      supervisor: null,
      casualties: (report.casualties ?? []).map(({ side, count, hospital }) => ({
        side,
        count,
        hospital: hospital ?? null,
      })),
      otherParties: (report.otherParties ?? []).map(({ plate, insurer, name, phone }) => ({
        plate,
        insurer: insurer ?? null,
        name: name ?? null,
        phoneMasked: phone ? maskPhone(phone) : null,
      })),
    },
    dispatch: { surveyor: null, distanceMetres: null, escalations: [] },
    papers: { listedAt: null, items: [], laterRequests: [] },
    assessment: null,
    payouts: [],
    endings: { withdrawal: null, refusal: null, satisfaction: null, undoUntil: null },
    news: [],
    survey: null,
  };
}

interface DetailParts {
  steps: readonly Step[];
  photos: readonly ReceivedPhoto[];
  waits?: Waits;
  parts: ClaimParts;
}

function situationOf(claim: Claim, { parts }: DetailParts, now: Date) {
  const otherVehicle = hasOtherVehicle(claim.scenario, parts.report.otherParties);
  const options = claimOptions({
    status: claim.status,
    injured: claim.injured,
    otherVehicles: otherVehicle,
    scenario: claim.scenario,
    paidSomething: parts.payouts.some(({ state }) => state === 'paid'),
    rated: parts.endings.satisfaction !== null,
    occurredAt: claim.occurredAt,
    now,
    toInstant,
  });
  return { otherVehicle, options };
}

export function toClaimDetail(claim: Claim, loaded: DetailParts, now: Date, words: Words): CoreClaimDetail {
  const { steps, photos, parts, waits = noWaits } = loaded;
  const received = new Set(photos.map(({ shot }) => shot));
  const listed = new Set(parts.papers.items.map(({ kind }) => kind));
  const required = requiredShots(claim.scenario, claim.injured).filter(
    ({ shot }) => received.has(shot) || !isAskedElsewhere(shot, { verified: claim.verified, listed }),
  );
  const { otherVehicle, options } = situationOf(claim, loaded, now);
  const { supervisor, ...report } = parts.report;
  const { undoUntil, ...endings } = parts.endings;
  const looking = { now, lookingInto: whoLooksInto({ supervisor, words }) };
  const view = { steps, waits, supervisor, askedAgain: parts.papers.laterRequests.length > 0 };
  return {
    ...toClaimSummary(claim, view, now, words),
    asOf: toInstant(now),
    verified: claim.verified,
    requiredShots: required,
    receivedPhotoIds: photos.map(({ photoId }) => photoId),
    steps: stepsOf(claim, steps, { ...view, now, words }),
    nextAction: nextAction({
      ...claim,
      missingShots: required.filter(({ shot }) => !received.has(shot)).length,
      wantedPapers: waits.papersWanted,
      rejectedPapers: waits.papersRejected,
      assessment: parts.assessment?.shown.state ?? null,
      accounts: { wanted: waits.accountsWanted, proposed: waits.accountsProposed },
      undoUntil: endings.withdrawal?.undoable && undoUntil ? timeWords(undoUntil, now) : null,
      canRate: options.rate.allowed,
    }),
    ...report,
    guidance: guidanceFor({
      status: claim.status,
      open: claim.open,
      injured: claim.injured,
      othersHurt: parts.report.casualties.some(({ side }) => side === 'other'),
      otherVehicles: otherVehicle,
      verified: claim.verified,
      hotline: words.hotline,
    }),
    fastLanes: lanesAt(
      claim,
      fastLanesOf(
        knownFacts({ injured: claim.injured, otherVehicle, verified: claim.verified, survey: parts.survey }),
        words.smallClaimFen,
      ),
    ),
    dispatch: parts.dispatch,
    papers: withLateReviews(parts.papers, { ...looking, open: claim.open }),
    assessment: parts.assessment?.shown ?? null,
    payouts: parts.payouts,
    ...endings,
    refusal: withLateNotice(endings.refusal, looking),
    options,
    news: parts.news,
  };
}
