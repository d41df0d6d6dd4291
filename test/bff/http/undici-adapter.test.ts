import { AxiosError } from 'axios';
import { createAxiosOnUndici, type AxiosOnUndici } from '../../../bff/http/axios-on-undici';
import type { TransportError } from '../../../bff/http/undici-adapter';
import {
  bytes,
  cut,
  flood,
  json,
  scriptedServer,
  silence,
  trickle,
  type ScriptedServer,
} from './scripted-server';

const SECRET = 'Bearer very-secret';
let server: ScriptedServer;
let http: AxiosOnUndici;

beforeEach(async () => {
  server = await scriptedServer();
  http = createAxiosOnUndici({ origin: server.url, maxAnswerBytes: 100_000, connections: 1 });
});
afterEach(async () => {
  await server.close();
  await http.close();
});

const get = (config: object = {}) =>
  http.client.get('/x', { timeout: 5000, headers: { Authorization: SECRET }, ...config });
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error as TransportError,
  );

describe('axios on undici', () => {
  it('parses JSON, and malformed JSON is an error instead of a text', async () => {
    server.play(json(200, { a: 1 }), bytes(200, { 'Content-Type': 'application/json' }, '{"a":'));
    expect(await get()).toMatchObject({ status: 200, data: { a: 1 } });
    expect(await failure(get())).toBeInstanceOf(AxiosError);
  });

  it('honours validateStatus', async () => {
    server.play(json(404, { code: 'X' }));
    expect(await failure(get())).toMatchObject({
      status: 404,
      code: 'ERR_BAD_REQUEST',
      response: { data: { code: 'X' } },
    });
    expect(await get({ validateStatus: null })).toMatchObject({ status: 404 });
    expect(await get({ validateStatus: (status: number) => status === 404 })).toMatchObject({ status: 404 });
  });

  it('follows no redirect', async () => {
    server.play(bytes(302, { Location: `${server.url}/elsewhere` }, ''));
    expect(await get({ validateStatus: null })).toMatchObject({ status: 302 });
    expect(server.received).toHaveLength(1);
  });

  it('sends no media type without content', async () => {
    server.play(json(200, {}));
    await http.client.post('/x', undefined, { timeout: 5000 });
    expect(server.received[0]?.headers).not.toHaveProperty('content-type');
  });

  it.each([
    ['silence', silence],
    ['a trickle', trickle],
  ])('ends %s at the deadline, once and for all', async (_name, step) => {
    server.play(step);
    expect(await failure(get({ timeout: 200 }))).toMatchObject({ code: 'ECONNABORTED', sent: true });
  });

  it('knows that a request in the queue was never sent, and never sends it afterwards', async () => {
    server.play(silence);
    const first = failure(get({ timeout: 300 }));
    const second = failure(get({ timeout: 50, url: '/second' }));
    expect(await second).toMatchObject({ code: 'ECONNABORTED', sent: false });
    expect(await first).toMatchObject({ sent: true });
    server.play(json(200, {}));
    await get();
    expect(server.received.map((request) => request.path)).toEqual(['/x', '/x']);
  });

  it('turns an abort into ERR_CANCELED', async () => {
    server.play(silence);
    const controller = new AbortController();
    const waiting = failure(get({ signal: controller.signal, timeout: 5000 }));
    setImmediate(() => controller.abort());
    expect(await waiting).toMatchObject({ code: 'ERR_CANCELED' });
  });

  it('calls a cut answer an error', async () => {
    server.play(cut);
    expect(await failure(get())).toMatchObject({ message: 'the answer was cut', sent: true });
  });

  it('stops reading an answer that is too large', async () => {
    server.play(flood);
    expect(await failure(get())).toMatchObject({ code: 'ERR_BAD_RESPONSE', message: 'answer is too large' });
  });

  it('insists on a deadline and a size', async () => {
    expect(await failure(get({ timeout: 0 }))).toMatchObject({
      message: expect.stringContaining('deadline'),
    });
  });

  it.each([
    ['a refused status', json(404, { code: 'X' }, { 'Set-Cookie': 'secret=1' })],
    ['a deadline', silence],
    ['malformed JSON', bytes(200, { 'Content-Type': 'application/json', 'Set-Cookie': 'secret=1' }, '{')],
  ])('shows neither headers nor secrets in an error after %s', async (_name, step) => {
    server.play(step);
    const error = await failure(get({ timeout: step === silence ? 200 : 5000 }));
    const shown = JSON.stringify([
      error,
      error?.config,
      error?.request,
      error?.response?.headers,
      error?.response?.config,
    ]);
    expect(shown).not.toMatch(/secret/);
  });
});
