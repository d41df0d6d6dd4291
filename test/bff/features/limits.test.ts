import { limitRules } from '../../../bff/http/limit-rules';
import { startMemberStack, type MemberStack } from './member-stack';

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterAll(() => product.stop());

interface List {
  items: { id: string }[];
}

const report = {
  plate: '鲁A7K315',
  scenario: 'singleCar',
  injured: false,
  occurredAt: new Date(Date.now() - 60_000).toISOString(),
  place: { address: '济南市历下区经十路 1 号' },
  driverName: '张建国',
  contactPhone: '13800000001',
};

async function firstId(path: string): Promise<string> {
  const [first] = (await product.member.get<List>(path)).body.items;
  if (!first) throw new Error(`nothing at ${path}`);
  return first.id;
}

/** Sends one more than is allowed and gives the statuses in order. */
async function exhaust(takes: number, send: () => Promise<{ status: number }>): Promise<number[]> {
  const statuses: number[] = [];
  for (let take = 0; take <= takes; take += 1) statuses.push((await send()).status);
  return statuses;
}

describe('a program that asks too often is stopped, a person is not', () => {
  test('presentations of a voucher', async () => {
    const path = `/vouchers/${await firstId('/vouchers?state=active')}/presentations`;
    const statuses = await exhaust(limitRules.presentationsPerMinute.takes, () => product.member.post(path));
    expect(statuses.slice(0, -1).every((status) => status === 201)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  test('look-ups of a clerk, with the time to wait in the body', async () => {
    const clerk = await product.signIn('13900000001');
    const lookUp = () => clerk.post('/merchant/lookups', { code: '没有这样的码' });
    const statuses = await exhaust(limitRules.lookupsPerClerkMinute.takes, lookUp);
    expect(statuses.slice(0, 10)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
    const { body } = await lookUp();
    expect(body).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: expect.any(Number) });
  });

  test('reports of accidents', async () => {
    const statuses = await exhaust(limitRules.claimsPerDay.takes, () =>
      product.member.post('/claims', report),
    );
    expect(statuses.slice(0, -1).every((status) => status === 201)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  test('look-ups of violations', async () => {
    const path = `/vehicles/${await firstId('/vehicles')}/violations`;
    const statuses = await exhaust(limitRules.violationsPerDay.takes, () => product.member.get(path));
    expect(statuses.slice(0, -1).every((status) => status === 200)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });
});
