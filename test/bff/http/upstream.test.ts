import { createSecretKey } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { createUpstream } from '../../../bff/http/create-upstream';
import { systemActor, verifyServiceToken } from '../../../bff/http/service-token';
import type { Upstream, UpstreamCall } from '../../../bff/http/upstream-client';
import {
  bytes,
  cut,
  flood,
  json,
  problem,
  reset,
  scriptedServer,
  silence,
  trickle,
  type ScriptedServer,
  type Step,
} from './scripted-server';

const serviceKey = createSecretKey(Buffer.alloc(32, 7));
const answer = z.object({ ok: z.boolean() });
type Answer = typeof answer;

let server: ScriptedServer;
let upstream: Upstream;

beforeEach(async () => {
  server = await scriptedServer();
  upstream = connectTo(server.url);
});
afterEach(async () => {
  await server.close();
  await upstream.close();
});

function connectTo(baseUrl: string): Upstream {
  return createUpstream({
    name: 'core',
    baseUrl,
    serviceKey,
    readDeadlineMs: 5000,
    writeDeadlineMs: 5000,
    maxAnswerBytes: 50_000,
  });
}
const read = (more: Partial<UpstreamCall<Answer>> = {}) =>
  upstream.call({ method: 'GET', path: '/claims/7', actor: systemActor, answer, ...more });
const write = (more: Partial<UpstreamCall<Answer>> = {}) =>
  upstream.call({
    method: 'POST',
    path: '/claims',
    body: { a: 1 },
    idempotencyKey: 'key-00000001',
    actor: systemActor,
    answer,
    ...more,
  });

interface Failure {
  name: string;
  message: string;
}
const failure = (promise: Promise<unknown>): Promise<Failure> =>
  promise.then(
    () => ({ name: 'no error', message: '' }),
    (error: Failure) => error,
  );

const html: Step = bytes(502, { 'Content-Type': 'text/html' }, '<h1>Bad gateway</h1>');
const bomb = gzipSync(Buffer.alloc(5_000_000, 0x20));

describe('a call that goes well', () => {
  it.each([false, true])(
    'carries actor, request id, key and query, and is parsed (lean: %s)',
    async (lean) => {
      server.play(json(201, { ok: true, more: 'ignored' }, { 'Idempotent-Replayed': 'true' }));
      const result = await write({
        lean,
        requestId: 'req-00000001',
        query: { limit: 5, open: true, none: undefined },
      });
      expect(result).toEqual({ status: 201, body: { ok: true }, replayed: true });
      const [seen] = server.received;
      expect(seen).toMatchObject({ method: 'POST', path: '/claims?limit=5&open=true', body: '{"a":1}' });
      expect(seen?.headers).toMatchObject({
        'content-type': 'application/json',
        'idempotency-key': 'key-00000001',
        'x-request-id': 'req-00000001',
      });
      const token = seen?.headers.authorization?.replace('Bearer ', '');
      expect(verifyServiceToken(serviceKey, { token, audience: 'core' })).toEqual(systemActor);
      expect(() => verifyServiceToken(serviceKey, { token, audience: 'club' })).toThrow();
    },
  );

  it('takes gzip, and keeps a base path', async () => {
    const compressed = gzipSync(JSON.stringify({ ok: true }));
    server.play(bytes(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, compressed));
    const below = connectTo(`${server.url}/v2/`);
    expect((await below.call({ method: 'GET', path: '/x', actor: systemActor, answer })).body).toEqual({
      ok: true,
    });
    expect(server.received[0]?.path).toBe('/v2/x');
    await below.close();
  });

  it('accepts an empty answer where none is expected, and passes bytes through', async () => {
    server.play(bytes(204, {}, ''), bytes(200, { 'Content-Type': 'application/pdf' }, '%PDF'));
    expect(
      await upstream.call({ method: 'DELETE', path: '/x', actor: systemActor, answer: null }),
    ).toMatchObject({ status: 204 });
    const document = await upstream.bytes({ method: 'GET', path: '/x', actor: systemActor });
    expect(document).toEqual({ status: 200, mediaType: 'application/pdf', bytes: Buffer.from('%PDF') });
    expect(server.received.map(({ headers }) => headers['accept-encoding'])).toEqual(['gzip', 'identity']);
  });

  it.each(['https://evil.example/', 'x', '/a/../b', '/a?b=1'])('refuses the path %s', async (path) => {
    expect(await failure(read({ path }))).toMatchObject({
      message: expect.stringContaining('upstream path'),
    });
    expect(server.received).toEqual([]);
  });
});

describe('what an answer means', () => {
  it.each<[string, Step, string, string]>([
    ['a refusal', problem(409, 'VOUCHER_EXPIRED'), 'UpstreamRefusal', 'UpstreamRefusal'],
    ['403 of the domain', problem(403, 'NOT_YOUR_STORE'), 'UpstreamRefusal', 'UpstreamRefusal'],
    ['503 of the contract', problem(503, 'AWAY', { 'Retry-After': '3' }), 'UpstreamAway', 'UpstreamAway'],
    [
      '503 of something in between',
      bytes(503, { 'Retry-After': '3' }, 'sorry'),
      'UpstreamAway',
      'OutcomeUnknown',
    ],
    ['503 without a time', problem(503, 'AWAY'), 'UpstreamAway', 'OutcomeUnknown'],
    ['500', problem(500, 'INTERNAL'), 'UpstreamAway', 'OutcomeUnknown'],
    ['504', problem(504, 'OUTCOME_UNKNOWN'), 'UpstreamAway', 'OutcomeUnknown'],
    ['a gateway in HTML', html, 'UpstreamAway', 'OutcomeUnknown'],
    [
      '401',
      problem(401, 'SERVICE_CREDENTIAL_INVALID'),
      'ServiceCredentialRefused',
      'ServiceCredentialRefused',
    ],
    [
      'a wrong actor',
      problem(403, 'ACTOR_NOT_ALLOWED'),
      'ServiceCredentialRefused',
      'ServiceCredentialRefused',
    ],
    ['a bare 403', bytes(403, {}, ''), 'ServiceCredentialRefused', 'ServiceCredentialRefused'],
    ['a bare 404', bytes(404, {}, ''), 'UpstreamContractBroken', 'UpstreamContractBroken'],
    [
      'a route that is not there',
      problem(404, 'ROUTE_NOT_FOUND'),
      'UpstreamContractBroken',
      'UpstreamContractBroken',
    ],
    [
      'a redirect',
      bytes(302, { Location: 'http://127.0.0.1:1/' }, ''),
      'UpstreamContractBroken',
      'UpstreamContractBroken',
    ],
    [
      'malformed JSON',
      bytes(200, { 'Content-Type': 'application/json' }, '{"ok":'),
      'UpstreamContractBroken',
      'UpstreamContractBroken',
    ],
    [
      'another type',
      bytes(200, { 'Content-Type': 'text/html' }, '{"ok":true}'),
      'UpstreamContractBroken',
      'UpstreamContractBroken',
    ],
    ['another shape', json(200, { ok: 'yes' }), 'UpstreamContractBroken', 'UpstreamContractBroken'],
    ['too much', flood, 'UpstreamContractBroken', 'UpstreamContractBroken'],
    [
      'a gzip bomb',
      bytes(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, bomb),
      'UpstreamContractBroken',
      'UpstreamContractBroken',
    ],
    [
      'broken gzip',
      bytes(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, 'x'),
      'UpstreamContractBroken',
      'UpstreamContractBroken',
    ],
    [
      'brotli',
      bytes(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'br' }, 'x'),
      'UpstreamContractBroken',
      'UpstreamContractBroken',
    ],
    ['silence', silence, 'UpstreamAway', 'OutcomeUnknown'],
    ['a trickle', trickle, 'UpstreamAway', 'OutcomeUnknown'],
    ['a cut answer', cut, 'UpstreamAway', 'OutcomeUnknown'],
    ['a reset', reset, 'UpstreamAway', 'OutcomeUnknown'],
  ])('%s', async (_name, step, forRead, forWrite) => {
    server.play(step);
    // What never ends by itself ends at the deadline, or this test would.
    const deadlineMs = step === silence || step === trickle ? 300 : 5000;
    expect((await failure(read({ deadlineMs }))).name).toBe(forRead);
    expect((await failure(write({ deadlineMs }))).name).toBe(forWrite);
    expect((await failure(write({ deadlineMs, lean: true }))).name).toBe(forWrite);
    expect(server.received.filter((request) => request.method === 'POST')).toHaveLength(2);
  });

  it('keeps code, words and members of a refusal, and the time of a 429', async () => {
    server.play(problem(429, 'LOCKED', { 'Retry-After': '60' }));
    expect(await failure(write())).toMatchObject({
      status: 429,
      problem: { code: 'LOCKED', detail: '对方系统的话', retryAfterSeconds: 60 },
    });
  });

  it('names the member that broke the contract, never its value or an id', async () => {
    server.play(json(200, { ok: '13800000001' }));
    const { message } = await failure(read());
    expect(message).toBe('core broke its contract at GET /claims/:id: ok invalid_type');
  });

  it('never shows a header or the credential in an error', async () => {
    server.play(bytes(200, { 'Content-Type': 'application/json' }, '{'));
    const error = await failure(read());
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/Bearer|eyJ|authorization/i);
  });
});

describe('what was certainly not sent', () => {
  it('is away for a write too: connection refused', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const nobody = connectTo(`http://127.0.0.1:${String(port)}`);
    const call = { method: 'POST', path: '/x', actor: systemActor, answer: null } as const;
    expect((await failure(nobody.call(call))).name).toBe('UpstreamAway');
    await nobody.close();
  });

  it('is away for a write too: a name that does not exist', async () => {
    const nowhere = connectTo('http://no-such-name.invalid');
    const call = { method: 'POST', path: '/x', actor: systemActor, answer: null } as const;
    expect((await failure(nowhere.call(call))).name).toBe('UpstreamAway');
    await nowhere.close();
  });
});

describe('asking a second time', () => {
  it('is done once for a read whose connection broke, inside the same deadline', async () => {
    server.play(reset, json(200, { ok: true }));
    expect((await read()).body).toEqual({ ok: true });
    expect(server.received).toHaveLength(2);
  });

  it('is done for a gateway that has no system behind it right now', async () => {
    server.play(html, json(200, { ok: true }));
    expect((await read()).body).toEqual({ ok: true });
  });

  it('is never done for a write', async () => {
    server.play(reset, reset, json(200, { ok: true }));
    expect((await failure(write())).name).toBe('OutcomeUnknown');
    expect((await failure(write({ lean: true }))).name).toBe('OutcomeUnknown');
    expect(server.received).toHaveLength(2);
  });

  it('is not done when the system said when to come back, nor after a deadline', async () => {
    server.play(problem(503, 'AWAY', { 'Retry-After': '3' }), silence);
    await failure(read());
    await failure(read({ deadlineMs: 300 }));
    expect(server.received).toHaveLength(2);
  });

  it('adds a tenth to the calls at most', async () => {
    const healthy = json(200, { ok: true });
    // Every second request breaks; the breaker stays closed because successes lie in between.
    server.play(...Array.from({ length: 200 }, (_unused, index) => (index % 3 === 0 ? reset : healthy)));
    const calls = 60;
    for (let index = 0; index < calls; index += 1) await failure(read());
    // Two retries are allowed before any call has earned one.
    expect(server.received.length).toBeLessThanOrEqual(calls * 1.1 + 2);
  });
});

describe('a caller who leaves', () => {
  it('ends a read at once', async () => {
    server.play(silence);
    const controller = new AbortController();
    const waiting = failure(read({ signal: controller.signal, deadlineMs: 10_000 }));
    controller.abort();
    expect((await waiting).name).toBe('ClientGone');
  });

  it('does not end a write', async () => {
    server.play(json(200, { ok: true }));
    const controller = new AbortController();
    controller.abort();
    expect((await write({ signal: controller.signal })).body).toEqual({ ok: true });
    server.play(json(200, { ok: true }));
    expect((await write({ signal: controller.signal, lean: true })).body).toEqual({ ok: true });
  });
});

describe('a sick system', () => {
  it('is left alone after five failures in a row, and asked again soon', async () => {
    server.play(problem(502, 'BAD_GATEWAY'));
    for (let index = 0; index < 5; index += 1) await failure(read());
    const asked = server.received.length;
    expect(await failure(write())).toMatchObject({ name: 'UpstreamAway', reason: 'the circuit is open' });
    expect(server.received).toHaveLength(asked);
    server.play(json(200, { ok: true }));
    const openedAt = performance.now();
    let result: Failure = { name: 'UpstreamAway', message: '' };
    while (result.name === 'UpstreamAway' && performance.now() - openedAt < 10_000) {
      result = await failure(read());
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(result.name).toBe('no error');
  });

  it('is not sick because one request always ends in an error of its own', async () => {
    server.play(problem(500, 'INTERNAL'));
    for (let index = 0; index < 20; index += 1) {
      expect((await failure(write())).name).toBe('OutcomeUnknown');
    }
    expect(server.received).toHaveLength(20);
  });

  it('is not sick because one record is not as agreed', async () => {
    server.play(json(200, { ok: 'yes, but in other words' }));
    for (let index = 0; index < 20; index += 1) {
      expect((await failure(write())).name).toBe('UpstreamContractBroken');
    }
    expect(server.received).toHaveLength(20);
  });

  it('is not sick because it refuses', async () => {
    server.play(problem(409, 'VOUCHER_EXPIRED'));
    for (let index = 0; index < 20; index += 1) await failure(write());
    expect(server.received).toHaveLength(20);
  });
});
