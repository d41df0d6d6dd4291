import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { UpstreamOutcome } from './request-frame';

/** One registry a process: the embedded systems share it and are told apart by the label `app`. */
export const registry = new Registry();

const requestSeconds = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from the first byte of a request to the end of its answer, by route pattern.',
  labelNames: ['app', 'method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
  registers: [registry],
});

const upstreamSeconds = new Histogram({
  name: 'upstream_call_duration_seconds',
  help: 'Time of one call to a system of record, retries included.',
  labelNames: ['system', 'outcome'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5],
  registers: [registry],
});

const upstreamRetries = new Counter({
  name: 'upstream_retries_total',
  help: 'Reads that were asked a second time.',
  labelNames: ['system'],
  registers: [registry],
});

export interface ObservedRequest {
  app: string;
  method: string;
  route: string;
  status: number;
  durationMs: number;
}

export function observeRequest(seen: ObservedRequest): void {
  const { app, method, route, status } = seen;
  requestSeconds.observe({ app, method, route, status: String(status) }, seen.durationMs / 1000);
}

export function observeUpstream(seen: {
  system: string;
  outcome: UpstreamOutcome;
  durationMs: number;
}): void {
  upstreamSeconds.observe({ system: seen.system, outcome: seen.outcome }, seen.durationMs / 1000);
}

export function countRetry(system: string): void {
  upstreamRetries.inc({ system });
}

let collecting = false;

/** Heap, event-loop lag and garbage collection; started by the process that serves `/metrics`. */
export function collectProcessMetrics(): void {
  if (collecting) return;
  collecting = true;
  collectDefaultMetrics({ register: registry });
}
