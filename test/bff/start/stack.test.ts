import axios from 'axios';
import { startStack, type Stack } from '../../support/stack';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seeded: true });
}, 60_000);
afterAll(() => stack.stop());

it('is the whole product over HTTP: a code is asked for, read in the inbox, and opens a session', async () => {
  const api = axios.create({ baseURL: `${stack.baseUrl}/api/v1` });
  expect((await api.post('/auth/sms-codes', { phone: '13800000001' })).status).toBe(202);
  const code = await stack.latestCode('13800000001');
  const { status, data } = await api.post<{ accessToken: string }>('/auth/sms-sessions', {
    phone: '13800000001',
    code,
  });
  expect(status).toBe(201);
  const me = await api.get<unknown>('/me', { headers: { Authorization: `Bearer ${data.accessToken}` } });
  expect(me.data).toMatchObject({ phoneMasked: '138****0001' });
});
