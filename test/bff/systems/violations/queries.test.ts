import { unverifiedMemberCar, verifiedMember, verifiedMemberCars } from '../../../../bff/systems/demo-people';
import type { ViolationAnswer } from '../../../../bff/upstream/violations/contract';
import { startTestSystem, type TestSystem } from '../../../support/one-system';
import { memberOf, systemOf } from '../core/caller';

let violations: TestSystem;
beforeAll(async () => {
  violations = await startTestSystem('violations', { seeded: true });
}, 60_000);
afterAll(() => violations.stop());

const { fuel, electric } = verifiedMemberCars;
const queryOf = ({ plate, plateType, vin, engineNo }: typeof fuel) => ({ plate, plateType, vin, engineNo });
const ask = (query: object) => memberOf(violations, verifiedMember.memberId).post('/queries', query);
const answer = async (query: object) => (await ask(query)).body as ViolationAnswer;

test('a car’s records, newest first, with source, coverage and time', async () => {
  const found = await answer(queryOf(fuel));
  expect(found).toMatchObject({
    source: '山东省交管（演示）',
    coverage: expect.stringContaining('查到 0 条不等于没有') as string,
    fetchedAt: expect.stringMatching(/\+08:00$/) as string,
  });
  expect(
    found.items.map(({ behaviour, fineFen, points, handled, paid }) => [
      behaviour,
      fineFen,
      points,
      handled,
      paid,
    ]),
  ).toEqual([
    ['驾驶机动车违反禁止标线指示', 10_000, 1, false, false],
    ['违反规定停放机动车，驾驶人不在现场，妨碍其他车辆、行人通行', 10_000, 0, false, false],
    ['驾驶机动车违反道路交通信号灯通行', 20_000, 6, true, true],
  ]);
});

test('asked twice it answers the same', async () => {
  const [first, second] = [await answer(queryOf(electric)), await answer(queryOf(electric))];
  expect(second.items).toEqual(first.items);
  expect(first.items).toHaveLength(2);
});

test('numbers are compared without spaces, dots and case', async () => {
  const typed = {
    plate: '鲁a·7k315',
    plateType: '02',
    vin: fuel.vin.toLowerCase(),
    engineNo: ` ${fuel.engineNo} `,
  };
  expect((await answer(typed)).items).toHaveLength(3);
});

test.each([
  ['a registered car without records', queryOf(unverifiedMemberCar)],
  ['another car’s VIN', { ...queryOf(fuel), vin: electric.vin }],
  ['another engine number', { ...queryOf(fuel), engineNo: 'X1' }],
  ['another plate type', { ...queryOf(fuel), plateType: '52' }],
  ['a plate nobody has', { ...queryOf(fuel), plate: '鲁A00000' }],
])('%s: no records, the same shape', async (_, query) => {
  const found = await answer(query);
  const full = await answer(queryOf(fuel));
  expect(found.items).toEqual([]);
  expect({ ...found, fetchedAt: '' }).toEqual({ ...full, fetchedAt: '', items: [] });
});

test('a record under review cannot be seen yet', async () => {
  const edit = (at: string) =>
    violations.pool.query(`update records set entered_at = ${at} where id = 'car_demo_electric_1'`);
  await edit("now() + interval '1 second'");
  expect((await answer(queryOf(electric))).items).toHaveLength(1);
  await edit('now()');
  expect((await answer(queryOf(electric))).items).toHaveLength(2);
});

test.each([
  ['no plate', { ...queryOf(fuel), plate: undefined }],
  ['an unknown plate type', { ...queryOf(fuel), plateType: '99' }],
  ['an unknown field', { ...queryOf(fuel), phone: 'x' }],
])('%s is refused', async (_, query) =>
  expect(await ask(query)).toMatchObject({ status: 422, body: { code: 'INVALID_INPUT' } }),
);

test('members only, with a service token', async () => {
  expect((await systemOf(violations).post('/queries', queryOf(fuel))).status).toBe(403);
  expect((await fetch(`${violations.url}/v1/queries`, { method: 'POST' })).status).toBe(401);
});

test('it describes itself', async () => {
  expect((await fetch(`${violations.url}/v1/openapi.json`)).status).toBe(200);
  expect((await fetch(`${violations.url}/docs`)).status).toBe(200);
});
