import { CLUB_MEMBERS, LOADING_MS, plansAtSize, type PlansAtSize } from '../support/club-plans';
import { scansOf, scansWithoutIndex } from '../support/query-plans';

let plans: PlansAtSize;
beforeAll(async () => {
  plans = await plansAtSize(CLUB_MEMBERS);
}, LOADING_MS);
afterAll(() => plans.club.stop(), 60_000);

test('what is loaded keeps every promise', () => {
  expect(plans.breaches).toEqual([]);
});

test('the tables that grow are large enough to be judged', () => {
  const grown = [
    'members',
    'vehicles',
    'gifts',
    'orders',
    'vouchers',
    'voucher_events',
    'redemptions',
    'settlement_lines',
  ];
  expect([...plans.big.keys()]).toEqual(
    expect.arrayContaining([...grown, 'points_entries', 'points_lots', 'outbox']),
  );
});

test('no statement of a hot path reads a big table from end to end', () => {
  expect(plans.asked.length).toBeGreaterThan(60);
  expect(plans.scans).toEqual([]);
});

test('a statement without its index is noticed', async () => {
  const question = { text: 'select id from redemptions where member_id = $1', values: ['nobody'] };
  expect(await scansOf(plans.club.pool, question, plans.big)).toEqual([
    expect.stringContaining('redemptions'),
  ]);
});

test('a small table without an index for the question is noticed too', async () => {
  const question = { text: 'select id from settlement_batches where total_fen = $1', values: [1] };
  const found = await scansWithoutIndex(plans.club.pool, question, new Set(['settlement_batches']));
  expect(found).toEqual([expect.stringContaining('settlement_batches')]);
});
