import type { KeyObject } from 'node:crypto';
import type * as z from 'zod/mini';
import type { Actor } from './service-token';

type Schema = z.core.$ZodType;

export interface UpstreamCall<S extends Schema | null> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the base address; ids are encoded by the caller with encodeURIComponent. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  actor: Actor;
  /** Forwarded as `Idempotency-Key`; the system of record keeps it on the business row. */
  idempotencyKey?: string;
  /** What a success must look like; null when there is no body. */
  answer: S;
  /** Overrides the default deadline (2 s for reads, 3 s for writes). */
  deadlineMs?: number;
  signal?: AbortSignal;
  requestId?: string;
  /** A write that is asked at every counter all day goes past axios, as reads do. */
  lean?: boolean;
}

export interface UpstreamAnswer<S extends Schema | null> {
  status: number;
  body: S extends Schema ? z.output<S> : undefined;
  /** True when the system of record said `Idempotent-Replayed: true`. */
  replayed: boolean;
}

/**
 * Bytes passed through as they are (documents, or reads that add nothing). They are held until the last one is there:
 * only then is it known that nothing was cut, and a 200 that has gone out cannot be taken back. So their size is bounded
 * like that of any answer (2 MiB), and with the calls at once so is the memory. Where a digest came along, they fit it.
 */
export interface UpstreamBytes {
  status: number;
  mediaType: string;
  bytes: Buffer;
}

/**
 * One system of record over HTTP. Every call carries a service token with the signed actor and one total deadline.
 * @throws UpstreamRefusal, UpstreamAway, OutcomeUnknown, UpstreamContractBroken (see upstream-errors)
 */
export interface Upstream {
  readonly name: string;
  call<S extends Schema | null>(call: UpstreamCall<S>): Promise<UpstreamAnswer<S>>;
  bytes(call: Omit<UpstreamCall<null>, 'answer' | 'idempotencyKey'>): Promise<UpstreamBytes>;
  close(): Promise<void>;
}

export interface UpstreamOptions {
  name: string;
  baseUrl: string;
  serviceKey: KeyObject;
  readDeadlineMs: number;
  writeDeadlineMs: number;
  /** Largest decompressed answer accepted, default 2 MiB. */
  maxAnswerBytes?: number;
}
