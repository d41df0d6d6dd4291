import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { problem } from '../../../../bff/http/contract';
import type { Actor } from '../../../../bff/http/service-token';
import { findBreaches } from '../../../../bff/systems/club/invariants';
import { startTestSystem, type TestSystem, type TestSystemOptions } from '../../../support/one-system';

export const newKey = () => randomUUID();

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
}

export interface Call {
  as: Actor;
  body?: unknown;
  key?: string;
}

export interface ClubUnderTest extends TestSystem {
  /** One real request to the club. */
  send(method: string, path: string, call: Call): Promise<Reply>;
  /** Stops a club that a test has broken on purpose; `stop` would find the breach. */
  halt(): Promise<void>;
  /** The parsed answer of a read that must succeed. */
  read<S extends z.core.$ZodType>(path: string, as: Actor, answer: S): Promise<z.output<S>>;
}

async function send(club: TestSystem, method: string, path: string, call: Call): Promise<Reply> {
  const response = await fetch(`${club.url}/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${club.token(call.as)}`,
      ...(call.key === undefined ? {} : { 'idempotency-key': call.key }),
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A club alone on a database with the demonstration in it. */
export async function startClub(options: TestSystemOptions = {}): Promise<ClubUnderTest> {
  const system = await startTestSystem('club', { seeded: true, ...options });
  const club: ClubUnderTest = {
    ...system,
    send: (method, path, call) => send(system, method, path, call),
    async read(path, as, answer) {
      const reply = await send(system, 'GET', path, { as });
      expect([path, reply.status]).toEqual([path, 200]);
      return parse(reply, answer);
    },
    halt: () => system.stop(),
    async stop() {
      const breaches = await findBreaches(system.pool);
      await system.stop();
      expect(breaches).toEqual([]);
    },
  };
  return club;
}

export function parse<S extends z.core.$ZodType>(reply: Reply, schema: S): z.output<S> {
  return z.parse(schema, JSON.parse(reply.text));
}

export function codeOf(reply: Reply): string {
  return parse(reply, problem).code;
}

/** Status and code of a refusal, to compare in one line. */
export function refusalOf(reply: Reply): [number, string] {
  return [reply.status, codeOf(reply)];
}

export const isReplay = (reply: Reply) => reply.headers.get('idempotent-replayed') === 'true';
