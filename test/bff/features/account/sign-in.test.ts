import { startStack, type Stack } from '../../../support/stack';
import { badInputs, type JsonRoute } from '../bad-input';
import { anonymous, signIn, type Caller } from '../caller';

jest.setTimeout(60_000);

interface Session {
  accessToken: string;
  accessTokenExpiresAt: string;
  refreshToken?: string;
  account: { id: string; phoneMasked: string | null; identityVerified: boolean; roles: string[] };
}

let stack: Stack;
let nobody: Caller;
beforeAll(async () => {
  stack = await startStack({ seeded: true });
  nobody = anonymous(stack);
});
afterAll(() => stack.stop());

let lastPhone = 0;
/** Every test signs in with a number of its own, so that limits and codes never meet. */
const newPhone = () => `1390001${String((lastPhone += 1)).padStart(4, '0')}`;

async function codeFor(phone: string): Promise<string> {
  expect((await nobody.post('/auth/sms-codes', { phone })).status).toBe(202);
  return stack.latestCode(phone);
}

async function enter(phone: string, headers: Record<string, string> = {}) {
  const code = await codeFor(phone);
  return nobody.send<Session>('POST', '/auth/sms-sessions', { body: { phone, code }, headers });
}

const as = (accessToken: string) => anonymous(stack, accessToken);
const renew = (refreshToken: string) => nobody.post<Session>('/auth/tokens', { refreshToken });

describe('signing in by SMS', () => {
  it('makes a member of a new number, and finds them again', async () => {
    const phone = newPhone();
    const first = await enter(phone);
    expect(first.status).toBe(201);
    expect(first.body.account).toMatchObject({
      phoneMasked: `139****${phone.slice(-4)}`,
      identityVerified: false,
      roles: ['member'],
    });
    const lifetimeMs = Date.parse(first.body.accessTokenExpiresAt) - Date.now();
    expect(lifetimeMs).toBeLessThanOrEqual(15 * 60 * 1000);
    expect((await enter(phone)).body.account.id).toBe(first.body.account.id);
  });

  it('takes +86 and spaces for the same number', async () => {
    const phone = newPhone();
    const first = await enter(phone);
    const typed = `+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
    await nobody.post('/auth/sms-codes', { phone: typed });
    const code = await stack.latestCode(phone);
    const again = await nobody.post<Session>('/auth/sms-sessions', { phone: typed, code });
    expect(again.body.account.id).toBe(first.body.account.id);
  });

  it('answers alike for a member and a stranger', async () => {
    const [member, stranger] = await Promise.all([
      nobody.post('/auth/sms-codes', { phone: '13800000003' }),
      nobody.post('/auth/sms-codes', { phone: newPhone() }),
    ]);
    expect([member.status, member.body]).toEqual([stranger.status, stranger.body]);
  });

  it('takes a code once', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    const both = await Promise.all([1, 2].map(() => nobody.post('/auth/sms-sessions', { phone, code })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const third = await nobody.post('/auth/sms-sessions', { phone, code });
    expect([third.status, third.body.code]).toEqual([422, 'SMS_CODE_WRONG']);
  });

  it('takes a code for five minutes, and the newest only', async () => {
    const phone = newPhone();
    const old = await codeFor(phone);
    const newest = await codeFor(phone);
    if (old !== newest)
      expect((await nobody.post('/auth/sms-sessions', { phone, code: old })).status).toBe(422);
    await stack.pool.query('update sms_codes set expires_at = now()');
    expect((await nobody.post('/auth/sms-sessions', { phone, code: newest })).status).toBe(422);
  });

  it('judges five of a hundred guesses at once, and not even the right code after them', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    const guesses = Array.from({ length: 100 }, (_, n) =>
      String((Number(code) + 1 + n) % 1_000_000).padStart(6, '0'),
    );
    const answers = await Promise.all(
      guesses.map((guess) => nobody.post('/auth/sms-sessions', { phone, code: guess })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(0);
    const { rows } = await stack.pool.query<{ tries_left: number }>(
      'select tries_left from sms_codes where used_at is null and tries_left = 0',
    );
    expect(rows).toHaveLength(1);
    expect((await nobody.post('/auth/sms-sessions', { phone, code })).status).not.toBe(201);
  });

  it('keeps the code as a hash and nowhere else', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    const { rows } = await stack.pool.query('select * from sms_codes');
    const everything = JSON.stringify(rows.map((row) => Object.values(row).map(String)));
    expect(everything).not.toContain(code);
    expect(everything).not.toContain(phone);
  });

  it('sends no more messages to one number than its limit', async () => {
    const phone = newPhone();
    const answers = [];
    for (let n = 0; n < 12; n += 1) answers.push(await nobody.post('/auth/sms-codes', { phone }));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(7);
    expect(refused[0]?.body).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfterSeconds: expect.any(Number),
    });
    expect(refused[0]?.headers.get('retry-after')).toBeTruthy();
    expect((await stack.inbox(phone)).length).toBe(12 - refused.length);
  });

  it('names what is wrong in Chinese', async () => {
    const answer = await nobody.post<{ errors: { path: string; message: string }[] }>('/auth/sms-sessions', {
      phone: '12345',
      code: 'abc',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ path }) => path)).toEqual(['phone', 'code']);
    for (const { message } of answer.body.errors) expect(message).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('bad input before signing in', () => {
  const routes: JsonRoute[] = [
    { path: '/auth/sms-codes', body: { phone: '13900019999' }, required: 'phone' },
    { path: '/auth/sms-sessions', body: { phone: '13900019999', code: '123456' }, required: 'code' },
    { path: '/auth/wechat-sessions', body: { code: 'x' }, required: 'code' },
  ];
  const withoutKeys = badInputs.filter(([name]) => !name.includes('request id'));
  describe.each(routes)('$path', (route) => {
    it.each(withoutKeys)('refuses %s', async (_name, status, code, make) => {
      const answer = await nobody.send('POST', route.path, make(route));
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
    });
  });
});

describe('the session', () => {
  it('is renewed, and its predecessor forgiven once for a lost answer', async () => {
    const { body } = await enter(newPhone());
    const second = await renew(body.refreshToken ?? '');
    expect([second.status, second.body.account.id]).toEqual([201, body.account.id]);
    expect(second.body.refreshToken).not.toBe(body.refreshToken);
    expect((await renew(body.refreshToken ?? '')).status).toBe(201);
  });

  it('ends for thief and owner alike when a spent token comes back', async () => {
    const { body } = await enter(newPhone());
    const second = await renew(body.refreshToken ?? '');
    const third = await renew(second.body.refreshToken ?? '');
    const theft = await renew(body.refreshToken ?? '');
    expect([theft.status, theft.body]).toMatchObject([401, { code: 'SESSION_ENDED' }]);
    expect((await renew(third.body.refreshToken ?? '')).status).toBe(401);
    expect((await as(third.body.accessToken).get('/me')).status).toBe(401);
  });

  it('ends with signing out, for every token at once', async () => {
    const { body } = await enter(newPhone());
    const me = as(body.accessToken);
    expect((await me.get('/me')).status).toBe(200);
    expect((await me.send('DELETE', '/auth/session', { key: null })).status).toBe(204);
    expect((await me.get('/me')).status).toBe(401);
    expect((await renew(body.refreshToken ?? '')).status).toBe(401);
    expect((await me.send('DELETE', '/auth/session', { key: null })).status).toBe(401);
  });

  it('is not somebody else’s when two people take turns', async () => {
    const [one, two] = [await signIn(stack, newPhone()), await signIn(stack, newPhone())];
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => (n % 2 ? one : two).get<{ id: string }>('/me')),
    );
    answers.forEach(({ body }, n) => expect(body.id).toBe((n % 2 ? one : two).accountId));
  });

  it.each([
    ['no token', undefined],
    ['nonsense', 'a.b.c'],
    ['a refresh token', 'x'.repeat(43)],
  ])('is asked for: %s is 401 with a reason', async (_name, token) => {
    const answer = await anonymous(stack, token).get('/me');
    expect([answer.status, answer.body.code]).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(answer.headers.get('content-type')).toMatch(/problem\+json/);
  });
});

describe('the web build', () => {
  const web = { 'X-Client': 'web' };
  const cookieOf = (headers: Headers) => headers.get('set-cookie') ?? '';
  const valueOf = (cookie: string) => cookie.split(';')[0] ?? '';

  it('gets its refresh token in a cookie that no script reads, and never in the body', async () => {
    const answer = await enter(newPhone(), web);
    expect(answer.body.refreshToken).toBeUndefined();
    expect(cookieOf(answer.headers)).toMatch(
      /^refresh=[\w-]{43}; Max-Age=\d+; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/,
    );
  });

  it('renews from its own pages only', async () => {
    const { headers } = await enter(newPhone(), web);
    const Cookie = valueOf(cookieOf(headers));
    const from = (Origin?: string) =>
      nobody.send<Session>('POST', '/auth/tokens', {
        body: {},
        headers: { ...web, Cookie, ...(Origin ? { Origin } : {}) },
      });
    for (const origin of [undefined, 'https://attacker.example', 'null']) {
      expect((await from(origin)).body).toMatchObject({ status: 403, code: 'ORIGIN_REFUSED' });
    }
    const renewed = await from(stack.baseUrl);
    expect(renewed.status).toBe(201);
    expect(renewed.body.refreshToken).toBeUndefined();
    expect(valueOf(cookieOf(renewed.headers))).not.toBe(Cookie);
  });

  it('cannot be used as another kind of client, or the other way round', async () => {
    const { headers } = await enter(newPhone(), web);
    const [, inCookie = ''] = valueOf(cookieOf(headers)).split('=');
    expect((await renew(inCookie)).status).toBe(401);
    const { body } = await enter(newPhone());
    const smuggled = await nobody.send('POST', '/auth/tokens', {
      body: {},
      headers: { ...web, Origin: stack.baseUrl, Cookie: `refresh=${body.refreshToken ?? ''}` },
    });
    expect(smuggled.status).toBe(401);
  });

  it('signs out by its cookie alone, which goes with it', async () => {
    const { headers, body } = await enter(newPhone(), web);
    const Cookie = valueOf(cookieOf(headers));
    const out = await nobody.send('DELETE', '/auth/session', {
      key: null,
      headers: { ...web, Cookie, Origin: stack.baseUrl },
    });
    expect(out.status).toBe(204);
    expect(cookieOf(out.headers)).toMatch(/^refresh=; Max-Age=0/);
    expect((await as(body.accessToken).get('/me')).status).toBe(401);
  });
});
