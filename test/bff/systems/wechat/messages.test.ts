import axios from 'axios';
import { startTestSystem, type TestSystem } from '../../../support/one-system';

jest.setTimeout(60_000);

let wechat: TestSystem;
let token: string;
beforeAll(async () => {
  wechat = await startTestSystem('wechat');
  const { appId, appSecret } = wechat.deps.settings.wechat;
  const params = { appid: appId, secret: appSecret, grant_type: 'client_credential' };
  token = (await axios.get(`${wechat.url}/cgi-bin/token`, { params })).data.access_token;
});
afterAll(() => wechat.stop());

async function openidOf(device: string, phone?: string): Promise<string> {
  const minted = await axios.post(`${wechat.url}/stand-in/login-codes`, { device, phone });
  const { appId, appSecret } = wechat.deps.settings.wechat;
  const params = {
    appid: appId,
    secret: appSecret,
    js_code: minted.data.code,
    grant_type: 'authorization_code',
  };
  return (await axios.get(`${wechat.url}/sns/jscode2session`, { params })).data.openid;
}

const accept = (device: string) =>
  axios.post(`${wechat.url}/stand-in/acceptances`, { device, templateId: 'demo-claim-progress' });

const good = {
  template_id: 'demo-claim-progress',
  page: 'features/claims/pages/case/index?id=abc',
  data: {
    character_string1: { value: '****4821' },
    phrase2: { value: '金额待确认' },
    time3: { value: '2026-11-22 14:05' },
    thing5: { value: '金额算出来了，请您看' },
  },
};

async function send(message: object, accessToken = token): Promise<number> {
  const address = `${wechat.url}/cgi-bin/message/subscribe/send`;
  const { data } = await axios.post(address, message, { params: { access_token: accessToken } });
  return data.errcode;
}

const arrived = async (phone: string) =>
  (await axios.get(`${wechat.url}/stand-in/messages`, { params: { phone } })).data.items;

test('an acceptance is worth one message, and two are worth two', async () => {
  const touser = await openidOf('phone-1', '13800000111');
  expect(await send({ touser, ...good })).toBe(43101);
  await accept('phone-1');
  await accept('phone-1');
  expect([await send({ touser, ...good }), await send({ touser, ...good })]).toEqual([0, 0]);
  expect(await send({ touser, ...good })).toBe(43101);
  const items = await arrived('13800000111');
  expect(items).toHaveLength(2);
  expect(items[0]).toMatchObject({ channel: 'wechat', page: good.page });
  expect(items[0].text).toContain('金额待确认');
});

test('twenty at once with three acceptances bring three', async () => {
  const touser = await openidOf('phone-2', '13800000222');
  for (let tap = 0; tap < 3; tap += 1) await accept('phone-2');
  const codes = await Promise.all(Array.from({ length: 20 }, () => send({ touser, ...good })));
  expect(codes.filter((code) => code === 0)).toHaveLength(3);
  expect(await arrived('13800000222')).toHaveLength(3);
});

test.each<[string, number, object]>([
  ['a receiver that is none', 40003, { touser: 'me' }],
  ['an unknown template', 40037, { template_id: 'other' }],
  ['a page that is not ours', 41030, { page: 'https://example.com' }],
  ['no page', 41030, { page: undefined }],
  ['a missing field', 47003, { data: { phrase2: good.data.phrase2 } }],
  ['a field too many', 47003, { data: { ...good.data, name4: { value: '李娜' } } }],
  ['a thing of 21 characters', 47003, { data: { ...good.data, thing5: { value: '长'.repeat(21) } } }],
  ['a phrase of 6 characters', 47003, { data: { ...good.data, phrase2: { value: '六个字的短语' } } }],
  ['a phrase with a digit', 47003, { data: { ...good.data, phrase2: { value: '第2步' } } }],
  ['an empty number', 47003, { data: { ...good.data, character_string1: { value: '' } } }],
  ['a time of another form', 47003, { data: { ...good.data, time3: { value: '昨天' } } }],
])('%s is refused with %i and uses up nothing', async (_name, errcode, change) => {
  const touser = await openidOf('phone-3');
  await accept('phone-3');
  expect(await send({ touser, ...good, ...change })).toBe(errcode);
  expect(await send({ touser, ...good })).toBe(0);
});

test('a token that WeChat did not give is 40001, none is 41001', async () => {
  const touser = await openidOf('phone-4');
  expect([await send({ touser, ...good }, 'made-up'), await send({ touser, ...good }, '')]).toEqual([
    40001, 41001,
  ]);
});
