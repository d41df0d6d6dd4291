import { randomUUID } from 'node:crypto';
import { createAccountDeletions } from '../../../../bff/features/account/account-deletions';
import { createDeletionRuns } from '../../../../bff/features/account/carry-out-deletions';
import { createLogger } from '../../../../bff/http/logging';
import { createRevocations } from '../../../../bff/http/sessions/revocations';
import { createSessionStore } from '../../../../bff/http/sessions/session-store';
import { createUpstream } from '../../../../bff/http/create-upstream';
import { createMembers } from '../../../../bff/upstream/club/members';
import { createCore } from '../../../../bff/upstream/core/client';
import { findBreaches } from '../../../../bff/systems/club/invariants';
import { demoOperators } from '../../../../bff/systems/demo-people';
import { startStack, type Stack } from '../../../support/stack';
import { createBetween, type Between } from '../between';
import { anonymous, signIn, type Caller } from '../caller';

jest.setTimeout(90_000);

const MEMBER = '13800000001';
const OTHER = '13800000003';
const CLERK = '13900000001';

interface AccessRecord {
  at: string;
  action: string;
  fields: string[];
  viewer: { role: string; nameMasked: string | null; place: string | null };
}

let stack: Stack;
let club: Between;
let core: Between;

beforeAll(async () => {
  club = await createBetween();
  core = await createBetween();
  stack = await startStack({
    seeded: true,
    systemUrls: (urls) => ({ ...urls, club: club.inFrontOf(urls.club), core: core.inFrontOf(urls.core) }),
  });
});
/** The tests ask for more codes in a minute than people do. */
beforeEach(() => stack.pool.query('delete from rate_limits'));
afterEach(() => {
  club.heal();
  core.heal();
});
afterAll(async () => {
  await stack.stop();
  await club.close();
  await core.close();
});

async function stepUpCode(caller: Caller, phone: string): Promise<string> {
  const { status, body } = await caller.send('POST', '/me/step-ups', { key: null });
  expect([status, body.phoneMasked]).toEqual([202, `${phone.slice(0, 3)}****${phone.slice(-4)}`]);
  return stack.latestCode(phone);
}

const recordsOf = async (caller: Caller) =>
  (await caller.get<{ items: AccessRecord[]; nextCursor: string | null }>('/me/access-records')).body;

describe('who saw my data', () => {
  it('names the clerk’s shop, when and what, before the clerk has seen it', async () => {
    const member = await signIn(stack, MEMBER);
    const clerk = await signIn(stack, CLERK);
    const { body } = await member.get<{ items: { id: string; code: string | null }[] }>(
      '/vouchers?state=active',
    );
    const before = (await recordsOf(member)).items.length;
    for (const { id } of body.items) {
      const shown = await member.post<{ qr: string }>(`/vouchers/${id}/presentations`, undefined, null);
      const looked = await clerk.post('/merchant/lookups', { code: shown.body.qr }, null);
      expect(JSON.stringify(looked.body)).not.toContain('mem_demo_0001');
      if (looked.status === 200) break;
    }
    const { items } = await recordsOf(member);
    expect(items).toHaveLength(before + 1);
    const seen = items.find(({ action }) => action === 'voucherLookup');
    expect(seen?.viewer).toEqual({
      role: 'clerk',
      nameMasked: null,
      place: expect.stringMatching(/./),
    });
    expect(seen?.fields).toEqual(expect.arrayContaining(['voucher', 'name']));
  });

  it('names the surveyor who has called about a claim', async () => {
    const { items } = await recordsOf(await signIn(stack, MEMBER));
    const survey = items.find(({ action }) => action === 'claimContacted');
    expect(survey).toMatchObject({
      viewer: { role: 'surveyor', nameMasked: expect.stringMatching(/^.\*$/) },
    });
    expect(
      (await recordsOf(await signIn(stack, MEMBER))).items.filter(
        ({ action }) => action === 'claimContacted',
      ),
    ).toHaveLength(items.filter(({ action }) => action === 'claimContacted').length);
  });

  it('names the operator of a review: one look at a list an hour, every look at the case, the decision', async () => {
    const phone = '13900060001';
    const member = await signIn(stack, phone);
    const asked = await member.post<{ review: { id: string } }>('/me/identity', {
      name: '周正',
      idNumber: '440524188001010014',
    });
    const { id } = asked.body.review;
    const nobody = anonymous(stack);
    const operatorPhone = demoOperators[0].phone;
    await nobody.post('/ops/auth/sms-codes', { phone: operatorPhone });
    const session = await nobody.post<{ accessToken: string }>('/ops/auth/sms-sessions', {
      phone: operatorPhone,
      code: await stack.latestCode(operatorPhone),
    });
    const operator = anonymous(stack, session.body.accessToken);
    await operator.get('/ops/identity-reviews?state=open');
    await operator.get('/ops/identity-reviews?state=open');
    await operator.get(`/ops/identity-reviews/${id}`);
    await operator.get(`/ops/identity-reviews/${id}`);
    await operator.post(`/ops/identity-reviews/${id}/decision`, { decision: 'refused', reason: '看不清' });
    const { items } = await recordsOf(member);
    expect(items.map(({ action }) => action).sort()).toEqual([
      'reviewDecided',
      'reviewListed',
      'reviewOpened',
      'reviewOpened',
    ]);
    expect(items[0]?.viewer).toEqual({ role: 'operator', nameMasked: '何*', place: '客户信息岗' });
  });

  it('says when the claims system could not be asked, instead of that nobody looked', async () => {
    const newcomer = await signIn(stack, '13900060010');
    core.break('away');
    const { body } = await newcomer.get<{ items: AccessRecord[]; incomplete?: boolean }>(
      '/me/access-records',
    );
    expect(body).toEqual({ items: [], nextCursor: null, incomplete: true });
    core.heal();
  });

  it('cannot be edited or deleted, and nobody reads another’s', async () => {
    await expect(stack.pool.query(`update access_records set place = 'x'`)).rejects.toThrow(/append-only/);
    await expect(stack.pool.query('delete from access_records')).rejects.toThrow(/append-only/);
    const stranger = await signIn(stack, '13900060009');
    expect((await recordsOf(stranger)).items).toEqual([]);
    expect((await anonymous(stack).get('/me/access-records')).status).toBe(401);
  });
});

describe('receipts of consents', () => {
  it('keep the words, the control and the build', async () => {
    const member = await signIn(stack, OTHER);
    const body = {
      purpose: 'location',
      documentVersion: '2026-11-01',
      granted: true,
      wording: '用位置填写出险地点',
      how: 'sheet',
    };
    const answer = await member.send('POST', '/me/consents', { body, headers: { 'X-Client': 'web' } });
    expect(answer.body).toMatchObject({ ...body, client: 'web' });
    const { body: list } = await member.get<{ items: object[] }>('/me/consents');
    expect(list.items[0]).toMatchObject({ wording: body.wording, how: 'sheet', client: 'web' });
  });
});

describe('a copy of my data', () => {
  it('needs a fresh code of its own kind', async () => {
    const member = await signIn(stack, MEMBER);
    const nobody = anonymous(stack);
    await nobody.post('/auth/sms-codes', { phone: MEMBER });
    const loginCode = await stack.latestCode(MEMBER);
    const crossed = await member.post('/me/exports', { code: loginCode });
    expect([crossed.status, crossed.body.code]).toEqual([422, 'SMS_CODE_WRONG']);
    const code = await stepUpCode(member, MEMBER);
    expect((await nobody.post('/auth/sms-sessions', { phone: MEMBER, code })).body.code).toBe(
      'SMS_CODE_WRONG',
    );
    expect((await member.post('/me/exports', { code })).status).toBe(201);
    expect((await member.post('/me/exports', { code })).status).toBe(422);
  });

  it('holds what server, club and core know, as JSON and as PDF, for the session that asked', async () => {
    const member = await signIn(stack, MEMBER);
    const key = randomUUID();
    const body = { code: await stepUpCode(member, MEMBER) };
    const made = await member.post<{ id: string; madeAt: string; expiresAt: string }>(
      '/me/exports',
      body,
      key,
    );
    expect(made.status).toBe(201);
    const again = await member.post('/me/exports', body, key);
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([made.body, 'true']);
    expect(Date.parse(made.body.expiresAt) - Date.parse(made.body.madeAt)).toBe(24 * 3600 * 1000);

    const json = await member.get<{
      account: { phone: string; name: string; idNumber: string; vehicles: object[] };
      policies: object[];
      claims: object[];
      vouchers: object[];
      pointsEntries: object[];
      consents: object[];
      accessRecords: object[];
      sessions: object[];
    }>(`/me/exports/${made.body.id}/content?format=json`);
    expect(json.headers.get('content-disposition')).toMatch(
      /attachment; filename="my-data-\d{4}-\d\d-\d\d\.json"/,
    );
    expect(json.body.account).toMatchObject({ phone: MEMBER, name: expect.stringMatching(/^张/) });
    expect(json.body.account.idNumber).toMatch(/^\d{17}[\dX]$/);
    for (const part of [
      'policies',
      'claims',
      'vouchers',
      'pointsEntries',
      'accessRecords',
      'sessions',
    ] as const) {
      expect([part, json.body[part].length > 0]).toEqual([part, true]);
    }
    const pdf = await member.send<string>('GET', `/me/exports/${made.body.id}/content?format=pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdf.body.startsWith('%PDF-')).toBe(true);

    const elsewhere = await signIn(stack, MEMBER);
    expect((await elsewhere.get(`/me/exports/${made.body.id}/content?format=json`)).status).toBe(404);
    expect((await elsewhere.get('/me/exports/latest')).body).toEqual({ export: null });
    const { rows } = await stack.pool.query<{ text: string }>(
      `select encode(content_sealed, 'escape') as text from data_exports`,
    );
    expect(rows.some(({ text }) => text.includes(MEMBER))).toBe(false);
    await stack.pool.query(`update data_exports set expires_at = now()`);
    expect((await member.get(`/me/exports/${made.body.id}/content?format=json`)).status).toBe(404);
  });

  it('is not half a copy while a system is away, and the code stays good', async () => {
    const member = await signIn(stack, OTHER);
    const code = await stepUpCode(member, OTHER);
    const { rows: before } = await stack.pool.query('select id from data_exports where account_id = $1', [
      member.accountId,
    ]);
    club.break('away');
    expect((await member.post('/me/exports', { code })).status).toBe(503);
    const { rows } = await stack.pool.query('select id from data_exports where account_id = $1', [
      member.accountId,
    ]);
    expect(rows).toEqual(before);
  });
});

describe('deleting the account', () => {
  const runs = () => {
    const log = createLogger({ name: 'test', level: 'silent' });
    const { pool, keys, systems } = stack;
    const connect = (name: 'club' | 'core') =>
      createUpstream({
        name,
        baseUrl: systems[name],
        serviceKey: keys.serviceKey,
        readDeadlineMs: 3000,
        writeDeadlineMs: 3000,
      });
    const revocations = createRevocations({ pool, log, lifetimeSeconds: 900 });
    return createDeletionRuns({
      pool,
      log,
      deletions: createAccountDeletions(pool),
      members: createMembers(connect('club')),
      core: createCore(connect('core')),
      sessionStore: createSessionStore({ pool, revocations, refreshTokenDays: 30 }),
    });
  };
  const weekPasses = (accountId: string) =>
    stack.pool.query(
      `update account_deletions set due_at = now() - interval '1 s', next_try_at = now() where account_id = $1 and done_at is null and cancelled_at is null`,
      [accountId],
    );

  it('says before what leaving costs, asks for a code, waits a week, tells the phone, and can be called off', async () => {
    const member = await signIn(stack, MEMBER);
    const { body: before } = await member.get<Record<string, unknown>>('/me/deletion');
    expect(before).toMatchObject({
      deletion: null,
      waitDays: 7,
      openClaims: expect.any(Number),
      points: expect.any(Number),
    });
    expect((before as { vouchers: number }).vouchers).toBeGreaterThan(0);
    const wrong = await member.post('/me/deletion', { code: '000000' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'SMS_CODE_WRONG']);
    const asked = await member.post<{ requestedAt: string; dueAt: string }>('/me/deletion', {
      code: await stepUpCode(member, MEMBER),
    });
    expect(asked.status).toBe(201);
    expect(Date.parse(asked.body.dueAt) - Date.parse(asked.body.requestedAt)).toBe(7 * 86_400_000);
    expect((await stack.inbox(MEMBER))[0]?.text).toMatch(/注销.*撤回/);
    expect(await runs().once()).toBe(0);
    expect((await member.get('/me')).status).toBe(200);
    expect((await member.send('DELETE', '/me/deletion', { key: null })).status).toBe(204);
    expect((await member.get<{ deletion: null }>('/me/deletion')).body.deletion).toBeNull();
  });

  it('is carried out: sessions end, what names the person goes, and the phone starts anew', async () => {
    const phone = OTHER;
    const member = await signIn(stack, phone);
    const old = member.accountId;
    const clubPool = stack.database.pool('club');
    await member.post('/me/deletion', { code: await stepUpCode(member, phone) });
    await weekPasses(old);
    expect((await member.send('DELETE', '/me/deletion', { key: null })).body.code).toBe('DELETION_UNDER_WAY');
    expect(await runs().once()).toBe(1);
    expect(await runs().once()).toBe(0);

    const { rows } = await clubPool.query<Record<string, unknown>>(
      'select phone_sealed, phone_index, name_sealed, id_number_sealed, id_number_index, level from members where id = $1',
      [old],
    );
    expect(rows).toEqual([
      {
        phone_sealed: null,
        phone_index: null,
        name_sealed: null,
        id_number_sealed: null,
        id_number_index: null,
        level: 'basic',
      },
    ]);
    const usable = await clubPool.query(
      `select id from vouchers where member_id = $1 and state in ('active', 'reserved')`,
      [old],
    );
    expect(usable.rows).toEqual([]);
    expect(await findBreaches(clubPool)).toEqual([]);
    const left = await stack.pool.query(
      `select 1 from sessions where account_id = $1 and ended_at is null
       union all select 1 from last_known where subject = $1 union all select 1 from data_exports where account_id = $1`,
      [old],
    );
    expect(left.rows).toEqual([]);
    const links = await stack.database
      .pool('core')
      .query('select 1 from identity_links where subject = $1', [old]);
    expect(links.rows).toEqual([]);

    const anew = await signIn(stack, phone);
    expect(anew.accountId).not.toBe(old);
    expect((await anew.get('/me')).body).toMatchObject({
      nameMasked: null,
      identityVerified: false,
      level: 'basic',
    });
    expect((await anew.get<{ items: object[] }>('/policies')).body.items).toEqual([]);
    expect((await anew.get<{ items: object[] }>('/vehicles')).body.items).toEqual([]);
  });

  it('is tried again when a system was away', async () => {
    const phone = '13900060002';
    const member = await signIn(stack, phone);
    await member.post('/me/deletion', { code: await stepUpCode(member, phone) });
    await weekPasses(member.accountId);
    const away = createDeletionRuns({
      pool: stack.pool,
      log: createLogger({ name: 'test', level: 'silent' }),
      deletions: createAccountDeletions(stack.pool),
      members: { erase: () => Promise.reject(new Error('away')) },
      core: { forgetLinks: () => Promise.resolve() },
      sessionStore: { endAllOf: () => Promise.resolve() },
    });
    expect(await away.once()).toBe(0);
    expect(await runs().once()).toBe(0);
    await weekPasses(member.accountId);
    expect(await runs().once()).toBe(1);
    expect((await member.get('/me')).status).toBe(401);
  });
});

/** What follows is tried at once; on a busy machine a first try may be late, and the next one comes seconds after. */
async function untilNothingFollows(): Promise<void> {
  for (const endsAt = Date.now() + 40_000; Date.now() < endsAt;) {
    const { rowCount } = await stack.pool.query('select 1 from follow_ups');
    if (!rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('something still follows');
}

it('a merge by an accepted review takes everything along and ends the sessions of the one that is gone', async () => {
  const operatorPhone = demoOperators[0].phone;
  const holder = await signIn(stack, MEMBER);
  const { rows } = await stack.database
    .pool('club')
    .query<{ id: string }>('select id from members where id = $1', [holder.accountId]);
  expect(rows).toHaveLength(1);
  await holder.post('/me/consents', { purpose: 'photos', documentVersion: 'merge-test', granted: true });
  const content = await holder.post<{ id: string }>('/me/exports', {
    code: await stepUpCode(holder, MEMBER),
  });
  const { body } = await holder.get<{ account: { name: string; idNumber: string } }>(
    `/me/exports/${content.body.id}/content?format=json`,
  );
  const claimant = await signIn(stack, '13900060003');
  const asked = await claimant.post<{ review: { id: string } }>('/me/identity', body.account);
  expect(asked.status).toBe(422);
  const { name, idNumber } = body.account;
  const review = await claimant.post<{ review: { id: string } }>('/me/identity', { name, idNumber });
  const nobody = anonymous(stack);
  await nobody.post('/ops/auth/sms-codes', { phone: operatorPhone });
  const session = await nobody.post<{ accessToken: string }>('/ops/auth/sms-sessions', {
    phone: operatorPhone,
    code: await stack.latestCode(operatorPhone),
  });
  const operator = anonymous(stack, session.body.accessToken);
  const decided = await operator.post(`/ops/identity-reviews/${review.body.review.id}/decision`, {
    decision: 'accepted',
    reason: '已核对身份证',
  });
  expect(decided.status).toBe(200);
  await untilNothingFollows();
  expect((await holder.get('/me')).status).toBe(401);
  const consents = await claimant.get<{ items: { documentVersion: string }[] }>('/me/consents');
  expect(consents.body.items.some(({ documentVersion }) => documentVersion === 'merge-test')).toBe(true);
  expect((await claimant.get<{ items: object[] }>('/claims')).body.items.length).toBeGreaterThan(0);
});
