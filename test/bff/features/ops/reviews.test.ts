import { randomUUID } from 'node:crypto';
import { agent, demoOperators, unverifiedMember } from '../../../../bff/systems/demo-people';
import { startStack, type Stack } from '../../../support/stack';
import { badInputs } from '../bad-input';
import { createBetween, type Between } from '../between';
import { anonymous, signIn, type Caller } from '../caller';

jest.setTimeout(60_000);

interface OpsReview {
  id: string;
  state: string;
  nameMasked: string;
  idNumberMasked: string;
  phoneMasked: string;
  cause: string;
  decidedBy: string | null;
  reason: string | null;
}

let stack: Stack;
let core: Between;
let operator: Caller;
let colleague: Caller;
let nobody: Caller;

async function signInOperator(phone: string): Promise<Caller> {
  await nobody.post('/ops/auth/sms-codes', { phone });
  const code = await stack.latestCode(phone);
  const { status, body } = await nobody.post<{ accessToken: string; operator: { id: string } }>(
    '/ops/auth/sms-sessions',
    { phone, code },
  );
  expect(status).toBe(201);
  return anonymous(stack, body.accessToken, body.operator.id);
}

beforeAll(async () => {
  core = await createBetween();
  stack = await startStack({
    seeded: true,
    systemUrls: (urls) => ({ ...urls, core: core.inFrontOf(urls.core) }),
  });
  nobody = anonymous(stack);
  operator = await signInOperator(demoOperators[0].phone);
  colleague = await signInOperator(demoOperators[1].phone);
});
afterEach(() => core.heal());
afterAll(async () => {
  await stack.stop();
  await core.close();
});

let lastPhone = 0;
const stranger = { name: '周正', idNumber: '440524188001010014' };

/** Somebody whose identity a person must look at. */
async function openReview(): Promise<{ member: Caller; phone: string; id: string }> {
  const phone = `1390005${String((lastPhone += 1)).padStart(4, '0')}`;
  const member = await signIn(stack, phone);
  const { body } = await member.post<{ review: { id: string } }>('/me/identity', stranger);
  return { member, phone, id: body.review.id };
}

const decide = (by: Caller, id: string, body: object, key?: string | null) =>
  by.post<OpsReview & { code?: string }>(`/ops/identity-reviews/${id}/decision`, body, key);
const refusal = { decision: 'refused', reason: '身份证照片看不清，请到网点办理' };
const acceptance = { decision: 'accepted', reason: '已核对身份证和行驶证' };

describe('the operators’ door', () => {
  it('opens with an own code: a member’s code is worth nothing here, and the other way round', async () => {
    const phone = demoOperators[1].phone;
    await nobody.post('/auth/sms-codes', { phone });
    const code = await stack.latestCode(phone);
    const crossed = await nobody.post('/ops/auth/sms-sessions', { phone, code });
    expect([crossed.status, crossed.body.code]).toEqual([422, 'SMS_CODE_WRONG']);
  });

  it('stays shut for members, clerks and owners, who learn no more than a wrong code', async () => {
    for (const phone of ['13800000001', '13900000001', '13900000002']) {
      await nobody.post('/ops/auth/sms-codes', { phone });
      const code = await stack.latestCode(phone);
      const answer = await nobody.post('/ops/auth/sms-sessions', { phone, code });
      expect([answer.status, answer.body.code]).toEqual([422, 'SMS_CODE_WRONG']);
    }
  });

  it('has a token of its own kind', async () => {
    const member = await signIn(stack, '13800000001');
    expect((await member.get('/ops/identity-reviews')).status).toBe(401);
    expect((await operator.get('/me')).status).toBe(401);
    expect((await operator.get('/home')).status).toBe(401);
    expect((await nobody.get('/ops/identity-reviews')).status).toBe(401);
  });

  it('closes with signing out', async () => {
    const leaving = await signInOperator(demoOperators[1].phone);
    expect((await leaving.send('DELETE', '/ops/auth/session', { key: null })).status).toBe(204);
    expect((await leaving.get('/ops/identity-reviews')).status).toBe(401);
    expect((await colleague.get('/ops/identity-reviews')).status).toBe(200);
  });

  it.each(badInputs.filter(([name]) => !name.includes('request id')))(
    'refuses %s',
    async (_name, status, code, make) => {
      const route = { path: '', body: { phone: '13700000001', code: '123456' }, required: 'code' };
      const answer = await nobody.send('POST', '/ops/auth/sms-sessions', make(route));
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    },
  );
});

describe('identity reviews', () => {
  it('are listed with masked people and the reason why they came', async () => {
    const { id, phone } = await openReview();
    const { body } = await operator.get<{ items: OpsReview[] }>('/ops/identity-reviews?state=open');
    const found = body.items.find((item) => item.id === id);
    expect(found).toMatchObject({
      state: 'open',
      nameMasked: '周*',
      idNumberMasked: '440***********0014',
      phoneMasked: `139****${phone.slice(-4)}`,
      decidedBy: null,
    });
    expect(found?.cause).toMatch(/没有比对一致/);
    expect((await operator.get<OpsReview>(`/ops/identity-reviews/${id}`)).body).toEqual(found);
  });

  it('are refused with a reason that the member reads, in the app and by SMS', async () => {
    const { id, member, phone } = await openReview();
    const answer = await decide(operator, id, refusal);
    expect([answer.status, answer.body.state, answer.body.decidedBy]).toEqual([200, 'refused', '何静']);
    const { body } = await member.get('/me/identity');
    expect(body).toMatchObject({
      identityVerified: false,
      review: { state: 'refused', reason: refusal.reason },
    });
    const [message] = await stack.inbox(phone);
    expect(message?.text).toContain(refusal.reason);
  });

  it('make a member verified and link the policies when accepted, with one message', async () => {
    const member = await signIn(stack, agent.phone);
    const { name, idNumber } = unverifiedMember;
    const submitted = await member.post<{ review: { id: string } }>('/me/identity', { name, idNumber });
    const { id } = submitted.body.review;
    const key = randomUUID();
    const answer = await decide(operator, id, acceptance, key);
    expect([answer.status, answer.body.state]).toEqual([200, 'accepted']);
    const again = await decide(operator, id, acceptance, key);
    expect([again.status, again.body]).toEqual([200, answer.body]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await member.get('/me')).body).toMatchObject({ identityVerified: true, level: 'senior' });
    expect((await member.get<{ items: object[] }>('/policies')).body.items.length).toBeGreaterThan(0);
    const told = (await stack.inbox(agent.phone)).filter(({ code }) => code === undefined);
    expect(told).toHaveLength(1);
  });

  it('have one answer, of whoever was first', async () => {
    const { id } = await openReview();
    const race = await Promise.all([
      decide(operator, id, acceptance),
      decide(colleague, id, refusal),
      decide(operator, id, refusal),
    ]);
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(race.find(({ status }) => status === 409)?.body.code).toBe('REVIEW_ALREADY_DECIDED');
  });

  it('refuse a changed decision under the same request id', async () => {
    const { id } = await openReview();
    const key = randomUUID();
    await decide(operator, id, refusal, key);
    const changed = await decide(operator, id, { ...refusal, reason: '另一个理由' }, key);
    expect([changed.status, changed.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('stand while core is away: the links follow', async () => {
    const { id } = await openReview();
    core.break('away');
    expect((await decide(operator, id, acceptance)).status).toBe(200);
    const { rows } = await stack.pool.query<{ kind: string }>('select kind from follow_ups');
    expect(rows).toContainEqual({ kind: 'identityLink' });
    await stack.pool.query('delete from follow_ups');
  });

  it('do not exist when there is none of that id', async () => {
    expect((await operator.get('/ops/identity-reviews/nothing')).status).toBe(404);
    expect((await decide(operator, 'nothing', refusal)).status).toBe(404);
  });

  it.each(badInputs)('refuse %s in a decision', async (_name, status, code, make) => {
    const answer = await operator.send(
      'POST',
      '/ops/identity-reviews/any/decision',
      make({ path: '', body: refusal, required: 'reason' }),
    );
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('are nobody’s business but the operators’', async () => {
    const { id, member } = await openReview();
    expect((await member.get(`/ops/identity-reviews/${id}`)).status).toBe(401);
    expect((await decide(member, id, acceptance)).status).toBe(401);
  });
});

it('operators do not exist outside demo mode', async () => {
  const real = await startStack({
    env: {
      DEMO: '0',
      SMS_URL: 'http://127.0.0.1:9',
      WECHAT_URL: 'http://127.0.0.1:9',
      IDENTITY_URL: 'http://127.0.0.1:9',
      WECHAT_APP_ID: 'wx1',
      WECHAT_APP_SECRET: 'secret',
    },
  });
  const outside = anonymous(real);
  const answers = await Promise.all([
    outside.post('/ops/auth/sms-codes', { phone: '13700000001' }),
    outside.get('/ops/identity-reviews'),
    fetch(`${real.baseUrl}/demo`),
    fetch(`${real.baseUrl}/demo/inbox?phone=13800000001`),
  ]);
  await real.stop();
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});
