import { liftDayLimits } from '../support/day-limits';
import { openVoucher, shortCodeOf, typeCode } from './support/counter';
import { cutAnswersOf } from './support/network';
import type { Phone } from './support/phone';
import { pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const CLERK = '13900000001';
const TITLE = '普通洗车';
const REDEMPTIONS = /^\/merchant\/redemptions$/;
const CONFIRM = /确认核销 1 次|再核销一次/;
const world = useWorld();

/** Each test uses the guest's voucher once more on this one day. */
beforeAll(() => liftDayLimits(world().stack.database.pool('club')));

interface Guest {
  clerk: Phone;
  /** Uses that stand on the guest's voucher, asked of the server behind every screen. */
  uses: () => Promise<number>;
}

/** A guest shows a voucher, and the clerk has looked it up: one tap is missing. */
async function atTheCounter(): Promise<Guest> {
  const { person, behind } = world();
  const owner = await person(MEMBER);
  const clerk = await person(CLERK);
  const member = await behind(MEMBER);
  const id = await openVoucher(owner, TITLE);
  await typeCode(clerk, await shortCodeOf(owner));
  await clerk.see('核对后确认');
  return {
    clerk,
    uses: async () => {
      const { redemptions } = (await member.get<{ redemptions: { state: string }[] }>(`/vouchers/${id}`))
        .body;
      return redemptions.filter(({ state }) => state === 'confirmed').length;
    },
  };
}

async function expectUnknown(clerk: Phone): Promise<void> {
  await clerk.see('还不知道结果');
  expect(await clerk.text()).not.toContain('失败');
  expect(await clerk.visible(/^核销成功$/).count()).toBe(0);
}

/** Each request id under which the counter has asked for a redemption. */
function idsOf(clerk: Phone): string[] {
  const ids: string[] = [];
  clerk.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/merchant/redemptions'))
      ids.push(request.headers()['idempotency-key'] ?? '');
  });
  return ids;
}

it('cut after the club has done it: asked for by itself, and used once', async () => {
  const { clerk, uses } = await atTheCounter();
  const before = await uses();
  const ids = idsOf(clerk);
  const line = await cutAnswersOf(clerk, 'POST', REDEMPTIONS);
  await clerk.tap(CONFIRM);
  await expectUnknown(clerk);
  expect(await uses()).toBe(before + 1);
  // Every further question is answered by the club and lost again; nothing is used by asking.
  while (line.reached < 3) await clerk.page.waitForEvent('requestfailed');
  await expectUnknown(clerk);
  await line.mend();
  await clerk.see(/^核销成功$/);
  expect(new Set(ids).size).toBe(1);
  expect(await uses()).toBe(before + 1);
});

it('without a network from the moment it was done: says so, and knows as soon as the network is back', async () => {
  const { clerk, uses } = await atTheCounter();
  const before = await uses();
  const ids = idsOf(clerk);
  await clerk.page.route(/\/merchant\/redemptions$/, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await clerk.context.setOffline(true);
    await route.abort('connectionreset');
  });
  await clerk.tap(CONFIRM);
  await expectUnknown(clerk);
  await clerk.see('现在没有网络，连上以后会自己查');
  expect(await uses()).toBe(before + 1);
  await clerk.page.unrouteAll();
  await clerk.context.setOffline(false);
  await clerk.see(/^核销成功$/);
  expect(new Set(ids).size).toBe(1);
  expect(await uses()).toBe(before + 1);
});

it('without a network before the tap: nothing was sent, and it says so; the same tap works later', async () => {
  const { clerk, uses } = await atTheCounter();
  const before = await uses();
  const ids = idsOf(clerk);
  await clerk.context.setOffline(true);
  await clerk.tap(CONFIRM);
  await clerk.see(/没有网络，没发出去。没有扣券/);
  expect(await uses()).toBe(before);
  await clerk.context.setOffline(false);
  await clerk.tap(CONFIRM);
  await clerk.see(/^核销成功$/);
  expect(new Set(ids).size).toBe(1);
  expect(await uses()).toBe(before + 1);
});

it('tapped twice at once, then restarted before the answer: one use, named and told after the restart', async () => {
  const { clerk, uses } = await atTheCounter();
  const before = await uses();
  const ids = idsOf(clerk);
  const line = await cutAnswersOf(clerk, 'POST', REDEMPTIONS);
  await clerk.targets(CONFIRM, false).first().dblclick();
  await expectUnknown(clerk);
  await clerk.open(pagePath('merchant', 'workspace'));
  await clerk.see('有一单待查');
  await clerk.see(/普通洗车.*张\*.*发出/);
  // Until it is known, no second guest can be mixed up with the first.
  expect(await clerk.targets('客人报数字，手动输入', false).first().getAttribute('aria-disabled')).toBe(
    'true',
  );
  await line.mend();
  await clerk.see(/^核销成功$/);
  expect(new Set(ids).size).toBe(1);
  expect(await uses()).toBe(before + 1);
  await clerk.tap('继续扫码');
  await clerk.see('网络正常');
});
