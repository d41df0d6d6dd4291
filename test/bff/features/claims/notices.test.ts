import { startMemberStack, type MemberStack } from '../member-stack';

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterAll(() => product.stop());

test('a report is confirmed by one SMS with its number', async () => {
  const phone = '13922223333';
  const { body } = await product.member.post<{ reportNo: string }>('/claims', {
    plate: '鲁A7K315',
    scenario: 'singleCar',
    injured: false,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    place: { address: '济南市' },
    driverName: '张建国',
    contactPhone: phone,
  });
  const received = async () => (await product.stack.inbox(phone)).map(({ text }) => text);
  for (const endsAt = Date.now() + 15_000; (await received()).length === 0 && Date.now() < endsAt;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const texts = await received();
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain(body.reportNo);
}, 30_000);
