import { anonymous } from './caller';
import { startMemberStack, type MemberStack } from './member-stack';

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterAll(() => product.stop());

const inJson = (...position: unknown[]) => Buffer.from(JSON.stringify(position)).toString('base64url');
const inWords = (text: string) => Buffer.from(text).toString('base64url');

/** What no list of ours has ever handed out: each would be a fault inside PostgreSQL if it got there. */
const madeUp: [string, string][] = [
  ['NUL in an id', inJson('2026-01-01T00:00:00Z', 'a\u0000b')],
  ['a year that no database knows', inJson(-8.64e15, 'a')],
  ['the year 0', inJson('0000-01-01T00:00:00Z', 'a')],
  ['a time before Christ', inWords('-271821-04-20T00:00:00.000Z abc')],
  ['the year 0 in words', inWords('0000-01-01T00:00:00Z abc')],
];
const lists = [
  'gifts',
  'orders',
  'vouchers',
  'points/entries',
  'referral/friends',
  'policies',
  'claims',
  'me/consents',
];

describe.each(lists)('a made-up cursor for /%s', (list) => {
  test.each(madeUp)('with %s is refused as bad input', async (_name, cursor) => {
    const { status, body } = await product.member.get(`/${list}?cursor=${cursor}`);
    expect([status, body]).toEqual([422, expect.objectContaining({ code: 'INVALID_INPUT' })]);
  });
});

describe('a made-up cursor of somebody who is not even signed in', () => {
  test('is refused, or simply past the end, and closes the club for nobody', async () => {
    const stranger = anonymous(product.stack);
    const answers: number[] = [];
    for (const cursor of Array.from({ length: 8 }, () => inJson(2 ** 31, 'x')))
      answers.push((await stranger.get(`/stores?cursor=${cursor}`)).status);
    for (const cursor of Array.from({ length: 8 }, () => inJson(1, 'a\u0000b')))
      answers.push((await stranger.get(`/stores?cursor=${cursor}`)).status);
    expect(answers).toEqual([
      ...Array.from({ length: 8 }, () => 200),
      ...Array.from({ length: 8 }, () => 422),
    ]);
    expect(await product.member.get('/points')).toMatchObject({ status: 200, body: { balance: 3260 } });
  });
});

describe('a day or an instant outside every calendar of ours', () => {
  test.each(['0000-01-01', '0001-01-01', '9999-12-31'])('is no day of the counter: %s', async (date) => {
    const clerk = await product.signIn('13900000001');
    expect((await clerk.get(`/merchant/redemptions?date=${date}`)).status).toBe(422);
  });

  test.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00'])(
    'is no time of an accident: %s',
    async (occurredAt) => {
      const answer = await product.member.post('/claims', {
        plate: '鲁A12345',
        scenario: 'other',
        injured: false,
        occurredAt,
        place: { address: '经十路' },
        driverName: '王五',
        contactPhone: '13800000001',
      });
      expect([answer.status, answer.body]).toEqual([
        422,
        expect.objectContaining({
          code: 'INVALID_INPUT',
          errors: [expect.objectContaining({ path: 'occurredAt' })],
        }),
      ]);
    },
  );
});
