import { seededRandom } from '../../../bench/support/random';
import { rankSumZ } from '../../../support/rank-sum';
import { startMemberStack, type MemberStack } from '../member-stack';

const FLOOR_MS = 600;
const SAMPLES_A_KIND = 90;
const AT_ONCE = 8;
/** Once in 16,000 runs chance alone goes beyond it. */
const TOLD_APART = 4;

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterAll(() => product.stop());

type Kind = 'foreign' | 'unknown';
const foreign = ['DEMO-SY-7315-0086-0001', 'DEMO-JQ-7315-0086-0001', 'DEMO-SY-9208-0086-0003'];

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Whose policies they are not. Five tries a day are for people; here as many as the statistics need. */
async function tryMany(kinds: readonly Kind[]): Promise<Record<Kind, number[]>> {
  const times: Record<Kind, number[]> = { foreign: [], unknown: [] };
  const asker = product.other;
  const add = (policyNo: string) => asker.post('/policies/links', { policyNo });
  await add('x-nobody-has-this');
  await product.stack.pool.query('update rate_limits set points = -100000');
  const waiting = [...kinds.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [turn, kind] = next;
      const number =
        kind === 'foreign'
          ? (foreign[turn % foreign.length] ?? '')
          : `DEMO-SY-9999-${String(1000 + turn)}-0000`;
      const startedAt = performance.now();
      const { status } = await add(number);
      expect(status).toBe(404);
      times[kind].push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return times;
}

test('how long a refusal takes does not tell a number that exists from one that nobody has', async () => {
  const kinds = Array.from({ length: SAMPLES_A_KIND }, () => ['foreign', 'unknown'] as const).flat();
  const times = await tryMany(shuffled(kinds, seededRandom(20261122)));
  // A timer may fire a millisecond before its time.
  expect(Math.min(...times.foreign, ...times.unknown)).toBeGreaterThanOrEqual(FLOOR_MS - 1);
  expect(Math.abs(rankSumZ(times.foreign, times.unknown))).toBeLessThan(TOLD_APART);
}, 60_000);

describe('with as many samples, the statistics', () => {
  const random = seededRandom(7);
  const noisy = (meanMs: number) =>
    Array.from({ length: SAMPLES_A_KIND }, () => meanMs + 10 * (random() + random() + random() - 1.5));

  test('see five milliseconds in the noise of a machine at work', () =>
    expect(Math.abs(rankSumZ(noisy(605), noisy(600)))).toBeGreaterThan(TOLD_APART));

  test('see nothing where there is nothing', () =>
    expect(Math.abs(rankSumZ(noisy(600), noisy(600)))).toBeLessThan(TOLD_APART));
});
