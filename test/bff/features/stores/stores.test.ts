import { anonymous } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Stores {
  items: { id: string; services: string[]; distanceMetres: number | null; openNow: boolean }[];
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

describe('stores', () => {
  test('are listed by service, nearest first when a position is given', async () => {
    const { status, body } = await product.member.get<Stores>(
      '/stores?service=carWash&latitude=36.6567&longitude=117.1217',
    );
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThan(1);
    expect(body.items.every(({ services }) => services.includes('carWash'))).toBe(true);
    const distances = body.items.map(({ distanceMetres }) => distanceMetres ?? -1);
    expect(distances.every((distance) => distance >= 0)).toBe(true);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    const { body: anywhere } = await product.member.get<Stores>('/stores');
    expect(anywhere.items.every(({ distanceMetres }) => distanceMetres === null)).toBe(true);
  });

  test.each([
    ['Lhasa', 'latitude=29.65&longitude=91.1'],
    ['the other side of the earth', 'latitude=-36.65&longitude=-62.9'],
    ['the middle of nowhere', 'latitude=0&longitude=0'],
    ['next to nothing', 'latitude=5e-324&longitude=1e-320'],
  ])('are listed for somebody in %s, however far away', async (_place, position) => {
    for (let times = 0; times < 6; times += 1)
      expect((await product.member.get(`/stores?${position}`)).status).toBe(200);
  });

  test.each([
    'latitude=36.6',
    'longitude=117',
    'latitude=91&longitude=117',
    'latitude=x&longitude=y',
    'service=haircut',
    'near=me',
  ])('refuse the query %s', async (query) => {
    expect((await product.member.get(`/stores?${query}`)).status).toBe(422);
  });

  test('while the club is away are last known ones, but where somebody stood was not kept', async () => {
    await product.member.get('/stores?service=carWash');
    await product.member.get('/stores?service=carWash&latitude=36.6567&longitude=117.1217');
    product.club.break('away');
    expect((await product.member.get('/stores?service=carWash')).body).toMatchObject({ stale: true });
    const near = await product.member.get('/stores?service=carWash&latitude=36.6567&longitude=117.1217');
    expect(near.status).toBe(503);
    const { rows } = await product.stack.pool.query<{ what: string }>(`select what from last_known`);
    expect(rows.filter(({ what }) => /latitude|36\.6/.test(what))).toEqual([]);
  });

  test('are the same for somebody who only looks around', async () => {
    const looked = await anonymous(product.stack).get<Stores>('/stores?service=carWash');
    const mine = await product.member.get<Stores>('/stores?service=carWash');
    expect(looked.status).toBe(200);
    expect(looked.body.items).toEqual(mine.body.items);
  });
});
