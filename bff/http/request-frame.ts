import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';

/** What one call to a system of record came to, for the request's log line and the metrics. */
export interface UpstreamTiming {
  system: string;
  outcome: UpstreamOutcome;
  durationMs: number;
}

export type UpstreamOutcome = 'ok' | 'refused' | 'away' | 'unknown' | 'broken' | 'fault' | 'cancelled';

/** What follows one request through the process without being handed from function to function. */
export interface RequestFrame {
  requestId: string;
  upstreams: UpstreamTiming[];
  /** A pseudonym: the log must tell two callers apart, never say who they are. */
  account?: string;
}

const frames = new AsyncLocalStorage<RequestFrame>();

export function runInFrame(frame: RequestFrame, work: () => void): void {
  frames.run(frame, work);
}

export function currentFrame(): RequestFrame | undefined {
  return frames.getStore();
}

/** Called by access rules once they know the account; only a short digest of the opaque id is kept. */
export function noteAccount(accountId: string): void {
  const frame = frames.getStore();
  if (frame) frame.account = hash('sha256', accountId, 'base64url').slice(0, 12);
}
