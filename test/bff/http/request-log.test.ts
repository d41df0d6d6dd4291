import * as z from 'zod/mini';
import { createLogger, loggedError } from '../../../bff/http/logging';
import { Problem } from '../../../bff/http/problem';
import { redact } from '../../../bff/http/redaction';
import { noteAccount } from '../../../bff/http/request-frame';
import { defineRoute } from '../../../bff/http/route';
import { open, send, startApp, type StartedApp } from './kit-app';

let app: StartedApp;
beforeAll(async () => {
  const route = defineRoute({
    method: 'get',
    path: '/people/:phone',
    summary: 's',
    tag: 't',
    access: {
      ...open,
      authorise: () => {
        noteAccount('account-1');
        return undefined;
      },
    },
    params: z.strictObject({ phone: z.string() }),
    answers: { 200: null },
    handle: ({ log, params }) => {
      log.info({ note: `called ${params.phone}` }, 'handled');
      return { status: 200 };
    },
  });
  const asked = { method: 'get', path: '/v1/member-merges', summary: 's', tag: 't', access: open } as const;
  const polled = defineRoute({
    ...asked,
    query: z.strictObject({ broken: z.optional(z.string()) }),
    answers: { 200: null },
    handle: ({ query }) => {
      if (query.broken) throw new Problem(409, 'BROKEN', '坏了');
      return { status: 200 };
    },
  });
  app = await startApp([route, polled]);
});
afterAll(() => app.close());

describe('the log of a request', () => {
  it('is one line with the pattern instead of the address', async () => {
    const reply = await send(`${app.url}/people/13800000001?secret=ABC`, {
      headers: { 'x-request-id': 'my-request-1' },
    });
    expect(reply.headers.get('x-request-id')).toBe('my-request-1');
    const lines = app.lines.filter((line) => line.requestId === 'my-request-1');
    expect(lines.map((line) => line.msg)).toEqual(['handled', 'request']);
    expect(Object.keys(lines[1] ?? {}).sort()).toEqual(
      [
        'account',
        'durationMs',
        'level',
        'method',
        'msg',
        'name',
        'pid',
        'requestId',
        'route',
        'status',
        'time',
      ].sort(),
    );
    expect(lines[1]).toMatchObject({ method: 'GET', route: '/people/:phone', status: 200 });
    expect(JSON.stringify(lines)).not.toMatch(/13800000001|ABC|account-1/);
  });

  it('leaves out what a machine asks every few seconds, unless it goes wrong', async () => {
    const ask = (query: string, id: string) =>
      send(`${app.url}/v1/member-merges${query}`, { headers: { 'x-request-id': id } });
    await ask('?broken=1', 'a-polled-request-1');
    await ask('', 'a-polled-request-2');
    await send(`${app.url}/people/1`, { headers: { 'x-request-id': 'after-the-polled-1' } });
    const INFO = 30;
    const told = app.lines
      .filter(({ msg, level }) => msg === 'request' && Number(level) >= INFO)
      .map(({ requestId }) => requestId);
    expect(told).toEqual(expect.arrayContaining(['a-polled-request-1', 'after-the-polled-1']));
    expect(told).not.toContain('a-polled-request-2');
  });

  it.each(['short', 'has space', 'a'.repeat(65), '<script>'])('replaces the request id %s', async (id) => {
    const reply = await send(`${app.url}/people/x`, { headers: { 'x-request-id': id } });
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('does not repeat an unknown address', async () => {
    await send(`${app.url}/nowhere/13800000002`, { headers: { 'x-request-id': 'my-request-2' } });
    expect(app.lines.filter((line) => line.requestId === 'my-request-2')).toMatchObject([
      { route: 'unmatched', status: 404, code: 'ROUTE_NOT_FOUND' },
    ]);
  });
});

describe('the second line against personal data', () => {
  it.each([
    ['an ID number', '身份证 11010519491231002X。'],
    ['an ID number in JSON', '{"a":"330106199001011234"}'],
    ['a phone', 'tel:13800000001,'],
    ['a phone in groups', '138 0000 0001'],
    ['a phone with its country', '+8613800000001'],
    ['a VIN', 'vin=LSVAU2180N2183294;'],
    ['a plate', '车牌浙A12345。'],
    ['a plate of a new-energy car', '浙AD12345'],
    ['a plate with a dot', '浙A·12345'],
    ['a token', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-def_1'],
  ])('removes %s', (_name, text) => {
    expect(redact(text)).toMatch(/\[(id|phone|vin|plate|token)\]/);
    expect(redact(text)).not.toMatch(/110105|33010619|13800000001|0000 0001|LSVAU|12345|eyJhb/);
  });

  it.each([
    '2026-11-22T14:05:00.123Z',
    '019a0b1c-7d2e-7f30-8a41-b52c63d74e85',
    '"durationMs":1234.5',
    'VOUCHER_ALREADY_REDEEMED',
  ])('leaves %s alone', (text) => expect(redact(text)).toBe(text));

  it('works on the finished line, wherever the value came from', () => {
    const lines: string[] = [];
    const log = createLogger({ name: 'x', destination: { write: (line) => lines.push(line) } });
    log.info({ deep: { list: ['浙A12345'] } }, 'phone 13800000001');
    expect(lines.join('')).not.toMatch(/浙A12345|13800000001/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'phone [phone]' });
  });

  it('keeps the parameters of a failed query out', () => {
    const error = new Error('Failed query: insert into x values ($1)\nparams: 张三,杭州');
    Object.assign(error, { request: { headers: { authorization: 'secret' } }, code: '23505' });
    const logged = loggedError(new Error('outer', { cause: error }));
    expect(JSON.stringify(logged)).not.toMatch(/张三|secret/);
    expect(logged.cause).toMatchObject({ code: '23505', message: expect.stringContaining('insert into x') });
  });
});
