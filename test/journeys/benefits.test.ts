import type { Caller } from '../bff/features/caller';
import { fillLogin, pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const NEWCOMER = '13800000002';
const world = useWorld();

const balanceOf = async (member: Caller) => (await member.get<{ balance: number }>('/points')).body.balance;
const spoken = (points: number) => points.toLocaleString('en-US');

it('turns points into a voucher for a named price, and back while it is unused', async () => {
  const { person, behind } = world();
  const member = await behind(MEMBER);
  const before = await balanceOf(member);
  const phone = await person(MEMBER);
  await phone.tap('车生活');
  await phone.tap('积分商城');
  await phone.tap(/^普通洗车 1 次/);
  await phone.tap('用 680 积分兑换');
  await phone.see('用 680 积分换“普通洗车 1 次”？');
  await phone.tap('确认，用掉 680 积分');
  await phone.see('换到了');
  await phone.see(spoken(before - 680));
  expect(await balanceOf(member)).toBe(before - 680);
  await phone.tap('看我的订单');
  await phone.tap(/^取消兑换/);
  await phone.tap('取消，退回 680 积分');
  await phone.see('退回积分');
  await phone.see(spoken(before));
  await phone.tap('知道了');
  await phone.see(/取消，退回 680 积分/);
  expect(await balanceOf(member)).toBe(before);
});

it('signs in for today once, and explains the points where they stand', async () => {
  const phone = await world().person(MEMBER);
  await phone.open(pagePath('points', 'points'));
  await phone.tap('今天签到');
  await phone.see(/签到成功，\+\d+ 积分/);
  await phone.see('今天签过了');
  await phone.tap(/^每日签到.*余 /);
  await phone.see('这一笔的来由');
  await phone.see('之后的余额');
});

it('gives a voucher to somebody who has the link, looks before the login and comes back to it', async () => {
  const { person, visitor, stack } = world();
  const giver = await person(MEMBER, { permissions: ['clipboard-read', 'clipboard-write'] });
  await giver.open(pagePath('transfers', 'list'));
  await giver.tap('转赠一张券');
  await giver.see('送哪一张？');
  await giver.tap(/^普通洗车/);
  await giver.tap('生成转赠链接');
  await giver.see('链接好了，发给要送的人');
  await giver.tap('复制链接');
  await giver.see('链接已复制，去粘贴给要送的人');
  const link = new URL(await giver.page.evaluate(() => navigator.clipboard.readText()));
  expect(link.search).toBe('');

  const receiver = await visitor();
  const asked: string[] = [];
  receiver.page.on('request', (request) => asked.push(request.url()));
  await receiver.open(`${link.pathname}${link.hash}`);
  await receiver.see('张* 送您一张券');
  await receiver.tap('登录后收下');
  await fillLogin(receiver, stack, NEWCOMER);
  await receiver.tap('收下这张券');
  await receiver.see('收下了');
  expect(asked.filter((url) => url.includes(link.hash.slice(1)))).toEqual([]);
  await receiver.tap('去用这张券');
  await receiver.see('扫不了？报这个数');
  await receiver.see('别人送给您的，不能再转赠');

  await giver.open(pagePath('transfers', 'list'));
  await giver.see('已领取');
  const late = await visitor();
  await late.open(`${link.pathname}${link.hash}`);
  await late.see('这张券已经被领走了');
});

it('takes an offer back, and the link is good for nothing then', async () => {
  const { person, visitor, behind } = world();
  const member = await behind(MEMBER);
  const { body } = await member.get<{ items: { id: string; transferable: boolean }[] }>(
    '/vouchers?state=active&limit=100',
  );
  const voucher = body.items.find(({ transferable }) => transferable)?.id ?? '';
  const giver = await person(MEMBER);
  await giver.open(`${pagePath('transfers', 'give')}?id=${voucher}`);
  await giver.tap('生成转赠链接');
  await giver.see('链接好了，发给要送的人');
  const { items } = (await member.get<{ items: { state: string; token: string }[] }>('/transfers')).body;
  const token = items.find(({ state }) => state === 'offered')?.token ?? '';
  await giver.tap('收回，不送了');
  await giver.see('已收回，券还在您这里');
  const late = await visitor();
  await late.open(`${pagePath('transfers', 'receive')}#${token}`);
  await late.see('送您的人收回了这张券');
});
