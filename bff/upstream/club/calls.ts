import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import type { Calling, WriteCalling } from '../calling';

type Schema = z.core.$ZodType;
type Query = Record<string, string | number | undefined>;

export interface Written<Body> {
  body: Body;
  replayed: boolean;
}

/** The three shapes of a call to the club: a read, a write under the client's request id, and one that says how things are to be. */
export interface ClubCalls {
  get<S extends Schema>(
    by: Calling,
    path: string,
    options: { answer: S; query?: Query },
  ): Promise<z.output<S>>;
  post<S extends Schema>(
    by: WriteCalling,
    path: string,
    options: { answer: S; body: unknown },
  ): Promise<Written<z.output<S>>>;
  /** Harmless when repeated, so it carries no request id. */
  set<S extends Schema>(
    by: Calling,
    method: 'PUT' | 'PATCH' | 'DELETE',
    options: { path: string; answer: S; body?: unknown },
  ): Promise<z.output<S>>;
}

export function clubCalls(upstream: Upstream): ClubCalls {
  return {
    async get(by, path, options) {
      const answer = await upstream.call({ method: 'GET', path, ...options, ...by });
      return answer.body as z.output<(typeof options)['answer']>;
    },
    async post({ actor, requestId, idempotencyKey }, path, options) {
      const answer = await upstream.call({
        method: 'POST',
        path,
        ...options,
        actor,
        requestId,
        idempotencyKey,
      });
      return { body: answer.body as z.output<(typeof options)['answer']>, replayed: answer.replayed };
    },
    async set({ actor, requestId }, method, options) {
      const answer = await upstream.call({ method, ...options, actor, requestId });
      return answer.body as z.output<(typeof options)['answer']>;
    },
  };
}

/** A path with an id that somebody sent. */
export const at = (before: string, id: string, after = '') =>
  `/v1${before}/${encodeURIComponent(id)}${after}`;
