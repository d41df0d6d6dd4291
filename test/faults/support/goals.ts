import { percentile } from '../../bench/support/percentiles';
import type { Case } from './cases';
import { UPSTREAM_TEXT } from './faults';
import type { Heard } from './load';
import { DEADLINE_MS, needsSystem, type Baseline, type Observed } from './scenario';

/** R5 of the promises. A name stands for one goal; the sentence says what was seen instead. */
export type Goal = 'deadline' | 'others' | 'loop' | 'calls' | 'opens' | 'closes' | 'answers';

export interface Miss {
  goal: Goal;
  seen: string;
}

/** What a neighbour on the same machine can spoil once; what is really broken is so every time. */
export const timings: ReadonlySet<Goal> = new Set(['deadline', 'others', 'loop', 'opens', 'closes']);

const ABOVE_DEADLINE_MS = 200;
const OTHERS_FACTOR = 1.5;
/** Below this, what a busy machine adds is more than what a sick system could. */
const OTHERS_FLOOR_MS = 150;
const LOOP_MS = 50;
const CALLS_FACTOR = 1.1;
/** Second tries that were saved up while all was well, and what the server asks on its own account. */
const SAVED_CALLS = 10 + 5;
const CLOSES_WITHIN_MS = 10_000;
/** One probe goes out now and then while the circuit is open. */
const PROBE_SHARE = 0.25;
const PROBES = 3;

const inMs = (ms: number) => `${ms.toFixed(0)} ms`;
const CHINESE = /[\u4e00-\u9fff]/;

function timesOf(heard: readonly Heard[], kind: Heard['kind']): number[] {
  return heard.filter((one) => one.kind === kind).map(({ tookMs }) => tookMs);
}

export const p99Of = (heard: readonly Heard[], kind: Heard['kind']) => {
  const times = timesOf(heard, kind);
  return times.length > 0 ? percentile(times, 0.99) : undefined;
};
export const p95OfOthers = (heard: readonly Heard[]) => percentile(timesOf(heard, 'others'), 0.95);

interface Told {
  code?: unknown;
  detail?: unknown;
  requestId?: unknown;
}

function toldOf({ text }: Heard): Told {
  try {
    return JSON.parse(text) as Told;
  } catch {
    return {};
  }
}

/** What the server needs around a call counts, too: on a busy machine that is more than 200 ms while all are well. */
function lateAnswers({ heard, ownLagMs }: Observed, baseline: Baseline): Miss[] {
  return (['read', 'write'] as const).flatMap((kind) => {
    const usual = p99Of(baseline.heard, kind) ?? 0;
    const limitMs = DEADLINE_MS[kind] + Math.max(ABOVE_DEADLINE_MS, OTHERS_FACTOR * usual) + ownLagMs;
    const p99 = p99Of(heard, kind) ?? 0;
    return p99 > limitMs
      ? [{ goal: 'deadline' as const, seen: `${kind} p99 ${inMs(p99)} > ${inMs(limitMs)}` }]
      : [];
  });
}

const isShut = (heard: Heard) => heard.kind === 'others' && toldOf(heard).code === 'OVERLOADED';

function slowOthers(observed: Observed, baseline: Baseline): Miss[] {
  const shut = observed.heard.filter(isShut).length;
  if (shut > 0) return [{ goal: 'others', seen: `${String(shut)} were told that there is too much to do` }];
  const usual = p95OfOthers(baseline.heard);
  const limitMs = Math.max(OTHERS_FACTOR * usual, usual + OTHERS_FLOOR_MS) + observed.ownLagMs;
  const now = p95OfOthers(observed.heard);
  return now > limitMs ? [{ goal: 'others', seen: `others p95 ${inMs(now)} > ${inMs(limitMs)}` }] : [];
}

function blockedLoop(observed: Observed, baseline: Baseline): Miss[] {
  const limitMs = Math.max(LOOP_MS, OTHERS_FACTOR * baseline.loopP99Ms);
  const { loopP99Ms } = observed;
  return loopP99Ms > limitMs
    ? [{ goal: 'loop', seen: `loop p99 ${inMs(loopP99Ms)} > ${inMs(limitMs)}` }]
    : [];
}

function circuit(observed: Observed, baseline: Baseline, one: Case): Miss[] {
  const { requests, calls, closedAfterMs } = observed;
  const late = observed.fault === one.shrugsOff ? undefined : observed.late;
  const misses: Miss[] = [];
  const most = CALLS_FACTOR * requests * Math.max(1, baseline.callsPerRequest) + SAVED_CALLS;
  if (calls > most)
    misses.push({ goal: 'calls', seen: `${String(calls)} calls for ${String(requests)} requests` });
  if (late && late.calls > Math.max(PROBES, PROBE_SHARE * late.requests)) {
    misses.push({
      goal: 'opens',
      seen: `still ${String(late.calls)} calls for ${String(late.requests)} requests`,
    });
  }
  if (closedAfterMs > CLOSES_WITHIN_MS) misses.push({ goal: 'closes', seen: `after ${inMs(closedAfterMs)}` });
  return misses;
}

/** What is wrong with an answer, or nothing. */
export function faultOfAnswer(heard: Heard, one: Pick<Case, 'refuses'>): string | undefined {
  const { status, mediaType, text, kind, retryAfter } = heard;
  if (status === 0) return `no answer (${text})`;
  if (UPSTREAM_TEXT.split(/\s|：/).some((word) => text.includes(word))) return 'words of the system';
  if (status < 300) return undefined;
  if (toldOf(heard).code === 'OVERLOADED') return undefined;
  if (kind === 'others') return 'a route that does not need the system';
  if (mediaType !== 'application/problem+json') return `media type ${mediaType}`;
  const { code, detail, requestId } = toldOf(heard);
  if (typeof detail !== 'string' || !CHINESE.test(detail) || typeof requestId !== 'string')
    return 'not for people';
  if (status === 503 && code === 'UPSTREAM_AWAY') return retryAfter ? undefined : 'no time to come back';
  if (status === 504 && code === 'OUTCOME_UNKNOWN') return kind === 'write' ? undefined : 'an uncertain read';
  return code === one.refuses ? undefined : `${String(status)} ${String(code)}`;
}

function badAnswers({ heard }: Observed, one: Case): Miss[] {
  const wrong = heard.flatMap((answer) => {
    const fault = faultOfAnswer(answer, one);
    return fault === undefined ? [] : [`${answer.ask.method} ${answer.ask.path}: ${fault}`];
  });
  const [first] = wrong;
  return first ? [{ goal: 'answers', seen: `${String(wrong.length)} answers, first ${first}` }] : [];
}

/** Every goal that was missed; none when all is as promised. */
export function missesOf(observed: Observed, baseline: Baseline, one: Case): Miss[] {
  return [
    ...lateAnswers(observed, baseline),
    ...slowOthers(observed, baseline),
    ...blockedLoop(observed, baseline),
    ...circuit(observed, baseline, one),
    ...badAnswers(observed, one),
  ];
}

/** How many of the answers that need the system were no answers to the question: the fault was felt. */
export const feltBy = ({ heard }: Observed): number =>
  heard.filter((one) => needsSystem(one) && (one.status >= 500 || one.text.includes('"stale":true'))).length;
