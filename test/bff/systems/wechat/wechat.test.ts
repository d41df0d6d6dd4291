import axios from 'axios';
import { startTestSystem, type TestSystem } from '../../../support/one-system';

jest.setTimeout(60_000);

let wechat: TestSystem;
beforeAll(async () => {
  wechat = await startTestSystem('wechat');
});
afterAll(() => wechat.stop());

const credentials = () => ({
  appid: wechat.deps.settings.wechat.appId,
  secret: wechat.deps.settings.wechat.appSecret,
});

async function mint(path: 'login-codes' | 'phone-codes', body: object): Promise<string> {
  const { data } = await axios.post<{ code: string }>(`${wechat.url}/stand-in/${path}`, body);
  return data.code;
}

async function exchange(query: Record<string, string>) {
  const params = { ...credentials(), grant_type: 'authorization_code', ...query };
  return (await axios.get(`${wechat.url}/sns/jscode2session`, { params })).data;
}

async function accessToken(): Promise<string> {
  const params = { ...credentials(), grant_type: 'client_credential' };
  return (await axios.get(`${wechat.url}/cgi-bin/token`, { params })).data.access_token;
}

async function phoneNumber(token: string, code: string) {
  const address = `${wechat.url}/wxa/business/getuserphonenumber`;
  return (await axios.post(address, { code }, { params: { access_token: token } })).data;
}

describe('code2session', () => {
  it('answers with the fields of WeChat, and the same openid for the same phone', async () => {
    const first = await exchange({ js_code: await mint('login-codes', { device: 'phone-a' }) });
    const second = await exchange({ js_code: await mint('login-codes', { device: 'phone-a' }) });
    const other = await exchange({ js_code: await mint('login-codes', { device: 'phone-b' }) });
    expect(first).toEqual({
      openid: expect.stringMatching(/^o[\w-]{27}$/),
      unionid: expect.any(String),
      session_key: expect.any(String),
    });
    expect(second.openid).toBe(first.openid);
    expect(second.session_key).not.toBe(first.session_key);
    expect(other.openid).not.toBe(first.openid);
  });

  it('takes a code once, also from twenty at once', async () => {
    const code = await mint('login-codes', { device: 'phone-c' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => exchange({ js_code: code })));
    expect(answers.filter(({ openid }) => openid)).toHaveLength(1);
    expect(answers.filter(({ errcode }) => errcode === 40029)).toHaveLength(19);
  });

  it('takes a code for five minutes', async () => {
    const code = await mint('login-codes', { device: 'phone-d' });
    await wechat.pool.query(`update login_codes set expires_at = now() where used_at is null`);
    expect(await exchange({ js_code: code })).toMatchObject({ errcode: 40029 });
  });

  it.each([
    ['another appid', { appid: 'wx-other' }, 40013],
    ['a wrong secret', { secret: 'guess' }, 40125],
    ['no appid', { appid: '' }, 41002],
    ['no secret', { secret: '' }, 41004],
    ['no code', { js_code: '' }, 41008],
    ['an unknown code', { js_code: '0abc' }, 40029],
  ])('refuses %s with its errcode and status 200', async (_name, change, errcode) => {
    expect(await exchange({ js_code: 'x', ...change })).toEqual({ errcode, errmsg: expect.any(String) });
  });

  it('refuses the 101st exchange of one person within a minute', async () => {
    const user = (await exchange({ js_code: await mint('login-codes', { device: 'phone-e' }) })) as {
      openid: string;
    };
    await wechat.pool.query(
      `insert into login_codes (code_hash, openid, unionid, expires_at, used_at)
       select sha256(n::text::bytea), $1, 'u', now(), now() from generate_series(1, 99) n`,
      [user.openid],
    );
    const code = await mint('login-codes', { device: 'phone-e' });
    expect(await exchange({ js_code: code })).toMatchObject({ errcode: 45011 });
  });
});

describe('the phone number', () => {
  it('comes once for a code and an access_token', async () => {
    const token = await accessToken();
    const code = await mint('phone-codes', { phone: '+86 138 0000 0456' });
    const answer = await phoneNumber(token, code);
    expect(answer).toMatchObject({
      errcode: 0,
      phone_info: { purePhoneNumber: '13800000456', countryCode: '86' },
    });
    expect(answer.phone_info.watermark.appid).toBe(credentials().appid);
    expect(await phoneNumber(token, code)).toMatchObject({ errcode: 40029 });
  });

  it('needs an access_token that WeChat gave', async () => {
    const code = await mint('phone-codes', { phone: '13800000456' });
    expect(await phoneNumber('made-up', code)).toMatchObject({ errcode: 40001 });
    expect(await phoneNumber('', code)).toMatchObject({ errcode: 41001 });
  });

  it('is kept sealed', async () => {
    await mint('phone-codes', { phone: '13800000457' });
    const { rows } = await wechat.pool.query('select * from phone_codes');
    expect(JSON.stringify(rows.map((row) => Object.values(row).map(String)))).not.toContain('13800000457');
  });
});
