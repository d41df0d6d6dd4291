import { fillRearEnd, reportNoOf } from './support/claims';
import { cutAnswersOf } from './support/network';
import type { Phone } from './support/phone';
import { pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const world = useWorld();

interface List<Item> {
  items: Item[];
}

/** Neither a failure nor a success: only asking again is offered. */
async function expectUnknown(phone: Phone): Promise<void> {
  await phone.see('查询进度');
  expect(await phone.text()).not.toContain('失败');
}

it('a report whose answer was lost is asked for again, over a reload too, and is one claim', async () => {
  const { person, behind } = world();
  const phone = await person(MEMBER);
  const member = await behind(MEMBER);
  const before = (await member.get<List<unknown>>('/claims?limit=100')).body.items.length;

  await phone.tap('出险报案');
  await fillRearEnd(phone);
  const line = await cutAnswersOf(phone, 'POST', /^\/claims$/);
  await phone.tap('提交报案');
  await expectUnknown(phone);
  await phone.tap('查询进度');
  await expectUnknown(phone);
  expect(line.reached).toBeGreaterThanOrEqual(2);
  await phone.reload();
  await expectUnknown(phone);
  expect(await phone.targets('提交报案', false).count()).toBe(0);
  await line.mend();
  await phone.tap('查询进度');
  await phone.see('报案收到了');
  const reportNo = await reportNoOf(phone);

  const after = (await member.get<List<{ reportNo: string }>>('/claims?limit=100')).body.items;
  expect(after).toHaveLength(before + 1);
  expect(after.filter((claim) => claim.reportNo === reportNo)).toHaveLength(1);
});

it('a gift whose claim was not answered is claimed once', async () => {
  const { person, behind } = world();
  const phone = await person(MEMBER);
  const member = await behind(MEMBER);
  const vouchers = async () => (await member.get<List<unknown>>('/vouchers?limit=100')).body.items.length;
  const before = await vouchers();

  await phone.open(pagePath('gifts', 'list'));
  await phone.tap(/车主关怀礼包/);
  const line = await cutAnswersOf(phone, 'POST', /^\/gifts\/[^/]+\/claim$/);
  await phone.tap('领取礼包');
  await expectUnknown(phone);
  await phone.reload();
  await expectUnknown(phone);
  await line.mend();
  await phone.tap('查询进度');
  await phone.see('领到了');
  expect(line.reached).toBe(1);
  expect(await vouchers()).toBe(before + 3);
});
