import { toInstant } from '../../../http/instants';
import type {
  CoreClaimDetail,
  CoreClaimStep,
  CoreClaimSummary,
} from '../../../upstream/core/contract/claims';
import type { CoreDeps } from '../core-deps';
import { ownerRole, staffRoles, stageOf, type ClaimStatus } from '../rules/claim-stages';
import { apologyWords, isBreached, statusWords, stepWords } from '../rules/claim-words';
import { nextAction } from '../rules/next-action';
import { requiredShots } from '../rules/required-shots';

/** A claim as the rules need it: opened, without what only the handlers read. */
export interface Claim {
  id: string;
  reportNo: string;
  status: ClaimStatus;
  scenario: CoreClaimSummary['scenario'];
  plate: string;
  injured: boolean;
  occurredAt: Date;
  reportedAt: Date;
  address: string;
  open: boolean;
  /** Whether the viewer's own cover stands behind it; false is 待核实. */
  verified: boolean;
}

export interface StepOwner {
  id: string;
  name: string;
  phone: string;
}

export interface Step {
  code: ClaimStatus;
  /** Null where a branch has nobody in the role: then the hotline owns the step. */
  owner: StepOwner | null;
  dueAt: Date | null;
  doneAt: Date | null;
}

export interface ReceivedPhoto {
  photoId: string;
  shot: string;
}

type Words = Pick<CoreDeps, 'insurerName' | 'hotline'>;

function ownerOf(step: Step, claim: Claim, words: Words): CoreClaimStep['owner'] {
  const role = ownerRole(stageOf(step.code), claim.injured);
  if (!step.owner || role === 'hotline')
    return { name: words.insurerName, role: '客服', phone: words.hotline };
  return { name: step.owner.name, role: staffRoles[role], phone: step.owner.phone };
}

function toStep(
  step: Step,
  claim: Claim,
  view: { now: Date; current: boolean; words: Words },
): CoreClaimStep {
  const stage = stageOf(step.code);
  const done = step.doneAt !== null;
  const asks = !claim.verified && step.code === 'registered' && !done;
  return {
    code: step.code,
    ...stepWords(stage, { injured: claim.injured, done }),
    ...(asks ? { plain: '先核实这辆车的保单，核实好了就受理。' } : {}),
    state: done ? 'done' : view.current ? 'current' : 'next',
    owner: ownerOf(step, claim, view.words),
    dueAt: step.dueAt && toInstant(step.dueAt),
    doneAt: step.doneAt && toInstant(step.doneAt),
    dueHint: stage.dueHint,
    breached: isBreached(step, view.now),
    apology: apologyWords(step.code, step, view.now),
  };
}

/** What was left undone when a claim ended is no step any more, and no promise that could still be broken. */
function stepsOf(claim: Claim, steps: readonly Step[], now: Date, words: Words): CoreClaimStep[] {
  const shown = claim.open ? steps : steps.filter(({ doneAt }) => doneAt !== null);
  const current = shown.find(({ doneAt }) => doneAt === null);
  return shown.map((step) => toStep(step, claim, { now, current: step === current, words }));
}

export function toClaimSummary(
  claim: Claim,
  steps: readonly Step[],
  now: Date,
  words: Words,
): CoreClaimSummary {
  const shown = stepsOf(claim, steps, now, words);
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
  };
}

export function toClaimDetail(
  claim: Claim,
  parts: { steps: readonly Step[]; photos: readonly ReceivedPhoto[] },
  now: Date,
  words: Words,
): CoreClaimDetail {
  const required = requiredShots(claim.scenario, claim.injured);
  const received = new Set(parts.photos.map(({ shot }) => shot));
  const missingShots = required.filter(({ shot }) => !received.has(shot)).length;
  return {
    ...toClaimSummary(claim, parts.steps, now, words),
    asOf: toInstant(now),
    verified: claim.verified,
    requiredShots: required,
    receivedPhotoIds: parts.photos.map(({ photoId }) => photoId),
    steps: stepsOf(claim, parts.steps, now, words),
    nextAction: nextAction({ ...claim, missingShots }),
    source: 'app',
    casualties: [],
    otherParties: [],
    guidance: [],
    fastLanes: [],
    dispatch: { surveyor: null, distanceMetres: null, escalations: [] },
    papers: { listedAt: null, items: [], laterRequests: [] },
    assessment: null,
    payouts: [],
    refusal: null,
    withdrawal: null,
    satisfaction: null,
    options: {
      withdraw: { allowed: false, reason: '', consequences: [] },
      reopen: { allowed: false, reason: '', until: null },
      rate: { allowed: false },
      agreementPaper: { allowed: false, reason: '' },
    },
    news: [],
  };
}
