import { startMemberStack, type MemberStack } from '../member-stack';

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterAll(() => product.stop());

async function untilReported(): Promise<void> {
  for (const endsAt = Date.now() + 10_000; Date.now() < endsAt;) {
    if (product.club.passed().includes('POST /v1/points/awards')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no occasion was reported');
}

test('what could not be written down is reported at the next look at the policies', async () => {
  const { pool } = product.stack;
  await pool.query('alter table follow_ups rename to follow_ups_away');
  expect((await product.member.get('/policies')).status).toBe(200);
  await pool.query('alter table follow_ups_away rename to follow_ups');
  product.club.passed();
  expect((await product.member.get('/policies')).status).toBe(200);
  await untilReported();
});
