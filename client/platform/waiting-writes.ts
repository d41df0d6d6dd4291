import { create } from 'zustand';
import type { RouteName } from './route-table';
import { readStored, removeStored, storedKeysUnder, writeStored } from './storage';

/**
 * 待发送: what a person did without network and what is sent once there is one. Each lies under its own key, so that two open windows never write
 * over each other, and outlives the app. It belongs to the account that made it.
 */
export type WaitingState =
  /** Not sent: it can be called off. */
  | 'waiting'
  | 'sending'
  /** Sent, and no answer came: it is asked for again under the same request id, and cannot be called off. */
  | 'unknown'
  /** A rule said no: the reason and what was typed stay until the person has seen them. */
  | 'refused'
  | 'done';

export interface WaitingRequest {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: Record<string, unknown>;
}

export interface Refusal {
  code: string;
  detail: string;
}

export interface WaitingWrite {
  /** The request id, made at the tap. */
  id: string;
  account: string;
  /** What it is about, as in `gift-claim:42`; one waiting write for each. */
  formKey: string;
  request: WaitingRequest;
  /** What will be sent, in words: `领取“车主关怀礼包”`. */
  title: string;
  /** What was typed, so that nothing is lost when it is refused. */
  lines: { name: string; value: string }[];
  /** Where it is done by hand after a refusal. */
  open?: { route: RouteName; params?: Record<string, string> };
  /** Reads that are out of date once it is done, by the first part of their key. */
  touches: string[];
  /** A draft that has served its purpose once it is done. */
  draft?: string;
  /** Where the server's answer is kept for the screen that asked: under this key, `:` and the request id. */
  answerAt?: string;
  /** A logout does not end it: it lies out of sight until the same account is here again. */
  outlivesLogout?: boolean;
  /** When the person tapped, in milliseconds. */
  at: number;
  state: WaitingState;
  /** False while it is on its first way out: then nobody needs to hear of a queue. */
  delayed: boolean;
  refusal?: Refusal;
  settledAt?: number;
}

const FOLDER = 'waiting:';
const DAY_MS = 86_400_000;

export const useWaitingWrites = create<{ writes: readonly WaitingWrite[] }>(() => ({ writes: [] }));

const isWaitingWrite = (value: unknown): value is WaitingWrite => {
  const { id, account, request, state } = (value ?? {}) as Partial<WaitingWrite>;
  return [id, account, request?.path, state].every((part) => typeof part === 'string');
};

/** A send that the last launch did not see the end of may have happened. */
function resumed(write: WaitingWrite): WaitingWrite {
  if (write.state !== 'sending') return write;
  const unknown = { ...write, state: 'unknown', delayed: true } as const;
  writeStored(FOLDER + write.id, unknown);
  return unknown;
}

const isKeptForItsOwner = (write: WaitingWrite): boolean =>
  write.outlivesLogout === true && write.state !== 'done';

/** At launch and when an account comes in: the account's own; what was told more than a day ago is not told again. */
export function loadWaitingWrites(account: string | undefined, now = Date.now()): void {
  const writes: WaitingWrite[] = [];
  for (const key of storedKeysUnder(FOLDER)) {
    const stored = readStored(key);
    const isTold =
      isWaitingWrite(stored) && stored.state === 'done' && now - (stored.settledAt ?? 0) > DAY_MS;
    if (isWaitingWrite(stored) && stored.account === account && !isTold) writes.push(resumed(stored));
    else if (!isWaitingWrite(stored) || !isKeptForItsOwner(stored)) removeStored(key);
  }
  useWaitingWrites.setState({ writes: writes.sort((one, other) => one.at - other.at) });
}

/** False when the phone cannot keep it: then the person must not be told that it waits. */
export function putWaitingWrite(write: WaitingWrite): boolean {
  if (!writeStored(FOLDER + write.id, write)) return false;
  useWaitingWrites.setState(({ writes }) => ({
    writes: writes.some(({ id }) => id === write.id)
      ? writes.map((one) => (one.id === write.id ? write : one))
      : [...writes, write],
  }));
  return true;
}

export function removeWaitingWrite(id: string): void {
  removeStored(FOLDER + id);
  useWaitingWrites.setState(({ writes }) => ({ writes: writes.filter((one) => one.id !== id) }));
}

/** As it lies on the phone: another window may have called it off. */
export function storedWaitingWrite(id: string): WaitingWrite | undefined {
  const stored = readStored(FOLDER + id);
  return isWaitingWrite(stored) ? stored : undefined;
}

/** False once its account has left: then nobody here may hear what became of it. */
export const isInSight = (id: string): boolean =>
  useWaitingWrites.getState().writes.some((one) => one.id === id) && storedWaitingWrite(id) !== undefined;

/** The account goes: what outlives that stays on the phone, and nobody else is shown it. */
export function forgetWaitingWrites(): void {
  for (const key of storedKeysUnder(FOLDER)) {
    const stored = readStored(key);
    if (!isWaitingWrite(stored) || !isKeptForItsOwner(stored)) removeStored(key);
  }
  useWaitingWrites.setState({ writes: [] });
}

/** One account has become part of another: a report that waits goes out as the other's, under the request id of its tap. @returns whether there was one */
export function handOverWaitingWrites(from: string, into: string): boolean {
  let hasAny = false;
  for (const key of storedKeysUnder(FOLDER)) {
    const stored = readStored(key);
    if (isWaitingWrite(stored) && stored.account === from)
      hasAny = writeStored(key, { ...stored, account: into }) || hasAny;
  }
  return hasAny;
}

/** The person wants nothing of theirs left on this phone. */
export function eraseWaitingWrites(account: string): void {
  for (const key of storedKeysUnder(FOLDER)) {
    const stored = readStored(key);
    if (isWaitingWrite(stored) && stored.account === account) removeStored(key);
  }
}

export const isUnsettled = ({ state }: WaitingWrite): boolean => state !== 'done';

/** What a person has to know of: still to be sent, and refused. */
export function useWaitingCounts(): { toSend: number; refused: number } {
  const writes = useWaitingWrites((state) => state.writes);
  return {
    toSend: writes.filter((one) => one.delayed && isUnsettled(one) && one.state !== 'refused').length,
    refused: writes.filter(({ state }) => state === 'refused').length,
  };
}
