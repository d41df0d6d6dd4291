import { openVoucher, pictureOfCode, readCode, scan, shortCodeOf, typeCode } from './support/counter';
import type { Phone } from './support/phone';
import { pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const CLERK = '13900000001';
const OWNER = '13900000002';
const OTHER_CLERK = '13900000003';
const TITLE = '冬季安全检测';
const world = useWorld();

interface Voucher {
  state: string;
  usesLeft: number;
  redemptions: { state: string }[];
}

async function undoLatest(merchant: Phone): Promise<void> {
  await merchant.tap(`撤销 ${TITLE}`);
  await merchant.tap('扫错了券');
  await merchant.tap(`撤销「${TITLE} 1 次」`);
  await merchant.see('已撤销');
}

/** The result fills the screen; the next guest is one tap away. */
async function nextGuest(clerk: Phone): Promise<void> {
  await clerk.tap('继续扫码');
  await clerk.see('客人报数字，手动输入');
}

it('a gift is claimed, redeemed at the counter exactly once, undone, scanned and undone again', async () => {
  const { person, behind } = world();
  const owner = await person(MEMBER);
  const clerk = await person(CLERK);
  await clerk.see('商户工作台');

  await owner.open(pagePath('gifts', 'list'));
  await owner.tap(/冬季用车礼包/);
  await owner.tap('领取礼包');
  await owner.see('领到了');
  await owner.tap('去看我的券');
  const id = await openVoucher(owner, TITLE);
  const member = await behind(MEMBER);
  const voucher = async () => (await member.get<Voucher>(`/vouchers/${id}`)).body;

  // Typed by the clerk; the guest's screen turns into the receipt by itself.
  const firstCode = await readCode(await pictureOfCode(owner));
  await typeCode(clerk, await shortCodeOf(owner));
  await clerk.see('核对后确认');
  await clerk.tap('确认核销 1 次');
  await clerk.see('核销成功');
  await owner.see('凭证号');
  expect(await voucher()).toMatchObject({ state: 'redeemed', usesLeft: 0 });

  // The same voucher again, by a picture of the code somebody kept.
  await nextGuest(clerk);
  await scan(clerk, firstCode);
  await clerk.see('不能再用');
  expect((await voucher()).redemptions).toHaveLength(1);

  // The clerk takes it back, and the guest can show it again.
  await nextGuest(clerk);
  await undoLatest(clerk);
  await owner.see('扫不了？报这个数');
  expect(await voucher()).toMatchObject({ state: 'active', usesLeft: 1 });

  // Another merchant's clerk learns nothing about it.
  const stranger = await person(OTHER_CLERK);
  await typeCode(stranger, await shortCodeOf(owner));
  await stranger.see('没有这张券');

  // Scanned with the camera this time; the merchant's owner takes it back.
  await scan(clerk, await readCode(await pictureOfCode(owner)));
  await clerk.tap(/确认核销 1 次|再核销一次/);
  await clerk.see('核销成功');
  const merchant = await person(OWNER);
  await undoLatest(merchant);
  await owner.see('扫不了？报这个数');
  const { redemptions, ...now } = await voucher();
  expect(now).toMatchObject({ state: 'active', usesLeft: 1 });
  expect(redemptions.map(({ state }) => state)).toEqual(['reversed', 'reversed']);
});
