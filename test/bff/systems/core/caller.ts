import type { Actor } from '../../../../bff/http/service-token';
import type { TestSystem } from '../../../support/one-system';

export interface Reply {
  status: number;
  headers: Headers;
  /** Parsed JSON, or undefined where there is none; each test looks at what it expects. */
  body: unknown;
}

export interface Caller {
  get(path: string): Promise<Reply>;
  post(path: string, body: unknown, idempotencyKey?: string): Promise<Reply>;
  put(path: string, body: unknown): Promise<Reply>;
  delete(path: string): Promise<Reply>;
}

async function send(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

/** Calls a system over HTTP as the BFF would on behalf of this actor. */
export function callerOf(system: TestSystem, actor: Actor): Caller {
  const call = (method: string, path: string, body?: unknown, idempotencyKey?: string) =>
    send(`${system.url}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${system.token(actor)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  return {
    get: (path) => call('GET', path),
    post: (path, body, idempotencyKey) => call('POST', path, body, idempotencyKey),
    put: (path, body) => call('PUT', path, body),
    delete: (path) => call('DELETE', path),
  };
}

export const memberOf = (system: TestSystem, subject: string) =>
  callerOf(system, { subject, role: 'member' });
export const systemOf = (system: TestSystem) => callerOf(system, { subject: 'system', role: 'system' });
