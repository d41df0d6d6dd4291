import { randomUUID } from 'node:crypto';
import { anonymous } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterAll(() => product.stop());

const phone = '13911112222';

test('somebody without an account gets a link by SMS, sees what to photograph, and reaches nothing else', async () => {
  const key = randomUUID();
  const path = '/claims/demo_claim_open/photo-links';
  const made = await product.member.post(path, { phone }, key);
  expect(made).toMatchObject({ status: 201, body: { phoneMasked: '139****2222', photosLeft: 12 } });
  expect(await product.member.post(path, { phone }, key)).toMatchObject({ status: 201, body: made.body });
  expect((await product.member.post(path, { phone: '13933334444' }, key)).status).toBe(422);
  expect((await product.other.post(path, { phone })).status).toBe(404);
  const texts = (await product.stack.inbox(phone)).map(({ text }) => text);
  expect(texts).toHaveLength(1);
  const token = /t=([\w-]{32})/.exec(texts[0] ?? '')?.[1] ?? '';
  const guest = anonymous(product.stack);
  const headers = { 'X-Photo-Link': token };
  const seen = await guest.send('GET', '/photo-link', { headers });
  expect(seen).toMatchObject({ status: 200, body: { plateMasked: '鲁A·****16', sent: [] } });
  expect(JSON.stringify(seen.body)).not.toMatch(/13800000001|张建国|经十路/);
  expect((await guest.send('GET', '/claims/demo_claim_open', { headers })).status).toBe(401);
  expect(
    (await guest.send('GET', '/photo-link', { headers: { 'X-Photo-Link': 'x'.repeat(32) } })).status,
  ).toBe(404);
  await product.member.post(path, { phone });
  expect((await guest.send('GET', '/photo-link', { headers })).status).toBe(404);
});
