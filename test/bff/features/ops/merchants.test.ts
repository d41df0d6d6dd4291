import { anonymous, type Caller } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

let product: MemberStack;
let operator: Caller;
beforeAll(async () => {
  product = await startMemberStack();
  const nobody = anonymous(product.stack);
  const phone = '13700000001';
  await nobody.post('/ops/auth/sms-codes', { phone });
  const code = await product.stack.latestCode(phone);
  const { body } = await nobody.post<{ accessToken: string }>('/ops/auth/sms-sessions', { phone, code });
  operator = anonymous(product.stack, body.accessToken);
});
afterAll(() => product.stop());

interface Listed {
  items: { id: string; name?: string; memberNameMasked?: string; comment?: string }[];
}

test('an operator closes what is open and follows it', async () => {
  const merchants = await operator.get<Listed>('/ops/merchants?limit=100');
  expect(merchants.body.items.map(({ name }) => name)).toContain('泉城车享家汽车服务有限公司');
  const { status, body } = await operator.post<{ run: { id: string; state: string } }>(
    '/ops/settlement-runs',
    {},
  );
  expect(status).toBe(202);
  let { run } = body;
  while (run.state === 'running')
    run = (await operator.get<typeof body>(`/ops/settlement-runs/${run.id}`)).body.run;
  expect((await operator.get<Listed>('/ops/settlements?state=disputed')).body.items).toHaveLength(1);
  const [dispute] = (await operator.get<Listed>('/ops/disputes?state=open')).body.items;
  const answer = { decision: 'refused', answer: '记录完整，不调整' };
  expect(await operator.post(`/ops/disputes/${dispute?.id ?? ''}/answer`, answer)).toMatchObject({
    status: 201,
    body: { dispute: { state: 'refused' }, settlement: { state: 'closed' } },
  });
  expect(await operator.post(`/ops/disputes/${dispute?.id ?? ''}/answer`, answer)).toMatchObject({
    status: 409,
    body: { code: 'DISPUTE_ALREADY_ANSWERED' },
  });
});

test('what a member reports is answered, and the member is told', async () => {
  const { body } = await product.member.get<{ items: { id: string }[] }>('/vouchers?state=redeemed');
  const voucherId = body.items[0]?.id ?? '';
  const reported = await product.member.post<{ report: { id: string } }>(`/vouchers/${voucherId}/reports`, {
    kind: 'notMe',
    comment: '那天我不在济南',
  });
  expect(reported.status).toBe(201);
  const tickets = await operator.get<Listed>('/ops/tickets?state=open');
  expect(tickets.body.items).toMatchObject([{ memberNameMasked: '张*', comment: '那天我不在济南' }]);
  const alarms = await operator.get<Listed>('/ops/alarms?kind=notMe');
  expect((await operator.send('PUT', `/ops/alarms/${alarms.body.items[0]?.id ?? ''}/seen`)).status).toBe(200);
  const path = `/ops/tickets/${reported.body.report.id}/closing`;
  expect((await operator.post(path, { answer: '已核实，退回一次', restore: true })).status).toBe(201);
  let texts = '';
  while (!texts.includes('已核实，退回一次'))
    texts = (await product.stack.inbox('13800000001')).map(({ text }) => text).join();
  expect(await product.member.get(`/vouchers/${voucherId}`)).toMatchObject({ body: { usesLeft: 1 } });
});

test('a store the operator stopped is the operator’s to start', async () => {
  const owner = await product.signIn('13900000002');
  const stores = await owner.get<Listed>('/merchant/stores');
  const id = stores.body.items[2]?.id ?? '';
  const stop = { body: { reason: '投诉核查' } };
  expect((await operator.send('PUT', `/ops/stores/${id}/suspension`, stop)).status).toBe(200);
  expect(await owner.send('DELETE', `/merchant/stores/${id}/suspension`)).toMatchObject({
    status: 409,
    body: { code: 'SUSPENDED_BY_OPERATOR' },
  });
  expect((await operator.send('DELETE', `/ops/stores/${id}/suspension`)).status).toBe(200);
});

test('to a member none of it exists', async () => {
  expect((await product.member.get('/ops/merchants')).status).toBe(401);
});
