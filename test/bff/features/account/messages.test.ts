import axios from 'axios';
import { limitRules } from '../../../../bff/http/limit-rules';
import { startStack, type Stack } from '../../../support/stack';
import { createBetween, type Between } from '../between';
import { signIn, type Caller } from '../caller';

jest.setTimeout(90_000);

const MEMBER = '13800000001';
const TEMPLATE = 'demo-claim-progress';

let stack: Stack;
let between: Between;
let member: Caller;
beforeAll(async () => {
  between = await createBetween();
  stack = await startStack({
    seeded: true,
    env: { READ_DEADLINE_MS: '1500', CLAIM_PACE_SECONDS: '86400' },
    systemUrls: (urls) => ({ ...urls, wechat: between.inFrontOf(urls.wechat) }),
  });
  member = await signIn(stack, MEMBER);
});
afterAll(async () => {
  await stack.stop();
  await between.close();
});
afterEach(async () => {
  between.heal();
  await stack.pool.query('delete from message_acceptances');
  for (const table of ['acceptances', 'messages']) {
    await stack.database.pool('wechat').query(`delete from ${table}`);
  }
});

async function loginCode(device: string, phone = MEMBER): Promise<string> {
  const { data } = await axios.post(`${stack.systems.wechat}/stand-in/login-codes`, { device, phone });
  return data.code;
}

/** What a phone does: 允许 in WeChat's question, and a code of wx.login for us. */
async function allow(caller: Caller, device: string, key?: string) {
  await axios.post(`${stack.systems.wechat}/stand-in/acceptances`, { device, templateId: TEMPLATE });
  const body = { kind: 'claimProgress', code: await loginCode(device) };
  return caller.post<{ waiting: number }>('/me/message-acceptances', body, key);
}

async function report(caller: Caller = member): Promise<{ id: string; reportNo: string }> {
  const { body } = await caller.post<{ id: string; reportNo: string }>('/claims', {
    plate: '鲁A7K315',
    scenario: 'singleCar',
    injured: false,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    place: { address: '济南市历下区经十路 1 号' },
    driverName: '张建国',
    contactPhone: MEMBER,
  });
  return body;
}

const withdraw = (id: string) => member.post(`/claims/${id}/withdrawal`, { reason: '自己解决了' });

const told = async (channel: string) => (await stack.inbox(MEMBER)).filter((one) => one.channel === channel);

async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (const endsAt = Date.now() + 30_000; Date.now() < endsAt;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what}: waited in vain`);
}

/** Nothing is left to be told: neither at core nor in the outbox. What waits for its next try is due at once. */
async function allTold(): Promise<void> {
  await until('everything is told', async () => {
    await stack.pool.query('update follow_ups set due_at = now() where attempts > 0');
    const count = async (schema: string, table: string) =>
      (await stack.database.pool(schema).query(`select 1 from ${table}`)).rowCount;
    return (await count('core', 'claim_notices')) === 0 && (await count('bff', 'follow_ups')) === 0;
  });
}

const outcomes = async () =>
  (await stack.pool.query('select outcome from message_acceptances order by accepted_at')).rows.map(
    ({ outcome }) => outcome,
  );

test('whoever allowed it is told in WeChat once, beside the SMS, and nothing in it names anybody', async () => {
  const claim = await report();
  expect(await allow(member, 'device-a')).toMatchObject({ status: 201, body: { waiting: 1 } });
  await withdraw(claim.id);
  const [message] = await until('the message', async () => {
    const items = await told('wechat');
    return items.length > 0 && items;
  });
  await allTold();
  expect(await told('wechat')).toHaveLength(1);
  expect((await told('sms')).filter(({ text }) => text.includes('您撤回了报案'))).toHaveLength(1);
  expect(message?.text).toContain('已撤回');
  expect(message?.text).toContain(`****${claim.reportNo.slice(-4)}`);
  expect(message?.text).not.toMatch(new RegExp(`${claim.reportNo}|张|鲁A|1[3-9]\\d{9}|经十路`));
});

test('who allowed nothing hears by SMS alone', async () => {
  await withdraw((await report()).id);
  await allTold();
  expect(await told('wechat')).toEqual([]);
  expect((await told('sms'))[0]?.text).toContain('您撤回了报案');
});

test('each acceptance is one message: two for three pieces of news', async () => {
  await allow(member, 'device-b');
  expect(await allow(member, 'device-b')).toMatchObject({ body: { waiting: 2 } });
  for (let round = 0; round < 3; round += 1) await withdraw((await report()).id);
  await allTold();
  expect(await told('wechat')).toHaveLength(2);
  expect(await outcomes()).toEqual(['sent', 'sent']);
});

test('a lost answer of the server, asked again with its key, is one acceptance', async () => {
  const code = await loginCode('device-c');
  const body = { kind: 'claimProgress', code };
  const first = await member.post('/me/message-acceptances', body, 'acceptance-key-1');
  const again = await member.post('/me/message-acceptances', body, 'acceptance-key-1');
  expect([first.status, again.status, again.headers.get('Idempotent-Replayed')]).toEqual([201, 201, 'true']);
  const other = { kind: 'reviewDecided', code };
  expect((await member.post('/me/message-acceptances', other, 'acceptance-key-1')).status).toBe(422);
  expect(await outcomes()).toEqual([null]);
});

test('refused by WeChat (43101): what was written down as waiting is gone, and the SMS went', async () => {
  for (let tap = 0; tap < 2; tap += 1) await allow(member, 'device-d');
  await stack.database.pool('wechat').query('update acceptances set left_count = 0');
  await withdraw((await report()).id);
  await allTold();
  expect(await told('wechat')).toEqual([]);
  expect(await outcomes()).toEqual(['refused', 'refused']);
  expect((await told('sms'))[0]?.text).toContain('您撤回了报案');
});

test.each([1, 2])('WeChat’s answer is lost with %i waiting: one message arrives', async (taps) => {
  for (let tap = 0; tap < taps; tap += 1) await allow(member, 'device-e');
  const claim = await report();
  between.break('answerLost', { method: 'POST', path: /subscribe\/send/ });
  await withdraw(claim.id);
  await until('it was tried', async () =>
    (await stack.pool.query('select 1 from follow_ups where attempts >= 0')).rowCount ? true : undefined,
  );
  await until('it arrived', async () => (await told('wechat')).length > 0);
  between.heal();
  await allTold();
  expect(await told('wechat')).toHaveLength(1);
  expect((await outcomes()).filter((outcome) => outcome === 'sent')).toHaveLength(1);
});

test('WeChat is away: it is told later, once', async () => {
  await allow(member, 'device-f');
  between.break('away', { method: 'POST', path: /subscribe\/send/ });
  await withdraw((await report()).id);
  await until('it waits', async () => (await outcomes()).length === 1 && (await told('sms')).length > 0);
  between.heal();
  await allTold();
  expect(await told('wechat')).toHaveLength(1);
});

test('WeChat is busy (-1) and sent nothing: with two waiting it is told later, and the other one stays', async () => {
  for (let tap = 0; tap < 2; tap += 1) await allow(member, 'device-g');
  between.break('busy', { method: 'POST', path: /subscribe\/send/ });
  await withdraw((await report()).id);
  await until('it was tried', async () => between.refused() > 0);
  between.heal();
  await allTold();
  expect(await told('wechat')).toHaveLength(1);
  expect((await outcomes()).sort()).toEqual([null, 'sent']);
});

test('a wrong code, a kind that is none and an account without a phone are refused', async () => {
  const post = (body: object) => member.post('/me/message-acceptances', body);
  expect((await post({ kind: 'claimProgress', code: 'made-up' })).body.code).toBe('WECHAT_CODE_INVALID');
  expect((await post({ kind: 'lottery', code: 'x' })).status).toBe(422);
  expect((await post({ kind: 'claimProgress' })).status).toBe(422);
});

test('a program that allows without end is stopped by itself, and nobody’s signing in with it', async () => {
  const busy = await signIn(stack, '13900060009');
  const statuses: number[] = [];
  for (let take = 0; take <= limitRules.acceptancesPerHour.takes; take += 1) {
    const body = { kind: 'claimProgress', code: 'no-such-code' };
    statuses.push((await busy.post('/me/message-acceptances', body)).status);
  }
  expect(statuses.slice(0, -1)).not.toContain(429);
  expect(statuses.at(-1)).toBe(429);
  expect((await (await signIn(stack, '13900060010')).get('/me')).status).toBe(200);
});
