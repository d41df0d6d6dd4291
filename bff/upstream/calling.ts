import type { Actor } from '../http/service-token';
import {
  OutcomeUnknown,
  UpstreamAway,
  UpstreamContractBroken,
  UpstreamRefusal,
} from '../http/upstream-errors';

/** For whom and within which request a system of record is called. */
export interface Calling {
  actor: Actor;
  requestId?: string;
  /** Aborts when the client goes away; reads use it, writes never do. */
  signal?: AbortSignal;
}

/** A write carries the client's own request id; the system of record keeps it and decides. */
export interface WriteCalling extends Calling {
  idempotencyKey: string;
}

/** The members of a route's context that travel on. A write must not be cut off half-way, so it loses the signal. */
export function readFor(actor: Actor, context: { requestId: string; signal: AbortSignal }): Calling {
  return { actor, requestId: context.requestId, signal: context.signal };
}

export function writeFor(actor: Actor, context: { requestId: string; idempotencyKey: string }): WriteCalling {
  return { actor, requestId: context.requestId, idempotencyKey: context.idempotencyKey };
}

export function isRefusal(error: unknown, status?: number): error is UpstreamRefusal {
  return error instanceof UpstreamRefusal && (status === undefined || error.status === status);
}

/**
 * For a POST that changes nothing (its input must not stand in an address): a lost answer is an absent one, and asking
 * again is harmless. Without this the person would be told that something may have happened.
 */
export async function withoutEffect<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OutcomeUnknown) throw new UpstreamAway(error.system, error.reason);
    if (error instanceof UpstreamContractBroken) throw new UpstreamContractBroken(error.system, error.where);
    throw error;
  }
}
