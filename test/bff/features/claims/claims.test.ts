import { randomUUID } from 'node:crypto';
import { badInputs } from '../bad-input';
import { anonymous } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Claim {
  id: string;
  reportNo: string;
  status: string;
  verified: boolean;
  plate: string;
  photos: { required: { shot: string }[]; received: unknown[] };
  steps: { code: string; state: string; owner: { name: string } }[];
  stale?: boolean;
}
interface List {
  items: Claim[];
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

const report = {
  plate: '鲁a·7K315',
  scenario: 'rearEnd',
  injured: false,
  occurredAt: new Date(Date.now() - 60_000).toISOString(),
  place: { address: '济南市历下区经十路 1 号', latitude: 36.65, longitude: 117.02 },
  driverName: '张建国',
  contactPhone: '+86 138 0000 0001',
  otherParties: [{ plate: '鲁b·12345', phone: '13900001111', name: '' }],
};

const countClaims = async () => (await product.member.get<List>('/claims?limit=100')).body.items.length;

describe('a report', () => {
  test('of somebody hurt is taken with the hospital left empty, as nobody at the roadside knows it yet', async () => {
    const casualties = [{ side: 'own', count: 1, hospital: '' }];
    expect((await product.member.post('/claims', { ...report, injured: true, casualties })).status).toBe(201);
  });

  test('comes back with a number, the photos that help and the steps that follow', async () => {
    const { status, body } = await product.member.post<Claim>('/claims', report);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'reported', verified: true, photos: { received: [] } });
    expect(body.reportNo).not.toBe('');
    expect(body.photos.required.length).toBeGreaterThan(0);
    expect(body.steps.filter((step) => step.state === 'current')).toHaveLength(1);
    expect(body.steps.every((step) => step.owner.name !== '')).toBe(true);
    const detail = await product.member.get<Claim>(`/claims/${body.id}`);
    expect(detail.body).toMatchObject({ id: body.id, reportNo: body.reportNo, plate: '鲁A7K315' });
  });

  test('sent twice is one report with the same answer', async () => {
    const before = await countClaims();
    const key = randomUUID();
    const first = await product.member.post<Claim>('/claims', report, key);
    const again = await product.member.post<Claim>('/claims', report, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(await countClaims()).toBe(before + 1);
  });

  test('a double tap is one report', async () => {
    const before = await countClaims();
    const key = randomUUID();
    const both = await Promise.all([1, 2].map(() => product.member.post<Claim>('/claims', report, key)));
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    expect(await countClaims()).toBe(before + 1);
  });

  test('with a used request id and other content is refused', async () => {
    const key = randomUUID();
    await product.member.post('/claims', report, key);
    const changed = await product.member.post('/claims', { ...report, scenario: 'singleCar' }, key);
    expect(changed.status).toBe(422);
    expect(changed.body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('a request id of somebody else is free', async () => {
    const key = randomUUID();
    const mine = await product.member.post<Claim>('/claims', report, key);
    const theirs = await product.other.post<Claim>('/claims', report, key);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  test('is never refused for missing cover, and says the same of any plate', async () => {
    const { status, body } = await product.other.post<Claim>('/claims', { ...report, plate: '鲁Q99999' });
    expect(status).toBe(201);
    expect(body.verified).toBe(false);
    const insured = await product.other.post<Claim>('/claims', { ...report, plate: '鲁A2F518' });
    expect(insured.body.verified).toBe(false);
  });

  test('may name an own vehicle or an own policy', async () => {
    const vehicles = await product.member.get<{ items: { id: string; plate: string }[] }>('/vehicles');
    const policies = await product.member.get<{ items: { id: string }[] }>('/policies?status=active');
    const { plate: _plate, ...carless } = report;
    const byVehicle = await product.member.post<Claim>('/claims', {
      ...carless,
      vehicleId: vehicles.body.items[0]?.id,
    });
    expect(byVehicle.status).toBe(201);
    const detail = await product.member.get<Claim>(`/claims/${byVehicle.body.id}`);
    expect(detail.body.plate).toBe(vehicles.body.items[0]?.plate);
    const byPolicy = await product.member.post<Claim>('/claims', {
      ...carless,
      policyId: policies.body.items[0]?.id,
    });
    expect(byPolicy.body.verified).toBe(true);
    const foreign = [{ vehicleId: vehicles.body.items[0]?.id }, { policyId: policies.body.items[0]?.id }];
    for (const car of foreign) {
      const answer = await product.other.post('/claims', { ...carless, ...car });
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ detail: expect.stringMatching(/车牌号也能报案/) });
    }
  });

  test.each(badInputs)('with %s is refused', async (_what, status, code, sending) => {
    const answer = await product.member.send(
      'POST',
      '/claims',
      sending({ path: '/claims', body: report, required: 'scenario' }),
    );
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status, code, detail: expect.stringMatching(/[\u4e00-\u9fff]/) });
  });

  test.each([
    ['plate', { ...report, plate: 'BKA-1234' }],
    ['plate', { ...report, vehicleId: 'v1' }],
    ['plate', { ...report, plate: undefined }],
    ['contactPhone', { ...report, contactPhone: '12345' }],
    ['occurredAt', { ...report, occurredAt: '2026-11-22 10:00' }],
    ['occurredAt', { ...report, occurredAt: '2099-01-01T00:00:00+08:00' }],
    ['occurredAt', { ...report, occurredAt: '1999-01-01T00:00:00+08:00' }],
    ['place.address', { ...report, place: { address: '路'.repeat(101) } }],
    ['place.address', { ...report, place: { address: ' ' } }],
    ['place.latitude', { ...report, place: { address: 'x', latitude: 91 } }],
    ['otherParties.0.plate', { ...report, otherParties: [{ plate: '123' }] }],
    ['driverName', { ...report, driverName: 'x'.repeat(41) }],
    ['description', { ...report, description: 'x'.repeat(501) }],
    ['scenario', { ...report, scenario: 'flood' }],
  ])('says in Chinese what is wrong with %s', async (path, body) => {
    const answer = await product.member.post<{ errors: { path: string; message: string }[] }>(
      '/claims',
      body,
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error) => error.path)).toContain(path);
    expect(answer.body.errors.every((error) => /[\u4e00-\u9fff]/.test(error.message))).toBe(true);
  });

  test('needs a session', async () => {
    expect((await anonymous(product.stack).post('/claims', report)).status).toBe(401);
  });
});

describe('claims of others', () => {
  test('do not exist', async () => {
    const { body } = await product.member.get<List>('/claims');
    const id = body.items[0]?.id ?? '';
    for (const path of [`/claims/${id}`, `/claims/${id}/photos`]) {
      expect((await product.member.get(path)).status).toBe(200);
      expect((await product.other.get(path)).status).toBe(404);
    }
  });

  test('are in no list, unless they are about a car on an own policy', async () => {
    const elsewhere = { ...report, plate: '鲁Q88888', policyId: undefined };
    const { body: mine } = await product.member.post<Claim>('/claims', elsewhere);
    const theirs = await product.other.get<List>('/claims?limit=100');
    expect(theirs.body.items.map(({ id }) => id)).not.toContain(mine.id);
    const { body: aboutMyCar } = await product.other.post<Claim>('/claims', report);
    const seen = await product.member.get<List>('/claims?limit=100');
    expect(seen.body.items.map(({ id }) => id)).toContain(aboutMyCar.id);
  });

  test('a list can be limited to the open ones', async () => {
    const open = await product.member.get<{ items: { open: boolean }[] }>('/claims?open=true&limit=100');
    expect(open.body.items.every((claim) => claim.open)).toBe(true);
    const closed = await product.member.get<{ items: { open: boolean }[] }>('/claims?open=false');
    expect(closed.body.items.length).toBeGreaterThan(0);
  });
});

describe('while core is away', () => {
  test('known claims stay readable, a new report is kept or uncertain, never lost', async () => {
    const { body: list } = await product.member.get<List>('/claims');
    const id = list.items[0]?.id ?? '';
    await product.member.get(`/claims/${id}`);
    product.core.break('away');
    expect((await product.member.get<Claim>(`/claims/${id}`)).body).toMatchObject({ id, stale: true });
    expect((await product.member.get<List>('/claims')).body).toMatchObject({ stale: true });
    const kept = await product.member.post('/claims', report);
    expect([202, 504]).toContain(kept.status);
  });

  test('a report whose answer was lost is uncertain, and the same request id finds the one that was made', async () => {
    const before = await countClaims();
    const key = randomUUID();
    product.core.break('answerLost', { method: 'POST', path: /\/claims$/ });
    const lost = await product.member.post('/claims', report, key);
    expect(lost.status).toBe(504);
    expect(lost.body).toMatchObject({ code: 'OUTCOME_UNKNOWN', detail: expect.stringContaining('查询进度') });
    product.core.heal();
    const found = await product.member.post<Claim>('/claims', report, key);
    expect(found.status).toBe(201);
    expect(found.headers.get('idempotent-replayed')).toBe('true');
    expect(await countClaims()).toBe(before + 1);
  });
});
