import { startStack, type Stack } from '../../../support/stack';
import { badInputs } from '../bad-input';
import { createBetween, type Between } from '../between';
import { anonymous, signIn, type Caller } from '../caller';

jest.setTimeout(60_000);

interface Consent {
  id: string;
  purpose: string;
  documentVersion: string;
  granted: boolean;
  at: string;
}
interface ConsentList {
  items: Consent[];
  nextCursor: string | null;
}

let club: Between;
let stack: Stack;
let member: Caller;
beforeAll(async () => {
  club = await createBetween();
  stack = await startStack({
    seeded: true,
    systemUrls: (urls) => ({ ...urls, club: club.inFrontOf(urls.club) }),
  });
  member = await signIn(stack, '13800000001');
});
afterEach(() => club.heal());
afterAll(async () => {
  await stack.stop();
  await club.close();
});

const choice = { purpose: 'location', documentVersion: '2026-01', granted: true };

describe('GET /me', () => {
  it('shows a person to themselves, masked', async () => {
    const { status, body, headers } = await member.get('/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'mem_demo_0001',
      phoneMasked: '138****0001',
      nameMasked: '张*',
      identityVerified: true,
      level: 'senior',
      roles: ['member'],
      stores: [],
      preferences: { theme: 'system', elder: false },
      asOf: expect.stringMatching(/\+08:00$/),
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toBeTruthy();
  });

  it('shows a clerk the shops of the one merchant', async () => {
    const clerk = await signIn(stack, '13900000001');
    const { body } = await clerk.get<{ roles: string[]; stores: { merchantName: string }[] }>('/me');
    expect(body.roles).toEqual(['member', 'clerk']);
    expect(new Set(body.stores.map(({ merchantName }) => merchantName)).size).toBe(1);
    const owner = await signIn(stack, '13900000002');
    expect((await owner.get<{ roles: string[] }>('/me')).body.roles).toContain('merchantOwner');
  });

  it('tells what it last knew while the club is away, with its age', async () => {
    await member.get('/me');
    club.break('away');
    const { status, body } = await member.get('/me');
    expect([status, body.stale, body.nameMasked]).toEqual([200, true, '张*']);
  });
});

describe('renewing while the club is away', () => {
  it('keeps the person signed in', async () => {
    const phone = '13900030001';
    const nobody = anonymous(stack);
    await nobody.post('/auth/sms-codes', { phone });
    const code = await stack.latestCode(phone);
    const { body } = await nobody.post<{ refreshToken: string }>('/auth/sms-sessions', { phone, code });
    club.break('away');
    const renewed = await nobody.post('/auth/tokens', { refreshToken: body.refreshToken });
    expect(renewed.status).toBe(201);
  });

  it('does not spend a code that could not be used', async () => {
    const phone = '13900030002';
    const nobody = anonymous(stack);
    await nobody.post('/auth/sms-codes', { phone });
    const code = await stack.latestCode(phone);
    club.break('away');
    const away = await nobody.post('/auth/sms-sessions', { phone, code });
    expect([away.status, away.body.code]).toEqual([503, 'UPSTREAM_AWAY']);
    club.heal();
    expect((await nobody.post('/auth/sms-sessions', { phone, code })).status).toBe(201);
  });
});

describe('PATCH /me/preferences', () => {
  it('keeps what was chosen, also when sent twice', async () => {
    const elder = await signIn(stack, '13800000003');
    const patch = () =>
      elder.send('PATCH', '/me/preferences', { body: { elder: false, theme: 'dark' }, key: null });
    const [one, two] = [await patch(), await patch()];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect((await elder.get('/me')).body.preferences).toEqual({ theme: 'dark', elder: false });
  });

  it.each([
    ['another theme', { theme: 'pink' }],
    ['a word for a switch', { elder: 'yes' }],
    ['a role', { elder: true, role: 'operator' }],
    ['points', { points: 100_000 }],
  ])('refuses %s', async (_name, body) => {
    const answer = await member.send('PATCH', '/me/preferences', { body, key: null });
    expect([answer.status, answer.body.code]).toEqual([422, 'INVALID_INPUT']);
  });
});

describe('consents', () => {
  it('are answered with a receipt and listed newest first', async () => {
    const person = await signIn(stack, '13900030003');
    const given = await person.post<Consent>('/me/consents', choice);
    const taken = await person.post<Consent>('/me/consents', { ...choice, granted: false });
    expect([given.status, taken.status]).toEqual([201, 201]);
    expect(given.body).toMatchObject({
      ...choice,
      id: expect.any(String),
      at: expect.stringMatching(/\+08:00$/),
    });
    const { body } = await person.get<ConsentList>('/me/consents');
    expect(body).toEqual({ items: [taken.body, given.body], nextCursor: null });
  });

  it('are one record for one request, also from twenty at once', async () => {
    const person = await signIn(stack, '13900030004');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => person.post<Consent>('/me/consents', choice, 'consent-once-1')),
    );
    const again = await person.post<Consent>('/me/consents', choice, 'consent-once-1');
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const ids = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(new Set([...ids, again.body.id]).size).toBe(1);
    expect((await person.get<ConsentList>('/me/consents')).body.items).toHaveLength(1);
    const changed = await person.post('/me/consents', { ...choice, granted: false }, 'consent-once-1');
    expect([changed.status, changed.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('are the person’s own: the same request id of another is another request', async () => {
    const [one, two] = [await signIn(stack, '13900030005'), await signIn(stack, '13900030006')];
    const mine = await one.post<Consent>('/me/consents', choice, 'consent-shared');
    const theirs = await two.post<Consent>('/me/consents', choice, 'consent-shared');
    expect(theirs.headers.get('idempotent-replayed')).toBeNull();
    expect(theirs.body.id).not.toBe(mine.body.id);
    expect((await two.get<ConsentList>('/me/consents')).body.items.map(({ id }) => id)).toEqual([
      theirs.body.id,
    ]);
  });

  it('come page by page', async () => {
    const person = await signIn(stack, '13900030007');
    for (let n = 0; n < 5; n += 1)
      await person.post('/me/consents', { ...choice, documentVersion: `v${String(n)}` });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: ConsentList } = await person.get(
        `/me/consents?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.body.items.map(({ documentVersion }) => documentVersion));
      cursor = page.body.nextCursor;
    }
    expect(seen).toEqual(['v4', 'v3', 'v2', 'v1', 'v0']);
    expect((await person.get('/me/consents?cursor=nonsense')).status).toBe(422);
  });

  it('cannot be edited or deleted, whoever tries', async () => {
    await member.post('/me/consents', choice);
    await expect(stack.pool.query('update consents set granted = true')).rejects.toThrow(/append-only/);
    await expect(stack.pool.query('delete from consents')).rejects.toThrow(/append-only/);
  });

  it.each(badInputs)('refuse %s', async (_name, status, code, make) => {
    const answer = await member.send(
      'POST',
      '/me/consents',
      make({ path: '', body: choice, required: 'purpose' }),
    );
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
