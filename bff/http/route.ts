import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type * as z from 'zod/mini';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** An authorisation rule: turns a request into its caller or throws a Problem (401, 403, 404). */
export interface AccessRule<Caller> {
  /** Shown in the OpenAPI document, e.g. "member" or "public". */
  readonly name: string;
  readonly description: string;
  authorise(request: Request): Caller | Promise<Caller>;
}

/**
 * How a write behaves when it is sent twice.
 * - `forwarded`: needs `Idempotency-Key`; the system of record keeps it on the business row and decides.
 * - `recorded`: needs `Idempotency-Key`; this server owns the data and keeps the answer (see idempotency.ts).
 * - `natural`: sending it twice is harmless or refused by the data itself; `why` says how.
 */
export type IdempotencyPolicy =
  { kind: 'forwarded' } | { kind: 'recorded' } | { kind: 'natural'; why: string };

type Schema = z.core.$ZodType;
type Output<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined;

export interface RouteContext<Caller, P, Q, B> {
  caller: Caller;
  params: P;
  query: Q;
  body: B;
  /** Present exactly where the policy asks for it. */
  idempotencyKey: string;
  requestId: string;
  /** Aborts when the client goes away; hand it to reads, never to writes. */
  signal: AbortSignal;
  log: Logger;
  request: Request;
  response: Response;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A write that carries no body; anything sent is refused. */
export const noBody = 'none';
/** A body that the handler streams itself (multipart, raw bytes); the description goes into the OpenAPI document. */
export interface StreamedBody {
  streamed: string;
  schema?: Schema;
}

export interface RouteDefinition<
  Caller = unknown,
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
> {
  method: Method;
  /** Express path, e.g. `/claims/:id`. */
  path: string;
  /** One English line for the OpenAPI document. */
  summary: string;
  tag: string;
  access: AccessRule<Caller>;
  idempotency?: IdempotencyPolicy;
  params?: P;
  query?: Q;
  body?: B | typeof noBody | StreamedBody;
  /** Schema of each success status; null for an empty answer or bytes (`mediaType`). */
  answers: Record<number, Schema | null>;
  mediaType?: string;
  /** Problem codes a client should expect, with what they mean. */
  problems?: Record<string, string>;
  handle(context: RouteContext<Caller, Output<P>, Output<Q>, Output<B>>): Promise<Answer> | Answer;
}

/** What the registry holds once the types of one route no longer matter. */
export type AnyRoute = Omit<RouteDefinition, 'handle' | 'access'> & {
  access: AccessRule<unknown>;
  handle(context: RouteContext<unknown, unknown, unknown, unknown>): Promise<Answer> | Answer;
};

/** Declares one route with its types; collect them in arrays and hand them to `mountRoutes`. */
export function defineRoute<
  Caller,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(route: RouteDefinition<Caller, P, Q, B>): AnyRoute {
  return route as unknown as AnyRoute;
}
