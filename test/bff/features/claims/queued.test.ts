import { randomUUID } from 'node:crypto';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Claim {
  id: string;
  reportNo: string | null;
  status: string;
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterAll(() => product.stop());

const report = {
  plate: '鲁A7K315',
  scenario: 'singleCar',
  injured: false,
  occurredAt: new Date(Date.now() - 60_000).toISOString(),
  place: { address: '济南市历下区经十路 1 号' },
  driverName: '张建国',
  contactPhone: '13800000001',
};
const claims = async () => (await product.member.get<{ items: Claim[] }>('/claims?limit=100')).body.items;

async function untilDelivered(id: string): Promise<Claim> {
  for (const endsAt = Date.now() + 40_000; Date.now() < endsAt;) {
    const { body } = await product.member.get<Claim>(`/claims/${id}`);
    if (body.reportNo) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the report was not delivered');
}

/** Cut connections are uncertain at first (504); the same request id again finds the circuit open: nothing is sent, and the report is kept. */
async function untilKept(body: object, key: string) {
  for (let tries = 0; tries < 30; tries += 1) {
    const answer = await product.member.post<Claim>('/claims', body, key);
    if (answer.status !== 504) return answer;
  }
  throw new Error('the circuit stayed closed');
}

test('a report while core is away is kept, shown, and becomes exactly one claim when core is back', async () => {
  const before = (await claims()).length;
  const key = randomUUID();
  product.core.break('away');
  const kept = await untilKept(report, key);
  expect(kept).toMatchObject({ status: 202, body: { reportNo: null, status: 'queued' } });
  const again = await product.member.post<Claim>('/claims', report, key);
  expect(again).toMatchObject({ status: 202, body: { id: kept.body.id } });
  const changed = await product.member.post('/claims', { ...report, injured: true }, key);
  expect(changed).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  expect((await product.member.get(`/claims/${kept.body.id}`)).body).toMatchObject({ status: 'queued' });
  expect((await product.other.get(`/claims/${kept.body.id}`)).status).not.toBe(200);
  expect((await claims())[0]).toMatchObject({ id: kept.body.id });
  const home = await product.member.get<{ openClaims: { value: Claim[] } }>('/home');
  expect(home.body.openClaims.value[0]).toMatchObject({ id: kept.body.id, reportNo: null });
  await product.healAll();
  const delivered = await untilDelivered(kept.body.id);
  expect(delivered.id).not.toBe(kept.body.id);
  expect((await claims()).length).toBe(before + 1);
  const repeated = await product.member.post<Claim>('/claims', report, key);
  expect(repeated).toMatchObject({ status: 201, body: { reportNo: delivered.reportNo } });
  expect((await claims()).length).toBe(before + 1);
}, 90_000);

test('an accident in the future or of years ago is refused, core or no core', async () => {
  product.core.break('away');
  for (const occurredAt of [new Date(Date.now() + 3_600_000).toISOString(), '1999-01-01T00:00:00+08:00'])
    expect((await untilKept({ ...report, occurredAt }, randomUUID())).status).toBe(422);
  await product.healAll();
}, 60_000);
