import * as z from 'zod/mini';
import { queryClient } from './query-client';
import { write } from './client';
import { type Failure, failureOf } from './failures';
import { useSession } from './session';
import { watchForeground } from '@/platform/lifecycle';
import { useOnline } from '@/platform/online';
import { randomId } from '@/platform/random-id';
import { removeStored, writeStored } from '@/platform/storage';
import {
  isInSight,
  isUnsettled,
  putWaitingWrite,
  removeWaitingWrite,
  storedWaitingWrite,
  useWaitingWrites,
  type WaitingWrite,
} from '@/platform/waiting-writes';

/**
 * Sends what waits (待发送), one after the other in the order of the taps, each under the request id of its tap: a lost answer is asked for again and
 * never done twice. A refusal stays to be read; an unknown outcome is asked for until it is known and is never called a failure.
 */
export type LaterWrite = Pick<
  WaitingWrite,
  'formKey' | 'request' | 'title' | 'lines' | 'open' | 'touches' | 'draft' | 'answerAt' | 'outlivesLogout'
>;

/** What became of the writes of one round, for whoever tells the person. */
export interface Round {
  done: WaitingWrite[];
  refused: WaitingWrite[];
}

const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 10 * 60_000;

let running: Promise<Round> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let retryMs = FIRST_RETRY_MS;
/** A system that asks for time gets it. */
let askedMs = 0;
let tell: (round: Round) => void = () => undefined;

const isDue = ({ state }: WaitingWrite): boolean => state === 'waiting' || state === 'unknown';

const ofForm = (formKey: string): WaitingWrite | undefined =>
  useWaitingWrites.getState().writes.find((one) => one.formKey === formKey && isUnsettled(one));

/** One of the same form that was not sent yet gives way: the last choice is the one that counts. */
export function queueWrite(
  later: LaterWrite,
  { id = randomId(), delayed = true }: { id?: string; delayed?: boolean } = {},
): boolean {
  const { accountId } = useSession.getState();
  if (accountId === undefined) return false;
  const before = ofForm(later.formKey);
  const entry = { ...later, id, delayed, account: accountId, at: Date.now(), state: 'waiting' } as const;
  if (!putWaitingWrite(entry)) return false;
  if (before && before.id !== id && (before.state === 'waiting' || before.state === 'refused'))
    removeWaitingWrite(before.id);
  return true;
}

/** What is already on its way cannot be called off. */
export function cancelWrite(id: string): boolean {
  const entry = storedWaitingWrite(id);
  if (entry?.state === 'sending' || entry?.state === 'unknown') return false;
  removeWaitingWrite(id);
  return true;
}

type Settled = 'done' | 'refused' | 'next' | 'later';

/** Only a rule's answer is a "no"; asking too often is not. Deleting what is gone already is done. */
function settledBy(failure: Failure, entry: WaitingWrite): Settled {
  if (failure.kind === 'refused' && failure.status !== 429)
    return failure.status === 404 && entry.request.method === 'DELETE' ? 'done' : 'refused';
  return failure.kind === 'ours' || failure.kind === 'contract' ? 'next' : 'later';
}

const mayHaveHappened = ({ kind }: Failure): boolean =>
  kind === 'uncertain' || kind === 'ours' || kind === 'contract';

/** Before the write counts as done, so that whoever sees it done finds the answer. Not for an account that left meanwhile. */
function keepAnswer({ id, answerAt }: WaitingWrite, answer: unknown): void {
  if (isInSight(id)) writeStored(`${answerAt}:${id}`, answer);
}

async function sendOne(entry: WaitingWrite): Promise<{ settled: Settled; failure?: Failure }> {
  putWaitingWrite({ ...entry, state: 'sending' });
  try {
    const request = { ...entry.request, idempotencyKey: entry.id };
    if (entry.answerAt === undefined) await write(request);
    else keepAnswer(entry, await write({ ...request, schema: z.unknown() }));
    return { settled: 'done' };
  } catch (error) {
    const failure = failureOf(error);
    return { settled: settledBy(failure, entry), failure };
  }
}

function keepOutcome(entry: WaitingWrite, settled: Settled, failure: Failure | undefined): WaitingWrite {
  // Not reaching the server now says nothing about what became of an earlier try.
  const wasUnknown = entry.state === 'unknown' || (failure !== undefined && mayHaveHappened(failure));
  const next: WaitingWrite =
    settled === 'done'
      ? { ...entry, state: 'done', settledAt: Date.now() }
      : settled === 'refused' && failure?.kind === 'refused'
        ? {
            ...entry,
            state: 'refused',
            settledAt: Date.now(),
            refusal: { code: failure.code, detail: failure.errors[0]?.message ?? failure.detail },
          }
        : { ...entry, state: wasUnknown ? 'unknown' : 'waiting', delayed: true };
  if (next.state === 'done' && !next.delayed) removeWaitingWrite(next.id);
  else putWaitingWrite(next);
  return next;
}

function afterDone({ touches, draft }: WaitingWrite): void {
  if (draft !== undefined) removeStored(draft);
  for (const key of touches) void queryClient.invalidateQueries({ queryKey: [key] });
}

/** The next of the person who is here now that this round has not tried; what is put in while it runs is seen too. */
function nextDue(tried: ReadonlySet<string>): WaitingWrite | undefined {
  const { accountId, signedIn } = useSession.getState();
  const { writes } = useWaitingWrites.getState();
  if (!signedIn) return undefined;
  return writes.find((one) => one.account === accountId && isDue(one) && !tried.has(one.id));
}

/** Nothing behind it goes out either: from now on the person is told that it waits. */
function holdUp(): void {
  for (const one of useWaitingWrites.getState().writes) {
    if (isDue(one) && !one.delayed) putWaitingWrite({ ...one, delayed: true });
  }
}

async function sendAll(): Promise<Round> {
  const round: Round = { done: [], refused: [] };
  // What is put in by the same tap that starts the round goes with it.
  await Promise.resolve();
  const tried = new Set<string>();
  for (let due = nextDue(tried); due; due = nextDue(tried)) {
    tried.add(due.id);
    const entry = storedWaitingWrite(due.id);
    // Called off or being sent by another window.
    if (!entry || !isDue(entry)) continue;
    const { settled, failure } = await sendOne(entry);
    // The person logged out meanwhile: what was theirs is forgotten, and a report is asked for again when they are back.
    if (!isInSight(entry.id)) continue;
    const kept = keepOutcome(entry, settled, failure);
    if (settled === 'done') {
      afterDone(kept);
      round.done.push(kept);
    }
    if (settled === 'refused') round.refused.push(kept);
    if (settled === 'later') {
      askedMs = askedBy(failure);
      holdUp();
      break;
    }
  }
  // Nobody was told that it waited, so nobody has to be told that it is done.
  tell({ done: round.done.filter(({ delayed }) => delayed), refused: round.refused });
  return round;
}

const askedBy = (failure: Failure | undefined): number =>
  failure && 'retryAfterSeconds' in failure ? (failure.retryAfterSeconds ?? 0) * 1_000 : 0;

function planNextRound(): void {
  clearTimeout(timer);
  if (!useWaitingWrites.getState().writes.some(isDue)) return;
  timer = setTimeout(() => void sendWaiting(), Math.max(retryMs, askedMs));
  retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
  askedMs = 0;
}

/** However many ask for it, one round runs at a time; what still waits afterwards is tried again by itself. */
export function sendWaiting(): Promise<Round> {
  running ??= sendAll().finally(() => {
    running = undefined;
    planNextRound();
  });
  return running;
}

function sendNow(): void {
  retryMs = FIRST_RETRY_MS;
  void sendWaiting();
}

/** Called once at launch. The network coming back, the app coming to the front and a login each start a round. */
export function connectOutbox(whenTold: (round: Round) => void): void {
  tell = whenTold;
  useOnline.subscribe((now, before) => {
    if (now.online && !before.online) sendNow();
  });
  watchForeground((inFront) => {
    if (inFront) sendNow();
  });
  useSession.subscribe((now, before) => {
    if (now.signedIn && now.accountId !== before.accountId) sendNow();
  });
  sendNow();
}
