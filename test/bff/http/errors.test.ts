import { Problem, invalidInput, notFound } from '../../../bff/http/problem';
import { defineRoute } from '../../../bff/http/route';
import {
  OutcomeUnknown,
  UpstreamAway,
  UpstreamContractBroken,
  UpstreamRefusal,
} from '../../../bff/http/upstream-errors';
import { ServiceCredentialRefused } from '../../../bff/http/upstream-answer';
import { expectProblem, open, send, startApp, type StartedApp } from './kit-app';

const LEAK = 'connect ECONNREFUSED 10.1.2.3:5432 password=hunter2';

const thrown: Record<string, () => unknown> = {
  plain: () => new Error(LEAK),
  value: () => LEAK,
  problem: () =>
    new Problem(409, 'VOUCHER_EXPIRED', '这张券已过期', { members: { expiredAt: '2026-01-01' } }),
  missing: () => notFound(),
  invalid: () => invalidInput([{ path: 'plate', code: 'CUSTOM', message: '车牌号不对' }]),
  away: () => new UpstreamAway('core', LEAK, 7),
  unknown: () => new OutcomeUnknown('club', LEAK),
  brokenRead: () => new UpstreamContractBroken('core', LEAK),
  brokenWrite: () => new UpstreamContractBroken('core', LEAK, true),
  credential: () => new ServiceCredentialRefused('core', 401),
  refusal: () =>
    new UpstreamRefusal('club', 409, {
      code: 'VOUCHER_ALREADY_REDEEMED',
      detail: '这张券已经在本店用过了',
      usedAt: '2026-11-22T14:05:00+08:00',
      store: { id: 's1', name: '西湖店' },
      stackTrace: LEAK,
      sqlState: 'x',
      instance: '/internal/7',
      errors: [
        { path: 'code', code: 'X', message: '码不对' },
        { path: 'code', code: 'Y', message: LEAK },
      ],
    }),
  foreignWords: () =>
    new UpstreamRefusal('core', 422, { code: 'X_1', detail: 'ORA-00001: unique constraint' }),
  foreignMarkup: () => new UpstreamRefusal('core', 409, { code: 'X_1', detail: '<b>失败</b>' }),
  foreignCode: () => new UpstreamRefusal('core', 409, { code: 'select * from', detail: '失败了' }),
  tooOften: () =>
    new UpstreamRefusal('club', 429, { code: 'LOCKED', detail: '错误次数太多', retryAfterSeconds: 60 }),
};

let app: StartedApp;
beforeAll(async () => {
  const routes = Object.entries(thrown).map(([name, make]) =>
    defineRoute({
      method: 'get',
      path: `/${name}`,
      summary: 's',
      tag: 't',
      access: open,
      answers: { 200: null },
      handle: () => {
        throw make();
      },
    }),
  );
  const halfway = defineRoute({
    method: 'get',
    path: '/halfway',
    summary: 's',
    tag: 't',
    access: open,
    answers: { 200: null },
    handle: ({ response }) => {
      response.write('{"half":');
      throw new Error(LEAK);
    },
  });
  app = await startApp([...routes, halfway]);
});
afterAll(() => app.close());

const get = (name: string) => send(`${app.url}/${name}`);

describe('what leaves a handler becomes exactly one problem', () => {
  it.each([
    ['plain', 500, 'INTERNAL'],
    ['value', 500, 'INTERNAL'],
    ['credential', 500, 'INTERNAL'],
    ['problem', 409, 'VOUCHER_EXPIRED'],
    ['missing', 404, 'NOT_FOUND'],
    ['invalid', 422, 'INVALID_INPUT'],
    ['away', 503, 'UPSTREAM_AWAY'],
    ['brokenRead', 503, 'UPSTREAM_AWAY'],
    ['unknown', 504, 'OUTCOME_UNKNOWN'],
    ['brokenWrite', 504, 'OUTCOME_UNKNOWN'],
    ['refusal', 409, 'VOUCHER_ALREADY_REDEEMED'],
    ['foreignWords', 422, 'X_1'],
    ['foreignMarkup', 409, 'X_1'],
    ['foreignCode', 409, 'REFUSED'],
    ['tooOften', 429, 'LOCKED'],
  ])('%s → %i %s, without a word of what lies behind', async (name, status, code) => {
    const reply = await get(name);
    expectProblem(reply, status, code);
    expect(JSON.stringify(reply.body)).not.toMatch(/ECONN|hunter2|ORA-|<b>|select/);
  });

  it('passes what a system of record says within the contract, and nothing that it adds by itself', async () => {
    const { body } = await get('refusal');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      code: 'VOUCHER_ALREADY_REDEEMED',
      detail: '这张券已经在本店用过了',
      requestId: expect.any(String),
      errors: [{ path: 'code', code: 'X', message: '码不对' }],
    });
  });

  it('keeps our own members', async () => {
    expect((await get('problem')).body).toMatchObject({ expiredAt: '2026-01-01', detail: '这张券已过期' });
  });

  it('says when to come back, spread out, in the header and in the body', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => get('away')));
    const waits = replies.map((reply) => reply.body.retryAfterSeconds as number);
    replies.forEach((reply, index) => expect(reply.headers.get('retry-after')).toBe(String(waits[index])));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(7);
    expect(Math.max(...waits)).toBeLessThanOrEqual(14);
    expect(new Set(waits).size).toBeGreaterThan(1);
    expect((await get('tooOften')).headers.get('retry-after')).toBe('60');
  });

  it('logs a fault of ours with its request id', async () => {
    const { body } = await get('plain');
    const line = app.lines.find((entry) => entry.requestId === body.requestId && entry.err);
    expect(line).toMatchObject({ level: 50, err: { type: 'Error', stack: expect.any(String) } });
  });

  it('cuts the connection when half an answer is out', async () => {
    await expect(get('halfway')).rejects.toThrow();
  });
});
