import axios from 'axios';
import { unverifiedMember, verifiedMember } from '../../../../bff/systems/demo-people';
import { startStack, type Stack } from '../../../support/stack';
import { anonymous, signIn } from '../caller';

jest.setTimeout(60_000);

const lines: string[] = [];
let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seeded: true, log: { write: (line) => lines.push(line) } });
});
afterAll(() => stack.stop());

/** A walk through everything that takes personal data, the refusals included. */
async function walk(): Promise<string[]> {
  const nobody = anonymous(stack);
  const { phone, name, idNumber } = unverifiedMember;
  const member = await signIn(stack, phone);
  const code = await stack.latestCode(phone);
  await nobody.post('/auth/sms-sessions', { phone, code: '000000' });
  await nobody.post('/auth/sms-sessions', { phone, code, [verifiedMember.phone]: verifiedMember.idNumber });
  await nobody.get(`/stores?name=${encodeURIComponent(name)}&phone=${phone}`);
  await nobody.get(`/${idNumber}/${phone}`);
  await member.post('/me/identity', { name, idNumber: `${idNumber.slice(0, 17)}0` });
  await member.post('/me/identity', { name, idNumber });
  const minted = await axios.post<{ code: string }>(`${stack.systems.wechat}/stand-in/login-codes`, {
    device: 'd',
  });
  const wechat = await nobody.post<{ accessToken: string }>('/auth/wechat-sessions', {
    code: minted.data.code,
  });
  return [
    phone,
    name,
    idNumber,
    verifiedMember.phone,
    verifiedMember.idNumber,
    code,
    minted.data.code,
    wechat.body.accessToken,
    stack.config.wechat.appSecret,
  ];
}

it('no phone, ID, name, code, token or secret reaches a log line', async () => {
  const secrets = await walk();
  const text = lines.join('\n');
  expect(lines.length).toBeGreaterThan(10);
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(text).not.toMatch(/1[3-9]\d{9}(?!\d)(?<!\d{12})/);
});

it('each request is one line with its id, route pattern, status and time', async () => {
  lines.length = 0;
  const answer = await anonymous(stack).get('/me');
  const line = lines
    .map((text) => JSON.parse(text) as Record<string, unknown>)
    .find(({ name, msg }) => msg === 'request' && name === 'test');
  expect(line).toMatchObject({
    requestId: answer.headers.get('x-request-id'),
    route: '/api/v1/me',
    status: 401,
    code: 'SIGN_IN_REQUIRED',
    durationMs: expect.any(Number),
  });
});
