import { randomUUID } from 'node:crypto';
import { demoOperators, unverifiedMember } from '../../../../bff/systems/demo-people';
import axios from 'axios';
import { startStack, type Stack } from '../../../support/stack';
import { createBetween, type Between } from '../between';
import { anonymous, signIn, type Caller } from '../caller';

jest.setTimeout(120_000);

interface Status {
  identityVerified: boolean;
  review: { id: string; state: string; reason: string | null } | null;
  merge?: {
    ownPhoneMasked: string;
    otherPhoneMasked: string;
    ownDeletionAt?: string;
    otherDeletionAt?: string;
  };
}

const NEW_NUMBER = '13900050001';
const OLD_NUMBER = unverifiedMember.phone;
const own = { name: unverifiedMember.name, idNumber: unverifiedMember.idNumber };

let stack: Stack;
let club: Between;
let core: Between;
let old: Caller;
let fresh: Caller;

/** One person, two phones: the old one was verified long ago, the new one is handed in today. */
beforeEach(async () => {
  club = await createBetween();
  core = await createBetween();
  stack = await startStack({
    seeded: true,
    env: { CLAIM_PACE_SECONDS: '86400' },
    systemUrls: (urls) => ({ ...urls, club: club.inFrontOf(urls.club), core: core.inFrontOf(urls.core) }),
  });
  old = await signIn(stack, OLD_NUMBER);
  expect((await old.post('/me/identity', own)).status).toBe(200);
  await registerAtCarrier(NEW_NUMBER);
  fresh = await signIn(stack, NEW_NUMBER);
  expect((await fresh.post('/me/identity', own)).status).toBe(202);
});
afterEach(async () => {
  await stack.stop();
  await club.close();
  await core.close();
});

/** The carriers know both numbers as this person's. */
async function registerAtCarrier(phone: string): Promise<void> {
  const identity = stack.database.pool('identity');
  const index = stack.keys.cipher.blindIndex('identity.phone_index', phone);
  const known = stack.keys.cipher.blindIndex('identity.phone_index', OLD_NUMBER);
  await identity.query(
    `insert into person_phones (person_id, phone_index) select person_id, $1 from person_phones where phone_index = $2`,
    [index, known],
  );
}

async function report(): Promise<{ id: string }> {
  const { body } = await old.post<{ id: string }>('/claims', {
    plate: '鲁B00000',
    scenario: 'singleCar',
    injured: false,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    place: { address: '济南市' },
    driverName: '李雪梅',
    contactPhone: OLD_NUMBER,
  });
  return body;
}

const status = async (who: Caller) => (await who.get<Status>('/me/identity')).body;
const ask = (to: 'own' | 'other', who = fresh) => who.post('/me/identity/merge-codes', { to });

async function codeOn(phone: string): Promise<string> {
  const [message] = (await stack.inbox(phone)).filter(({ text }) => text.includes('合成一个'));
  return message?.code ?? '';
}

async function bothCodes(): Promise<{ code: string; otherCode: string }> {
  expect([(await ask('own')).status, (await ask('other')).status]).toEqual([202, 202]);
  return { code: await codeOn(NEW_NUMBER), otherCode: await codeOn(OLD_NUMBER) };
}

const merge = (body: object, key: string = randomUUID()) => fresh.post('/me/identity/merge', body, key);

const wrong = (code: string) => code.replace(/./g, (digit) => String((Number(digit) + 1) % 10));

const formerOf = async (who: Caller) =>
  (await who.get<{ mergedFrom?: string[] }>('/me')).body.mergedFrom ?? [];

async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  for (const endsAt = Date.now() + 30_000; Date.now() < endsAt;) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what}: waited in vain`);
}

test('both numbers confirm: one account with everything, and the other’s sessions end', async () => {
  expect((await status(fresh)).merge).toEqual({
    ownPhoneMasked: '139****0001',
    otherPhoneMasked: `${OLD_NUMBER.slice(0, 3)}****${OLD_NUMBER.slice(-4)}`,
  });
  const claim = await report();
  const key = randomUUID();
  const codes = await bothCodes();
  const answer = await merge(codes, key);
  expect([answer.status, answer.body.id, answer.body.identityVerified]).toEqual([200, fresh.accountId, true]);
  const again = await merge(codes, key);
  expect([again.status, again.headers.get('Idempotent-Replayed')]).toEqual([200, 'true']);
  expect((await merge({ ...codes, code: '000000' }, key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await status(fresh)).toMatchObject({
    identityVerified: true,
    review: { state: 'accepted', reason: expect.stringContaining('两个手机号') },
  });
  expect((await old.get('/me')).status).toBe(401);
  await until('the former account is named', async () => (await formerOf(fresh)).includes(old.accountId));
  expect((await fresh.get(`/claims/${claim.id}`)).status).toBe(200);
  const policies = await fresh.get<{ items: object[] }>('/policies');
  expect(policies.body.items.length).toBeGreaterThan(0);
});

test('a phone hears of the former account only once core has moved its claims, or a report sent again would be a second one', async () => {
  core.break('away', { method: 'POST', path: /successor/ });
  expect((await merge(await bothCodes())).status).toBe(200);
  expect(await formerOf(fresh)).toEqual([]);
  const again = await signIn(stack, NEW_NUMBER);
  expect(again.accountId).toBe(fresh.accountId);
  expect(await formerOf(again)).toEqual([]);
  core.heal();
  await until('the former account is named', async () => {
    // The pause before the next try is not what is tested.
    await stack.database.pool('bff').query('update follow_ups set due_at = now()');
    return (await formerOf(again)).includes(old.accountId);
  });
});

test('one number alone merges nothing, and a mistyped code of one leaves the other’s good', async () => {
  const codes = await bothCodes();
  const first = await merge({ ...codes, otherCode: wrong(codes.otherCode) });
  expect([first.status, first.body.code]).toEqual([422, 'OTHER_CODE_WRONG']);
  const second = await merge({ ...codes, code: wrong(codes.code) });
  expect([second.status, second.body.code]).toEqual([422, 'SMS_CODE_WRONG']);
  const swapped = await merge({ code: codes.otherCode, otherCode: codes.code });
  expect(swapped.status).toBe(422);
  expect((await status(fresh)).identityVerified).toBe(false);
  expect((await old.get('/me')).status).toBe(200);
  expect((await merge(codes)).status).toBe(200);
});

test('a deletion that waits for either account stands in the offer, and a merge carries out none of the other’s', async () => {
  const leave = async (who: Caller, phone: string) => {
    await who.post('/me/step-ups');
    const asked = await who.post<{ dueAt: string }>('/me/deletion', { code: await stack.latestCode(phone) });
    expect(asked.status).toBe(201);
    return asked.body.dueAt;
  };
  const otherDeletionAt = await leave(old, OLD_NUMBER);
  expect((await status(fresh)).merge).toMatchObject({ otherDeletionAt });
  expect((await status(fresh)).merge?.ownDeletionAt).toBeUndefined();
  const ownDeletionAt = await leave(fresh, NEW_NUMBER);
  expect((await status(fresh)).merge).toMatchObject({ ownDeletionAt, otherDeletionAt });
  expect((await fresh.send('DELETE', '/me/deletion')).status).toBe(204);
  expect((await status(fresh)).merge?.ownDeletionAt).toBeUndefined();
  expect((await merge(await bothCodes())).status).toBe(200);
  await until('the other’s deletion is called off', async () => {
    const open = 'select 1 from account_deletions where cancelled_at is null and done_at is null';
    return (await stack.pool.query(open)).rowCount === 0;
  });
});

test('five wrong tries end the other number’s code, whatever comes then', async () => {
  const codes = await bothCodes();
  for (let tries = 0; tries < 5; tries += 1) await merge({ ...codes, otherCode: wrong(codes.otherCode) });
  expect((await merge(codes)).body.code).toBe('OTHER_CODE_WRONG');
});

test('a code for signing in confirms no merge, and the other way round', async () => {
  const codes = await bothCodes();
  await anonymous(stack).post('/auth/sms-codes', { phone: OLD_NUMBER });
  const login = await stack.latestCode(OLD_NUMBER);
  if (login !== codes.otherCode) {
    expect((await merge({ ...codes, otherCode: login })).body.code).toBe('OTHER_CODE_WRONG');
    const entered = await anonymous(stack).post('/auth/sms-sessions', {
      phone: OLD_NUMBER,
      code: codes.otherCode,
    });
    expect(entered.status).toBe(422);
  }
});

test('merges of one chain in the wrong order: what waited goes to whom the account is now', async () => {
  const mint = async (path: string, body: object) =>
    (await axios.post<{ code: string }>(`${stack.systems.wechat}/stand-in/${path}`, body)).data.code;
  const session = await anonymous(stack).post<{ accessToken: string; account: { id: string } }>(
    '/auth/wechat-sessions',
    { code: await mint('login-codes', { device: 'first-of-three' }) },
  );
  const first = session.body.account.id;
  const claim = await report();
  await stack.database.pool('core').query('update claims set subject = $1 where id = $2', [first, claim.id]);
  core.break('away', { method: 'POST', path: new RegExp(`identity-links/${first}/successor`) });
  const bound = await anonymous(stack, session.body.accessToken, first).post('/auth/wechat-phone', {
    code: await mint('phone-codes', { phone: OLD_NUMBER }),
  });
  expect(bound.status).toBe(201);
  const count = async (schema: string, rest: string) =>
    (await stack.database.pool(schema).query(`select 1 from ${rest}`)).rowCount ?? 0;
  const waits = async () => (await count('bff', `follow_ups where kind = 'memberMerge'`)) > 0;
  expect(await waits()).toBe(true);
  expect((await merge(await bothCodes())).status).toBe(200);
  const untold = () => count('club', 'member_merges where told_at is null');
  await until('both merges were told', async () => (await untold()) === 0);
  core.heal();
  await stack.pool.query('update follow_ups set due_at = now()');
  await until('the first merge was carried out', async () => !(await waits()));
  expect((await fresh.get(`/claims/${claim.id}`)).status).toBe(200);
});

test('the second code cannot be looked at: the first stays good', async () => {
  const codes = await bothCodes();
  const other = stack.keys.cipher.blindIndex('bff.sms_codes.phone_index', OLD_NUMBER).toString('hex');
  await stack.pool.query(`
    create function fail_now() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
    create trigger failing before update on sms_codes for each row when (new.phone_index = '\\x${other}'::bytea) execute function fail_now()`);
  expect((await merge(codes)).status).toBe(500);
  await stack.pool.query('drop trigger failing on sms_codes');
  expect((await merge(codes)).status).toBe(200);
});

test('two at once are one merge', async () => {
  const codes = await bothCodes();
  const answers = await Promise.all([merge(codes), merge(codes), merge(codes)]);
  expect(answers.filter(({ status: code }) => code === 200)).toHaveLength(1);
  const { rowCount } = await stack.database.pool('club').query('select 1 from member_merges');
  expect(rowCount).toBe(1);
});

test('the club’s answer is lost: the same request finds it done, and the other’s sessions end', async () => {
  const codes = await bothCodes();
  const key = randomUUID();
  club.break('answerLost', { method: 'POST', path: /members\/merges/ });
  expect((await merge(codes, key)).status).toBe(504);
  club.heal();
  expect((await merge(codes, key)).status).toBe(200);
  await until('the merge was told', async () => (await old.get('/me')).status === 401);
  expect((await fresh.get<{ items: object[] }>('/policies')).body.items.length).toBeGreaterThan(0);
});

test('the first try never came through: the same request may still be asked, and its codes serve no other', async () => {
  const codes = await bothCodes();
  const key = randomUUID();
  club.break('away', { method: 'POST', path: /members\/merges/ });
  expect((await merge(codes, key)).status).toBe(504);
  expect((await merge(codes)).body.code).toBe('SMS_CODE_WRONG');
  club.heal();
  expect((await merge(codes, key)).status).toBe(200);
});

test('an operator’s merge reaches the server, also when the answer to the operator is lost', async () => {
  const ops = stack.database.pool('club');
  const { rows } = await ops.query<{ id: string }>(`select id from identity_reviews where state = 'open'`);
  const operator = await operatorIn();
  club.break('answerLost', { method: 'POST', path: /decision/ });
  const body = { decision: 'accepted', reason: '旧号码已停用，核对了身份证原件' };
  await operator.post(`/ops/identity-reviews/${rows[0]?.id ?? ''}/decision`, body);
  club.heal();
  await until('the merge was told', async () => (await old.get('/me')).status === 401);
  expect(await status(fresh)).toMatchObject({ identityVerified: true, review: { reason: body.reason } });
  expect((await merge({ code: '123456', otherCode: '123456' })).body.code).toBe('MERGE_NOT_OFFERED');
});

test('whoever has nothing to merge is refused before a message goes out', async () => {
  const stranger = await signIn(stack, '13900050009');
  expect((await ask('other', stranger)).body.code).toBe('MERGE_NOT_OFFERED');
  expect((await ask('own', old)).body.code).toBe('MERGE_NOT_OFFERED');
  expect((await fresh.post('/me/identity/merge-codes', { to: 'everyone' })).status).toBe(422);
  expect((await merge({ code: '12345', otherCode: 'abcdef' })).status).toBe(422);
});

async function operatorIn(): Promise<Caller> {
  const nobody = anonymous(stack);
  const { phone } = demoOperators[0];
  await nobody.post('/ops/auth/sms-codes', { phone });
  const session = await nobody.post<{ accessToken: string; operator: { id: string } }>(
    '/ops/auth/sms-sessions',
    { phone, code: await stack.latestCode(phone) },
  );
  return anonymous(stack, session.body.accessToken, session.body.operator.id);
}
