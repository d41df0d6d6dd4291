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
afterEach(() => product.healAll());
afterAll(() => product.stop());

const accident = {
  scenario: 'singleCar',
  injured: false,
  occurredAt: new Date(Date.now() - 60_000).toISOString(),
  place: { address: '济南市历下区经十路 1 号' },
  driverName: '张建国',
  contactPhone: '13800000001',
};
const onlyReports = { method: 'POST', path: /\/claims$/ };

async function reportNumbers(key: string): Promise<string[]> {
  const { rows } = await product.stack.database
    .pool('core')
    .query<{ report_no: string }>('select report_no from claims where request_id = $1', [key]);
  return rows.map(({ report_no: number }) => number);
}

async function firstVehicle() {
  const { body } = await product.member.get<{ items: { id: string }[] }>('/vehicles');
  return { vehicleId: body.items[0]?.id ?? '' };
}

async function firstPolicy() {
  const { body } = await product.member.get<{ items: { id: string }[] }>('/policies');
  await product.member.get('/home');
  return { policyId: body.items[0]?.id ?? '' };
}

/** Asked again and again, as a phone does; cut connections open the circuit, and then nothing is sent at all. */
async function untilKept(body: object, key: string) {
  for (let tries = 0; tries < 30; tries += 1) {
    const answer = await product.member.post<Claim>('/claims', body, key);
    if (answer.status !== 504) return answer;
  }
  throw new Error('the circuit stayed closed');
}

async function untilDelivered(id: string): Promise<Claim> {
  for (const endsAt = Date.now() + 40_000; Date.now() < endsAt;) {
    const { body } = await product.member.get<Claim>(`/claims/${id}`);
    if (body.reportNo) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the report was not delivered');
}

describe.each([
  ['by plate', () => Promise.resolve({ plate: '鲁A7K315' })],
  ['by vehicle', firstVehicle],
  ['by policy', firstPolicy],
])('a report %s whose answer was lost', (_how, carOf) => {
  test('stays unknown until it is asked again, and asking again gives the one claim', async () => {
    const key = randomUUID();
    const report = { ...accident, ...(await carOf()) };
    product.core.break('answerLost', onlyReports);
    const lost = await product.member.post('/claims', report, key);
    expect(lost).toMatchObject({ status: 504, body: { code: 'OUTCOME_UNKNOWN' } });
    expect(await reportNumbers(key)).toHaveLength(1);
    await product.healAll();
    const asked = await product.member.post<Claim>('/claims', report, key);
    expect(asked).toMatchObject({ status: 201, body: { reportNo: (await reportNumbers(key))[0] } });
    expect(asked.headers.get('idempotent-replayed')).toBe('true');
    expect(await reportNumbers(key)).toHaveLength(1);
  });

  test('and which is asked again while core is away is kept, harmlessly: it becomes the claim that is there', async () => {
    const key = randomUUID();
    const report = { ...accident, ...(await carOf()) };
    product.core.break('answerLost', onlyReports);
    expect((await product.member.post('/claims', report, key)).status).toBe(504);
    const [number] = await reportNumbers(key);
    product.core.break('away');
    const kept = await untilKept(report, key);
    expect(kept).toMatchObject({ status: 202, body: { status: 'queued', reportNo: null } });
    await product.healAll();
    const delivered = await untilDelivered(kept.body.id);
    expect(delivered.reportNo).toBe(number);
    expect(await reportNumbers(key)).toEqual([number]);
  }, 60_000);
});

test('a core that cuts writes off is unknown first; once nothing is sent any more the same report is kept', async () => {
  const key = randomUUID();
  const report = { ...accident, plate: '鲁A7K315' };
  product.core.break('away');
  expect((await product.member.post('/claims', report, key)).status).toBe(504);
  expect((await untilKept(report, key)).status).toBe(202);
}, 60_000);
