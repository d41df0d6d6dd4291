import * as z from 'zod/mini';
import { beginRead, get, uploadFile, write } from '@/api/client';
import { ApiError, type Failure } from '@/api/failures';
import { hasSession, restoreSession, startSession, useSession } from '@/api/session';
import { signIn } from '../support/render-page';
import { useScriptedServer } from '../support/scripted-server';

const server = useScriptedServer();
const homeSchema = z.object({ greeting: z.string() });
const soon = () => new Date(Date.now() + 3_600_000).toISOString();
const newTokens = { accessToken: 'second', accessTokenExpiresAt: soon(), refreshToken: 'unused on the web' };

async function failureOfCall(call: Promise<unknown>): Promise<Failure> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error(`Expected an ApiError, got ${String(error)}`);
  return error.failure;
}

const claim = () =>
  write({
    method: 'POST',
    path: '/gifts/g1/claim',
    body: { a: 1 },
    schema: homeSchema,
    idempotencyKey: 'key-12345678',
  });

describe('reading', () => {
  it('sends the token and says that it is the web, and gives what the schema describes', async () => {
    signIn('first');
    server().once('GET /home', { body: { greeting: '您好', unknown: 1 } });
    await expect(get('/home', homeSchema, { query: { a: 1, b: undefined, c: '鲁A' } })).resolves.toEqual({
      greeting: '您好',
    });
    const [request] = server().requestsTo('GET /home');
    expect(request?.headers.authorization).toBe('Bearer first');
    expect(request?.headers['x-client']).toBe('web');
    expect(request?.query.toString()).toBe(new URLSearchParams({ a: '1', c: '鲁A' }).toString());
  });

  it('asks as a visitor when nobody is logged in', async () => {
    server().once('GET /home', { body: { greeting: '您好' } });
    await get('/home', homeSchema);
    expect(server().requestsTo('GET /home')[0]?.headers.authorization).toBeUndefined();
  });

  it('calls an answer that breaks the contract by its name', async () => {
    server().once('GET /home', { body: { greeting: 7 } });
    expect(await failureOfCall(get('/home', homeSchema))).toEqual({ kind: 'contract', path: '/home' });
  });

  it.each([
    [503, { retryAfterSeconds: 30 }, { kind: 'away', retryAfterSeconds: 30 }],
    [502, '<html>bad gateway</html>', { kind: 'away' }],
    [504, {}, { kind: 'away' }],
    [500, { requestId: 'r-9' }, { kind: 'ours', requestId: 'r-9' }],
    [401, { detail: '请登录' }, { kind: 'sessionGone', detail: '请登录' }],
    [
      404,
      { code: 'NOT_FOUND', detail: '没有这张券' },
      { kind: 'refused', status: 404, code: 'NOT_FOUND', detail: '没有这张券' },
    ],
    [
      429,
      { code: 'TOO_MANY_REQUESTS', detail: '太快了', retryAfterSeconds: 9 },
      { kind: 'refused', status: 429, retryAfterSeconds: 9 },
    ],
    [403, '<html>', { kind: 'refused', status: 403, code: 'HTTP_403' }],
  ])('sorts %d by what a person has to be told', async (status, body, failure) => {
    server().once('GET /home', { status, body });
    expect(await failureOfCall(get('/home', homeSchema))).toMatchObject(failure);
  });

  it('calls a cut connection a missing network, because reading changes nothing', async () => {
    server().cutOnce('GET /home');
    expect(await failureOfCall(get('/home', homeSchema))).toEqual({ kind: 'offline' });
  });
});

describe('a read begun before its page is there', () => {
  it('is asked once and serves the first who wants it; the next one asks anew', async () => {
    signIn('first');
    server().once('GET /home', { body: { greeting: '早上好' } });
    beginRead('/home');
    await expect(get('/home', homeSchema)).resolves.toEqual({ greeting: '早上好' });
    expect(server().requestsTo('GET /home')).toHaveLength(1);
    server().once('GET /home', { body: { greeting: '中午好' } });
    await expect(get('/home', homeSchema)).resolves.toEqual({ greeting: '中午好' });
  });

  it('tells its failure to the page, and to nobody else', async () => {
    signIn('first');
    server().cutOnce('GET /home');
    beginRead('/home');
    expect(await failureOfCall(get('/home', homeSchema))).toEqual({ kind: 'offline' });
  });

  it('is not begun for a visitor', async () => {
    beginRead('/home');
    await Promise.resolve();
    expect(server().requestsTo('GET /home')).toEqual([]);
  });

  it('is not given to somebody else who has logged in meanwhile', async () => {
    signIn('first');
    useSession.setState({ accountId: 'one' });
    server().once('GET /home', { body: { greeting: '张先生' } });
    beginRead('/home');
    useSession.setState({ accountId: 'another' });
    server().once('GET /home', { body: { greeting: '李女士' } });
    await expect(get('/home', homeSchema)).resolves.toEqual({ greeting: '李女士' });
  });
});

describe('writing', () => {
  it('sends the request id and the content as JSON', async () => {
    server().once('POST /gifts/g1/claim', { status: 201, body: { greeting: '领到了' } });
    await claim();
    const [request] = server().requestsTo('POST /gifts/g1/claim');
    expect(request?.headers['idempotency-key']).toBe('key-12345678');
    expect(request?.headers['content-type']).toBe('application/json');
    expect(request?.body).toEqual({ a: 1 });
  });

  it('takes an answer without a body', async () => {
    server().once('DELETE /auth/session', { status: 204 });
    await expect(write({ method: 'DELETE', path: '/auth/session' })).resolves.toBeUndefined();
  });

  it('never calls a lost answer a failure', async () => {
    server().cutOnce('POST /gifts/g1/claim');
    expect(await failureOfCall(claim())).toEqual({ kind: 'uncertain' });
  });

  it.each([
    [504, { code: 'OUTCOME_UNKNOWN' }],
    [502, '<html>'],
    [409, { code: 'REQUEST_IN_PROGRESS' }],
  ])('is uncertain after %d', async (status, body) => {
    server().once('POST /gifts/g1/claim', { status, body });
    expect(await failureOfCall(claim())).toEqual({ kind: 'uncertain' });
  });

  it('knows that nothing happened when the server says that the system is away', async () => {
    server().once('POST /gifts/g1/claim', { status: 503, body: { retryAfterSeconds: 5 } });
    expect(await failureOfCall(claim())).toMatchObject({ kind: 'away', retryAfterSeconds: 5 });
  });

  it('gives the fields that a person has to correct', async () => {
    const errors = [{ path: 'plate', code: 'PLATE', message: '车牌号不对' }];
    server().once('POST /gifts/g1/claim', {
      status: 422,
      body: { code: 'INVALID_INPUT', detail: '请检查', errors },
    });
    expect(await failureOfCall(claim())).toMatchObject({ kind: 'refused', code: 'INVALID_INPUT', errors });
  });

  it('calls a write that never left the phone offline', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    server().cutOnce('POST /gifts/g1/claim');
    expect(await failureOfCall(claim())).toEqual({ kind: 'offline' });
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('is uncertain when the deadline passes with no answer', async () => {
    const release = server().holdOnce('POST /slow', { body: {} });
    expect(await failureOfCall(write({ method: 'POST', path: '/slow', body: {}, timeoutMs: 60 }))).toEqual({
      kind: 'uncertain',
    });
    release();
  });

  it('sends a file with its fields', async () => {
    server().once('POST /claims/c1/photos/form', { status: 201, body: { greeting: '收到' } });
    const form = {
      path: '/claims/c1/photos/form',
      filePath: 'a.jpg',
      fileField: 'file',
      fields: { shot: 'rear' },
      schema: homeSchema,
    };
    await uploadFile({ ...form, idempotencyKey: 'key-12345678' });
    expect(String(server().received[0]?.body)).toContain('name="shot"\r\n\r\nrear');
  });
});

describe('the session', () => {
  it('is renewed once for however many requests need it, and they go out again', async () => {
    signIn('first');
    server()
      .once('GET /home', { status: 401, body: {} })
      .once('GET /home', { status: 401, body: {} })
      .once('POST /auth/tokens', { status: 201, body: newTokens })
      .always('GET /home', { body: { greeting: '您好' } });
    await Promise.all([get('/home', homeSchema), get('/home', homeSchema)]);
    expect(server().requestsTo('POST /auth/tokens')).toHaveLength(1);
    expect(
      server()
        .requestsTo('GET /home')
        .map(({ headers }) => headers.authorization),
    ).toEqual(['Bearer first', 'Bearer first', 'Bearer second', 'Bearer second']);
  });

  it('repeats a write under the same request id after a renewal', async () => {
    signIn('first');
    server()
      .once('POST /gifts/g1/claim', { status: 401, body: {} })
      .once('POST /auth/tokens', { status: 201, body: newTokens })
      .once('POST /gifts/g1/claim', { status: 201, body: { greeting: '领到了' } });
    await claim();
    expect(
      new Set(
        server()
          .requestsTo('POST /gifts/g1/claim')
          .map(({ headers }) => headers['idempotency-key']),
      ).size,
    ).toBe(1);
  });

  it('is renewed before a request when its token is about to lapse', async () => {
    startSession({ accessToken: 'old', accessTokenExpiresAt: new Date(Date.now() + 1000).toISOString() });
    server()
      .once('POST /auth/tokens', { status: 201, body: newTokens })
      .once('GET /home', { body: { greeting: '您好' } });
    await get('/home', homeSchema);
    expect(server().requestsTo('GET /home')[0]?.headers.authorization).toBe('Bearer second');
  });

  it('ends when the renewal is refused, and says so', async () => {
    signIn('first');
    server()
      .once('GET /home', { status: 401, body: {} })
      .once('POST /auth/tokens', { status: 401, body: {} });
    expect(await failureOfCall(get('/home', homeSchema))).toEqual({ kind: 'sessionGone' });
    expect(useSession.getState().signedIn).toBe(false);
  });

  it('outlives a renewal that got no answer', async () => {
    signIn('first');
    server().once('GET /home', { status: 401, body: {} }).cutOnce('POST /auth/tokens');
    expect(await failureOfCall(get('/home', homeSchema))).toEqual({ kind: 'away' });
    expect(hasSession()).toBe(true);
  });

  it('is remembered on the web without any token in storage', () => {
    signIn('first');
    expect(JSON.stringify(localStorage)).not.toContain('first');
    restoreSession();
    expect(useSession.getState().signedIn).toBe(true);
  });
});
