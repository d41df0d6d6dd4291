import axios from 'axios';
import { startStack, type Stack } from '../../../support/stack';
import { anonymous, signIn, type Caller } from '../caller';

jest.setTimeout(60_000);

interface Session {
  accessToken: string;
  refreshToken: string;
  account: { id: string; phoneMasked: string | null; nameMasked: string | null; identityVerified: boolean };
}

let stack: Stack;
let nobody: Caller;
beforeAll(async () => {
  stack = await startStack({ seeded: true });
  nobody = anonymous(stack);
});
afterAll(() => stack.stop());

async function mint(path: 'login-codes' | 'phone-codes', body: object): Promise<string> {
  const { data } = await axios.post<{ code: string }>(`${stack.systems.wechat}/stand-in/${path}`, body);
  return data.code;
}

async function enter(device: string) {
  return nobody.post<Session>('/auth/wechat-sessions', { code: await mint('login-codes', { device }) });
}

const as = (session: Session) => anonymous(stack, session.accessToken, session.account.id);

async function bind(session: Session, phone: string) {
  return as(session).post<Session>('/auth/wechat-phone', { code: await mint('phone-codes', { phone }) });
}

describe('coming from WeChat', () => {
  it('makes an account without a phone, and finds it again', async () => {
    const first = await enter('device-1');
    expect([first.status, first.body.account.phoneMasked]).toEqual([201, null]);
    expect((await enter('device-1')).body.account.id).toBe(first.body.account.id);
    expect((await as(first.body).get('/me')).status).toBe(200);
  });

  it('lets nobody near policies or claims before a phone is proven', async () => {
    const { body } = await enter('device-2');
    for (const path of ['/policies', '/claims', '/vouchers', '/points']) {
      expect((await as(body).get(path)).body).toMatchObject({ status: 403, code: 'PHONE_REQUIRED' });
    }
  });

  it('gives the phone to the account when it is nobody’s yet', async () => {
    const { body } = await enter('device-3');
    const bound = await bind(body, '13900020003');
    expect(bound.status).toBe(201);
    expect(bound.body.account).toMatchObject({ id: body.account.id, phoneMasked: '139****0003' });
    expect((await as(bound.body).get('/vouchers')).status).toBe(200);
    expect((await as(body).get('/me')).status).toBe(401);
  });

  it('merges into the member who has the phone, with consents, and ends the sessions of the other', async () => {
    const { body } = await enter('device-4');
    const choice = { purpose: 'privacy', documentVersion: '2026-01', granted: true };
    await as(body).post('/me/consents', choice);
    const bound = await bind(body, '13800000003');
    expect(bound.body.account).toMatchObject({
      id: 'mem_demo_0003',
      nameMasked: '王*',
      identityVerified: true,
    });
    expect((await as(body).get('/me')).status).toBe(401);
    expect((await nobody.post('/auth/tokens', { refreshToken: body.refreshToken })).status).toBe(401);
    const consents = await as(bound.body).get<{ items: object[] }>('/me/consents');
    expect(consents.body.items).toEqual(expect.arrayContaining([expect.objectContaining(choice)]));
    expect((await enter('device-4')).body.account.id).toBe('mem_demo_0003');
  });

  it('refuses a second phone', async () => {
    const { body } = await enter('device-5');
    const bound = await bind(body, '13900020005');
    const again = await bind(bound.body, '13900020006');
    expect(again.body).toMatchObject({ status: 409, code: 'PHONE_ALREADY_BOUND' });
  });

  it('asks for a signed-in account', async () => {
    const answer = await nobody.post('/auth/wechat-phone', { code: 'x' });
    expect([answer.status, answer.body.code]).toEqual([401, 'SIGN_IN_REQUIRED']);
  });

  it('never shows a session_key or an openid', async () => {
    const answer = await enter('device-6');
    expect(JSON.stringify(answer.body)).not.toMatch(/session_key|openid|unionid/);
    const claims = Buffer.from(answer.body.accessToken.split('.')[1] ?? '', 'base64url').toString();
    expect(claims).not.toMatch(/openid|session_key/);
  });
});

describe('what WeChat refuses', () => {
  it.each([
    [40029, 422, 'WECHAT_CODE_INVALID'],
    [40163, 422, 'WECHAT_CODE_INVALID'],
    [45011, 429, 'TOO_MANY_REQUESTS'],
    [40226, 403, 'WECHAT_USER_BLOCKED'],
    [-1, 503, 'UPSTREAM_AWAY'],
    [40013, 500, 'INTERNAL'],
    [40125, 500, 'INTERNAL'],
    [99_999, 503, 'UPSTREAM_AWAY'],
  ])('errcode %i at sign-in is %i %s', async (errcode, status, code) => {
    const answer = await nobody.post('/auth/wechat-sessions', {
      code: await mint('login-codes', { device: 'device-7', errcode }),
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(JSON.stringify(answer.body)).not.toMatch(/errcode|errmsg|invalid/);
  });

  it('errcodes of the phone number mean the same', async () => {
    const { body } = await enter('device-8');
    const refused = async (errcode: number) => {
      const code = await mint('phone-codes', { phone: '13900020008', errcode });
      return (await as(body).post('/auth/wechat-phone', { code })).status;
    };
    expect([await refused(40029), await refused(45011), await refused(-1)]).toEqual([422, 429, 503]);
  });

  it('a token that WeChat replaced early is fetched again, unseen', async () => {
    const { body } = await enter('device-9');
    expect((await bind(body, '13900020009')).status).toBe(201);
    await stack.database.pool('wechat').query('delete from access_tokens');
    const other = await enter('device-10');
    expect((await bind(other.body, '13900020010')).status).toBe(201);
  });

  it('a used code is 422', async () => {
    const code = await mint('login-codes', { device: 'device-11' });
    await nobody.post('/auth/wechat-sessions', { code });
    expect((await nobody.post('/auth/wechat-sessions', { code })).status).toBe(422);
  });
});

it('a member who came by SMS is found through the phone WeChat vouches for', async () => {
  const member = await signIn(stack, '13900020012');
  const { body } = await enter('device-12');
  expect((await bind(body, '13900020012')).body.account.id).toBe(member.accountId);
});
