import axios from 'axios';
import { systemActor, signServiceToken } from '../../../../bff/http/service-token';
import { startTestSystem, type TestSystem } from '../../../support/one-system';

jest.setTimeout(60_000);

let sms: TestSystem;
beforeAll(async () => {
  sms = await startTestSystem('sms');
});
afterAll(() => sms.stop());

const phone = '13800000123';
const loginCode = { phone, template: 'loginCode', values: { code: '246810' } };

function send(body: unknown, key: string, token = sms.token(systemActor)) {
  return axios.post(`${sms.url}/v1/messages`, body, {
    validateStatus: null,
    headers: { Authorization: `Bearer ${token}`, ...(key ? { 'Idempotency-Key': key } : {}) },
  });
}

function inboxOf(number: string) {
  return axios.get(`${sms.url}/v1/inbox`, {
    validateStatus: null,
    params: { phone: number },
    headers: { Authorization: `Bearer ${sms.token(systemActor)}` },
  });
}

describe('the SMS gateway', () => {
  it('sends a message and shows it in the inbox, newest first', async () => {
    expect((await send(loginCode, 'key-first-1')).status).toBe(201);
    const report = { phone, template: 'claimReceived', values: { reportNo: 'DEMO-1' } };
    await send(report, 'key-first-2');
    const { data } = await inboxOf(phone);
    expect(data.items).toHaveLength(2);
    expect(data.items[0].text).toMatch(/^【示例财险】已收到您的报案，报案号 DEMO-1/);
    expect(data.items[1]).toMatchObject({ channel: 'sms', code: '246810' });
    expect(data.items[1].at).toMatch(/\+08:00$/);
  });

  it('makes one message of a repeated request and refuses another one under its id', async () => {
    const other = { ...loginCode, phone: '13800000124' };
    const first = await send(other, 'key-repeat-1');
    const again = await send(other, 'key-repeat-1');
    expect(again.data).toEqual(first.data);
    expect(again.headers['idempotent-replayed']).toBe('true');
    const changed = await send({ ...other, values: { code: '111111' } }, 'key-repeat-1');
    expect([changed.status, changed.data.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await inboxOf('13800000124')).data.items).toHaveLength(1);
  });

  it.each([
    ['a number that is none', { ...loginCode, phone: '12345' }, 422],
    ['a template with a hole', { ...loginCode, values: {} }, 422],
    ['an unknown template', { ...loginCode, template: 'lottery' }, 422],
    ['an unknown field', { ...loginCode, urgent: true }, 422],
  ])('refuses %s', async (_name, body, status) => {
    expect((await send(body, `key-bad-${String(Math.random()).slice(2)}`)).status).toBe(status);
  });

  it('asks for a request id and a service credential of its own', async () => {
    expect((await send(loginCode, '')).data.code).toBe('IDEMPOTENCY_KEY_REQUIRED');
    const forClub = signServiceToken(sms.serviceKey, { from: 'bff', to: 'club', actor: systemActor });
    expect((await send(loginCode, 'key-cred-1', forClub)).status).toBe(401);
    const member = sms.token({ subject: 'mem_1', role: 'member' });
    expect((await send(loginCode, 'key-cred-2', member)).status).toBe(403);
  });

  it('keeps neither phone nor code nor text in readable form', async () => {
    const { rows } = await sms.pool.query('select * from messages');
    const everything = JSON.stringify(rows.map((row) => Object.values(row).map(String)));
    expect(everything).not.toMatch(/13800000123|246810|报案/);
  });

  it('has no inbox outside demo mode', async () => {
    const env = {
      DEMO: '0',
      SMS_URL: 'http://127.0.0.1:9',
      WECHAT_URL: 'http://127.0.0.1:9',
      IDENTITY_URL: 'http://127.0.0.1:9',
      WECHAT_APP_ID: 'wx1',
      WECHAT_APP_SECRET: 'secret',
    };
    const real = await startTestSystem('sms', { env });
    const answer = await axios.get(`${real.url}/v1/inbox?phone=${phone}`, {
      validateStatus: null,
      headers: { Authorization: `Bearer ${real.token(systemActor)}` },
    });
    await real.stop();
    expect(answer.status).toBe(404);
  });
});
