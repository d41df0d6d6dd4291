import * as z from 'zod/mini';
import { Problem } from '../../../bff/http/problem';
import { defineRoute, noBody, type AccessRule, type AnyRoute } from '../../../bff/http/route';
import { expectProblem, open, post, send, startApp, type StartedApp } from './kit-app';

const stamp: AccessRule<{ name: string }> = {
  name: 'member',
  description: 'Needs the header.',
  authorise(request) {
    if (request.headers.authorization !== 'yes') throw new Problem(401, 'NOT_SIGNED_IN', '请先登录');
    return { name: 'somebody' };
  },
};
const ok = { 200: z.object({ ok: z.boolean() }) };
const base = {
  summary: 's',
  tag: 't',
  access: open,
  answers: ok,
  handle: () => ({ status: 200, body: { ok: true } }),
};
const write = { ...base, idempotency: { kind: 'natural', why: 'harmless' } as const };

describe('a half-declared route stops the start', () => {
  const params = z.strictObject({ id: z.string() });
  const broken: [string, Partial<AnyRoute>, RegExp][] = [
    [
      'no access rule',
      { ...base, method: 'get', path: '/a', access: undefined },
      /GET \/a has no access rule/,
    ],
    ['no answers', { ...base, method: 'get', path: '/a', answers: {} }, /declares no answers/],
    ['a write without policy', { ...base, method: 'post', path: '/a', body: noBody }, /idempotency policy/],
    [
      'a delete without policy',
      { ...base, method: 'delete', path: '/a', body: noBody },
      /idempotency policy/,
    ],
    [
      'a write without body',
      { ...write, method: 'put', path: '/a' },
      /neither a body schema, noBody nor a streamed/,
    ],
    ['a read with a body', { ...base, method: 'get', path: '/a', body: noBody }, /read with a body/],
    ['parameters without schema', { ...base, method: 'get', path: '/a/:id' }, /without a params schema/],
    [
      'a lenient body',
      { ...write, method: 'post', path: '/a', body: z.object({ x: z.string() }) },
      /strictObject/,
    ],
    [
      'a lenient object deep in a body',
      {
        ...write,
        method: 'post',
        path: '/a',
        body: z.strictObject({ x: z.array(z.object({ y: z.string() })) }),
      },
      /ignores unknown members at properties\.x\.items/,
    ],
    [
      'a lenient query',
      { ...base, method: 'get', path: '/a', query: z.object({ q: z.optional(z.string()) }) },
      /query/,
    ],
  ];
  it.each(broken)('%s', async (_name, route, message) => {
    await expect(startApp([route as AnyRoute])).rejects.toThrow(message);
  });

  it('refuses two routes for one address, whatever their parameters are called', async () => {
    const one = defineRoute({ ...base, method: 'get', path: '/a/:id', params });
    const two = defineRoute({
      ...base,
      method: 'get',
      path: '/a/:other',
      params: z.strictObject({ other: z.string() }),
    });
    await expect(startApp([one, two])).rejects.toThrow(
      /GET \/a\/:other is a duplicate of, or hidden behind, \/a\/:id/,
    );
  });
});

describe('a mounted route', () => {
  let app: StartedApp;
  let aborted: Promise<void>;
  let started: Promise<void>;

  beforeAll(async () => {
    let onAborted: () => void;
    let onStarted: () => void;
    aborted = new Promise((resolve) => (onAborted = resolve));
    started = new Promise((resolve) => (onStarted = resolve));
    const routes = [
      defineRoute({
        ...base,
        method: 'get',
        path: '/items/:id',
        access: stamp,
        params: z.strictObject({ id: z.string().check(z.maxLength(5)) }),
        query: z.strictObject({ limit: z.optional(z.coerce.number().check(z.int())) }),
        answers: { 200: z.object({ id: z.string(), limit: z.optional(z.number()), by: z.string() }) },
        handle: ({ params, query, caller }) => ({
          status: 200,
          body: { id: params.id, limit: query.limit, by: caller.name },
        }),
      }),
      defineRoute({
        ...base,
        method: 'get',
        path: '/items/best',
        answers: { 200: z.object({ best: z.boolean() }) },
        handle: () => ({ status: 200, body: { best: true } }),
      }),
      defineRoute({
        ...base,
        method: 'post',
        path: '/items',
        access: stamp,
        idempotency: { kind: 'forwarded' },
        body: z.strictObject({ name: z.string({ error: '请填写名称' }) }),
        answers: { 201: z.object({ name: z.string(), key: z.string() }) },
        handle: ({ body, idempotencyKey }) => ({
          status: 201,
          body: { name: body.name, key: idempotencyKey },
          headers: { 'Idempotent-Replayed': 'true' },
        }),
      }),
      defineRoute({
        ...write,
        method: 'delete',
        path: '/items',
        body: noBody,
        answers: { 204: null },
        handle: () => ({ status: 204 }),
      }),
      defineRoute({
        ...base,
        method: 'get',
        path: '/wrong-shape',
        handle: () => ({ status: 200, body: { ok: '13800000001' } }),
      }),
      defineRoute({ ...base, method: 'get', path: '/wrong-status', handle: () => ({ status: 202 }) }),
      defineRoute({
        ...base,
        method: 'get',
        path: '/bytes',
        answers: { 200: null },
        mediaType: 'application/pdf',
        handle: () => ({ status: 200, body: Buffer.from('%PDF') }),
      }),
      defineRoute({
        ...base,
        method: 'get',
        path: '/patient',
        handle: ({ signal }) =>
          new Promise((_resolve, reject) => {
            onStarted();
            signal.addEventListener('abort', () => {
              onAborted();
              reject(signal.reason as Error);
            });
          }),
      }),
    ];
    app = await startApp(routes, { basePath: '/api/v1' });
  });
  afterAll(() => app.close());

  const url = (path: string) => `${app.url}/api/v1${path}`;
  const signedIn = { authorization: 'yes' };
  const key = { 'idempotency-key': 'abcd-1234' };

  it('asks who is there before it says what is wrong', async () => {
    expectProblem(await send(url('/items/far-too-long?nonsense=1')), 401, 'NOT_SIGNED_IN');
    expectProblem(await post(url('/items'), '{broken'), 401, 'NOT_SIGNED_IN');
  });

  it('hands over parsed values and drops nothing silently', async () => {
    const reply = await send(url('/items/a1?limit=7'), { headers: signedIn });
    expect(reply.body).toEqual({ id: 'a1', limit: 7, by: 'somebody' });
  });

  it.each([
    ['an unknown query key', '/items/a1?limit=7&role=admin'],
    ['a repeated query key', '/items/a1?limit=7&limit=8'],
    ['a parameter outside its schema', '/items/far-too-long'],
    ['NUL in a parameter', '/items/a%00'],
  ])('refuses %s', async (_name, path) => {
    const reply = await send(url(path), { headers: signedIn });
    expectProblem(reply, 422, 'INVALID_INPUT');
    expect(reply.body.errors).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/[\u4e00-\u9fff]/) }),
    ]);
  });

  it('reaches a literal path that was declared behind a parameter', async () => {
    expect((await send(url('/items/best'))).body).toEqual({ best: true });
  });

  it('names the field in Chinese', async () => {
    const reply = await post(url('/items'), {}, { ...signedIn, ...key });
    expectProblem(reply, 422, 'INVALID_INPUT');
    expect(reply.body).toMatchObject({
      detail: '请填写名称',
      errors: [{ path: 'name', message: '请填写名称' }],
    });
  });

  it('refuses an unknown member', async () => {
    const reply = await post(url('/items'), { name: 'a', role: 'admin' }, { ...signedIn, ...key });
    expectProblem(reply, 422, 'INVALID_INPUT');
  });

  it.each([
    ['none', undefined, 'IDEMPOTENCY_KEY_REQUIRED'],
    ['seven characters', 'abcdefg', 'IDEMPOTENCY_KEY_INVALID'],
    ['129 characters', 'a'.repeat(129), 'IDEMPOTENCY_KEY_INVALID'],
    ['a dot', 'abcdefgh.1', 'IDEMPOTENCY_KEY_INVALID'],
  ])('refuses a request id with %s', async (_name, value, code) => {
    const headers = { ...signedIn, ...(value === undefined ? {} : { 'idempotency-key': value }) };
    expectProblem(await post(url('/items'), { name: 'a' }, headers), 400, code);
  });

  it.each(['a'.repeat(8), 'Z_9-'.repeat(32)])('takes the request id %s', async (value) => {
    const reply = await post(url('/items'), { name: 'a' }, { ...signedIn, 'idempotency-key': value });
    expect(reply).toMatchObject({ status: 201, body: { key: value } });
    expect(reply.headers.get('idempotent-replayed')).toBe('true');
  });

  it('refuses content where none belongs', async () => {
    expect((await send(url('/items'), { method: 'DELETE' })).status).toBe(204);
    const reply = await send(url('/items'), { method: 'DELETE', body: '{}' });
    expectProblem(reply, 422, 'INVALID_INPUT');
  });

  it('says which methods an address knows', async () => {
    const reply = await send(url('/items'), { method: 'PUT' });
    expectProblem(reply, 405, 'METHOD_NOT_ALLOWED');
    expect(reply.headers.get('allow')).toBe('POST, DELETE');
    expectProblem(await send(url('/nowhere')), 404, 'ROUTE_NOT_FOUND');
    expectProblem(await send(url('/Items/best')), 404, 'ROUTE_NOT_FOUND');
  });

  it('refuses an address that cannot be decoded', async () => {
    expectProblem(await send(url('/items/%E0%A4%A'), { headers: signedIn }), 400, 'MALFORMED_URL');
  });

  it.each([
    ['/wrong-shape', /breaks its schema at ok \(invalid_type\)/],
    ['/wrong-status', /status 202, which is not declared/],
  ])(
    'answers 500 when its own answer is broken, and logs the place but not the value: %s',
    async (path, message) => {
      const reply = await send(url(path));
      expectProblem(reply, 500, 'INTERNAL');
      const line = app.lines.find((entry) => entry.requestId === reply.body.requestId && entry.err);
      expect(line).toMatchObject({ err: { message: expect.stringMatching(message) } });
      expect(JSON.stringify(line)).not.toContain('13800000001');
    },
  );

  it('sends bytes with their media type', async () => {
    const reply = await send(url('/bytes'));
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    expect(reply.body).toEqual({ text: '%PDF' });
  });

  it('answers HEAD without content', async () => {
    const reply = await fetch(url('/items/best'), { method: 'HEAD' });
    expect([reply.status, await reply.text()]).toEqual([200, '']);
  });

  it('tells the handler when the client has gone, and that is no error', async () => {
    const controller = new AbortController();
    const waiting = fetch(url('/patient'), { signal: controller.signal }).catch(() => 'gone');
    await started;
    controller.abort();
    await aborted;
    expect(await waiting).toBe('gone');
    await send(url('/items/best'));
    expect(app.lines.filter((line) => line.route === '/api/v1/patient')).toMatchObject([{ status: 499 }]);
    expect(app.lines.filter((line) => line.err && JSON.stringify(line).includes('went away'))).toEqual([]);
  });
});
