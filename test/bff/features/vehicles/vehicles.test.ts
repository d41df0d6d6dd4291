import { randomUUID } from 'node:crypto';
import { badInputs } from '../bad-input';
import { anonymous, type Caller } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Vehicle {
  id: string;
  plate: string;
  vinMasked: string;
  vinWarning: string | null;
}
interface Report {
  source: string;
  coverage: string;
  fetchedAt: string;
  stale: boolean;
  items: { handled: boolean; paid: boolean; fineFen: number }[];
  totals: { unhandled: number; fineFen: number };
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

const car = {
  plate: '鲁a·66688',
  plateType: '02',
  vin: 'lsvam4187c2184847',
  engineNo: 'ea211x',
  consent: true,
};
let plates = 66700;
const anotherCar = () => ({ ...car, plate: `鲁A${String((plates += 1))}` });

const vehiclesOf = async (caller: Caller) => (await caller.get<{ items: Vehicle[] }>('/vehicles')).body.items;

async function carOf(caller: Caller, plate: string): Promise<Vehicle> {
  const found = (await vehiclesOf(caller)).find((one) => one.plate === plate);
  if (!found) throw new Error(`the demonstration has ${plate}`);
  return found;
}

async function consents(accountId: string) {
  const { rows } = await product.stack.pool.query<{ granted: boolean }>(
    `select granted from consents where account_id = $1 and purpose = 'violations'`,
    [accountId],
  );
  return rows.map(({ granted }) => granted);
}

describe('vehicles', () => {
  test('are shown to their owner with the plate in full and the VIN hidden', async () => {
    const own = await carOf(product.member, '鲁A7K315');
    expect(own.vinMasked).toMatch(/^LSV\*{10}0001$/);
    expect(JSON.stringify(await vehiclesOf(product.member))).not.toContain('engineNo');
  });

  test('are added once, with the consent kept as a receipt', async () => {
    const key = randomUUID();
    const first = await product.other.post<Vehicle>('/vehicles', car, key);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      plate: '鲁A66688',
      vinMasked: 'LSV**********4847',
      vinWarning: null,
    });
    const again = await product.other.post<Vehicle>('/vehicles', car, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await consents(product.other.accountId)).toEqual([true]);
    expect((await vehiclesOf(product.other)).filter(({ plate }) => plate === '鲁A66688')).toHaveLength(1);
  });

  test('with a used request id and another car are refused, and so is the same car once more', async () => {
    const key = randomUUID();
    const one = anotherCar();
    await product.other.post('/vehicles', one, key);
    const changed = await product.other.post('/vehicles', anotherCar(), key);
    expect([changed.status, changed.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const twice = await product.other.post('/vehicles', one);
    expect([twice.status, twice.body.code]).toEqual([409, 'VEHICLE_EXISTS']);
    expect(twice.body.detail).toMatch(/不用再加/);
  });

  test('whose VIN has no check digit are kept with a hint', async () => {
    const { body } = await product.other.post<Vehicle>('/vehicles', {
      ...anotherCar(),
      vin: 'WVWZZZ1JZ3W386752',
    });
    expect(body.vinWarning).toMatch(/核对/);
  });

  test('go away, twice if need be; somebody else’s do not', async () => {
    const { body } = await product.other.post<Vehicle>('/vehicles', anotherCar());
    expect((await product.member.send('DELETE', `/vehicles/${body.id}`)).status).toBe(404);
    expect((await product.other.send('DELETE', `/vehicles/${body.id}`)).status).toBe(204);
    expect((await product.other.send('DELETE', `/vehicles/${body.id}`)).status).toBe(204);
    expect((await vehiclesOf(product.other)).map(({ id }) => id)).not.toContain(body.id);
    expect((await product.other.get(`/vehicles/${body.id}/violations`)).status).toBe(404);
  });

  test.each(badInputs)('with %s are refused', async (_what, status, code, sending) => {
    const answer = await product.other.send(
      'POST',
      '/vehicles',
      sending({ path: '/vehicles', body: car, required: 'vin' }),
    );
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
  });

  test.each([
    ['plate', { ...car, plate: '鲁I12345' }],
    ['plateType', { ...car, plateType: '52' }],
    ['plateType', { ...car, plateType: '99' }],
    ['vin', { ...car, vin: 'LSVAM4187C218484' }],
    ['vin', { ...car, vin: 'LSVAM4187C218484O' }],
    ['engineNo', { ...car, engineNo: '?' }],
    ['consent', { ...car, consent: false }],
  ])('say in Chinese what is wrong with %s', async (path, body) => {
    const answer = await product.other.post<{ errors: { path: string; message: string }[] }>(
      '/vehicles',
      body,
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error) => error.path)).toEqual([path]);
    expect(answer.body.errors[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  test('an addition whose answer was lost is uncertain, and the same request id finds it', async () => {
    const key = randomUUID();
    const lostCar = anotherCar();
    product.club.break('answerLost', { method: 'POST', path: /\/vehicles$/ });
    const lost = await product.other.post('/vehicles', lostCar, key);
    expect([lost.status, lost.body.code]).toEqual([504, 'OUTCOME_UNKNOWN']);
    product.club.heal();
    const found = await product.other.post<Vehicle>('/vehicles', lostCar, key);
    expect(found.status).toBe(201);
    expect((await vehiclesOf(product.other)).filter(({ plate }) => plate === lostCar.plate)).toHaveLength(1);
  });

  test('need a session', async () => {
    expect((await anonymous(product.stack).get('/vehicles')).status).toBe(401);
  });
});

describe('violations', () => {
  test('come with source, time and coverage, and sums of what is open', async () => {
    const { id } = await carOf(product.member, '鲁A7K315');
    const { status, body } = await product.member.get<Report>(`/vehicles/${id}/violations`);
    expect(status).toBe(200);
    expect(body.source).not.toBe('');
    expect(body.coverage).not.toBe('');
    expect(body).toMatchObject({ stale: false, fetchedAt: expect.stringMatching(/\+08:00$/) });
    expect(body.totals.unhandled).toBe(body.items.filter(({ handled }) => !handled).length);
    expect(body.totals.fineFen).toBe(
      body.items.filter(({ paid }) => !paid).reduce((sum, { fineFen }) => sum + fineFen, 0),
    );
    expect(body.totals.unhandled).toBeGreaterThan(0);
  });

  test('of a car that is not one’s own do not exist', async () => {
    const { id } = await carOf(product.member, '鲁A7K315');
    expect((await product.other.get(`/vehicles/${id}/violations`)).status).toBe(404);
    expect((await product.member.get('/vehicles/none/violations')).status).toBe(404);
  });

  test('are the last known ones with their own time while the source is away', async () => {
    const { id } = await carOf(product.member, '鲁A7K315');
    const fresh = await product.member.get<Report>(`/vehicles/${id}/violations`);
    for (const fault of ['away', 'answerLost', 'garbage', 'internal'] as const) {
      product.violations.break(fault);
      const { status, body } = await product.member.get<Report>(`/vehicles/${id}/violations`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ stale: true, source: fresh.body.source, totals: fresh.body.totals });
      expect(Date.parse(body.fetchedAt)).toBeLessThanOrEqual(Date.parse(fresh.body.fetchedAt));
    }
  });

  test('are not available when nothing is known of a car, and are never called uncertain', async () => {
    const { body } = await product.other.post<Vehicle>('/vehicles', anotherCar());
    product.violations.break('answerLost');
    const answer = await product.other.get(`/vehicles/${body.id}/violations`);
    expect([answer.status, answer.body.code]).toEqual([503, 'UPSTREAM_AWAY']);
  });

  test('can be looked up while the club is away, of a car that was seen before', async () => {
    const { id } = await carOf(product.member, '鲁A7K315');
    await product.member.get(`/vehicles/${id}/violations`);
    product.club.break('away');
    const { status, body } = await product.member.get<Report>(`/vehicles/${id}/violations`);
    expect([status, body.stale]).toEqual([200, false]);
  });

  test('are not looked up for somebody who took the consent back', async () => {
    const { id } = await carOf(product.other, '鲁A3H629');
    const choice = { purpose: 'violations', documentVersion: 'violations-1', granted: false };
    expect((await product.other.post('/me/consents', choice)).status).toBe(201);
    product.violations.passed();
    const answer = await product.other.get(`/vehicles/${id}/violations`);
    expect([answer.status, answer.body.code]).toEqual([403, 'CONSENT_REQUIRED']);
    expect(product.violations.passed()).toEqual([]);
    await product.other.post('/me/consents', { ...choice, granted: true });
    expect((await product.other.get(`/vehicles/${id}/violations`)).status).toBe(200);
  });

  test('stay closed when an addition from before the consent was taken back is only repeated', async () => {
    const [key, added] = [randomUUID(), anotherCar()];
    await product.other.post('/vehicles', anotherCar());
    const { body } = await product.other.post<Vehicle>('/vehicles', added, key);
    const choice = { purpose: 'violations', documentVersion: 'violations-1', granted: false };
    await product.other.post('/me/consents', choice);
    const again = await product.other.post<Vehicle>('/vehicles', added, key);
    expect([again.status, again.body]).toEqual([201, body]);
    expect((await product.other.get(`/vehicles/${body.id}/violations`)).status).toBe(403);
    await product.other.post('/me/consents', { ...choice, granted: true });
  });
});
