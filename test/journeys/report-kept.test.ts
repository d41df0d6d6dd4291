import { createBetween, type Between } from '../bff/features/between';
import type { Caller } from '../bff/features/caller';
import { signIn } from '../bff/features/caller';
import { temporaryFolder } from '../support/run-folder';
import { startStack, type Stack } from '../support/stack';
import { fillRearEnd } from './support/claims';
import { stopBrowser } from './support/browser';
import { lastingPhone } from './support/lasting-phone';
import { newPhone, type Phone } from './support/phone';
import { photoWithPlace, rotatedPhoto } from './support/photos';
import { pagePath, signInAs } from './support/sign-in';
import { webRoot } from './support/world';

const MEMBER = '13800000001';
const OTHER = '13800000002';

interface Claim {
  id: string;
  reportNo: string | null;
}

let core: Between;
/** In front of the server itself, as the network is. */
let door: Between;
let stack: Stack;
let member: Caller;

beforeAll(async () => {
  core = await createBetween();
  door = await createBetween();
  stack = await startStack({
    seeded: true,
    webRoot,
    env: { READ_DEADLINE_MS: '1500', WRITE_DEADLINE_MS: '1500' },
    systemUrls: (urls) => ({ ...urls, core: core.inFrontOf(urls.core) }),
  });
  member = await signIn(stack, MEMBER);
}, 60_000);

afterAll(async () => {
  await stopBrowser();
  await stack.stop();
  await Promise.all([core.close(), door.close()]);
});

const claims = async (): Promise<Claim[]> =>
  (await member.get<{ items: Claim[] }>('/claims?limit=100')).body.items;

const photosOf = async (id: string): Promise<{ shot: string }[]> =>
  (await member.get<{ items: { shot: string }[] }>(`/claims/${id}/photos`)).body.items;

/** Without network the screens come from the phone: only then can one be opened that nobody has opened yet. */
async function untilTheShellIsKept(phone: Phone): Promise<void> {
  await phone.page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });
}

/** The one claim that was not there before. */
async function onlyNewClaim(before: readonly Claim[]): Promise<Claim> {
  const known = new Set(before.map(({ id }) => id));
  const added = (await claims()).filter(({ id }) => !known.has(id));
  expect(added).toHaveLength(1);
  return added[0] ?? { id: '', reportNo: null };
}

async function pick(phone: Phone, file: string, { first }: { first: boolean }): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.tap('从相册选');
  if (first) await phone.tap('同意，去拍照');
  await (await chooser).setFiles(file);
}

async function untilKept(phone: Phone, count: number): Promise<void> {
  await phone
    .targets(/：已存手机$/, false)
    .nth(count - 1)
    .waitFor();
}

async function untilSent(phone: Phone, count: number): Promise<void> {
  await phone
    .targets(/：已传好$/, false)
    .nth(count - 1)
    .waitFor();
}

it('a report and its photos made without network survive a killed phone and become one claim', async () => {
  const before = await claims();
  const folder = temporaryFolder('phone');
  let phone = await lastingPhone(stack.baseUrl, folder);
  await signInAs(phone, stack, MEMBER);
  await phone.open('/');
  await untilTheShellIsKept(phone);
  // The web build keeps a screen once it was opened; a mini-program has the whole package.
  await phone.open('/features/claims/pages/photo/index');
  await phone.see('拍照');
  await phone.open('/');
  await phone.tap('出险报案');
  await phone.see('有人受伤吗？');
  await phone.tap(/没有人受伤/);
  await phone.see(/鲁A·?7K315/);
  await phone.page.context().setOffline(true);
  await phone.tap(/鲁A·?7K315/);
  await phone.tap(/追尾/);
  await phone.tap('提交报案');
  await phone.see('已存在这台手机');
  await phone.tap('先拍照，存在手机里');
  await phone.see('第 1 张，共 9 张：车头全貌');
  await pick(phone, await rotatedPhoto(), { first: true });
  await untilKept(phone, 1);
  await pick(phone, await photoWithPlace(), { first: false });
  await untilKept(phone, 2);
  await phone.context.close();
  expect(await claims()).toHaveLength(before.length);

  phone = await lastingPhone(stack.baseUrl, folder);
  // Opened, and nothing more: nobody has to look for the claim.
  await phone.open('/');
  const claim = await untilOne(before);
  await untilPhotos(claim.id, 2);
  expect(new Set((await photosOf(claim.id)).map(({ shot }) => shot))).toEqual(
    new Set(['ownFront', 'ownRear']),
  );
  expect((await onlyNewClaim(before)).id).toBe(claim.id);
  await phone.context.close();
}, 120_000);

async function untilPhotos(id: string, count: number): Promise<void> {
  for (const endsAt = Date.now() + 30_000; Date.now() < endsAt;) {
    if ((await photosOf(id)).length === count) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the photos did not arrive');
}

async function untilOne(before: readonly Claim[]): Promise<Claim> {
  for (const endsAt = Date.now() + 20_000; Date.now() < endsAt;) {
    if ((await claims()).length > before.length) return onlyNewClaim(before);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the report did not arrive');
}

it('a report during an outage of the claims system is taken, its photos too, and is delivered once', async () => {
  const before = await claims();
  const phone = await newPhone(stack.baseUrl);
  await signInAs(phone, stack, MEMBER);
  await phone.open('/');
  await phone.tap('出险报案');
  await fillRearEnd(phone);
  core.break('away');
  await phone.tap('提交报案');
  await untilStored(phone);
  await phone.tap(/现在拍照/);
  await phone.see('第 1 张，共 9 张：车头全貌');
  await pick(phone, await photoWithPlace(), { first: true });
  await untilSent(phone, 1);
  core.heal();
  const claim = await untilNumbered(before);
  await phone.tap('以后再拍');
  await phone.see('照片 1 张');
  await phone.reload();
  await phone.see(`报案号 ${claim.reportNo ?? ''}`);
  expect(await photosOf(claim.id)).toHaveLength(1);
  await phone.context.close();
}, 120_000);

/** A connection that was cut is uncertain at first; the phone asks again under the same id and hears that it is kept. */
async function untilStored(phone: Phone): Promise<void> {
  const stored = phone.visible('报案存好了').first();
  const query = phone.targets('查询进度', true).first();
  for (let tries = 0; tries < 10; tries += 1) {
    await stored.or(query).first().waitFor();
    if (await stored.isVisible()) return;
    await query.tap();
  }
  throw new Error('the report was not stored');
}

async function untilNumbered(before: readonly Claim[]): Promise<Claim> {
  const known = new Set(before.map(({ id }) => id));
  for (const endsAt = Date.now() + 60_000; Date.now() < endsAt;) {
    const added = (await claims()).filter(({ id }) => !known.has(id));
    if (added.length === 1 && added[0]?.reportNo) return added[0];
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error('the report was not delivered');
}

it('a report whose server was killed under it is asked for again and is one claim', async () => {
  const before = await claims();
  const phone = await newPhone(door.inFrontOf(stack.baseUrl));
  await signInAs(phone, stack, MEMBER);
  await phone.open('/');
  await phone.tap('出险报案');
  await fillRearEnd(phone);
  door.break('away');
  await phone.tap('提交报案');
  await phone.see('正在发送');
  expect(await phone.text()).not.toContain('失败');
  expect(await claims()).toHaveLength(before.length);
  door.heal();
  await phone.tap('查询进度');
  await phone.see('报案收到了');
  await onlyNewClaim(before);
  await phone.context.close();
}, 120_000);

it('a session that ends between the report and the network loses nothing', async () => {
  const before = await claims();
  const phone = await newPhone(stack.baseUrl);
  await signInAs(phone, stack, MEMBER);
  await phone.open('/');
  await phone.tap('出险报案');
  await fillRearEnd(phone);
  await phone.context.setOffline(true);
  await phone.tap('提交报案');
  await phone.see('已存在这台手机');
  await phone.context.clearCookies();
  await phone.page.evaluate(() => sessionStorage.clear());
  await phone.context.setOffline(false);
  await phone.open('/');
  await phone.see('登录后自动发出去，只发一次');
  await signInAs(phone, stack, MEMBER);
  await phone.open('/');
  await untilOne(before);
  await phone.context.close();
}, 120_000);

async function logOut(phone: Phone): Promise<void> {
  await phone.open(pagePath('account', 'me'));
  await phone.tap('退出登录');
  await phone.see(/1 份报案、1 张事故照片还没有发出，会留在这台手机上/);
}

it('a logout in between loses nothing: another member sees nothing of it, and one claim with its photo results', async () => {
  const before = await claims();
  const phone = await lastingPhone(stack.baseUrl, temporaryFolder('phone'));
  await signInAs(phone, stack, MEMBER);
  await phone.open('/');
  await untilTheShellIsKept(phone);
  await phone.open(pagePath('claims', 'photo'));
  await phone.see('拍照');
  await phone.open('/');
  await phone.tap('出险报案');
  await fillRearEnd(phone);
  await phone.context.setOffline(true);
  await phone.tap('提交报案');
  await phone.see('已存在这台手机');
  await phone.tap('先拍照，存在手机里');
  await pick(phone, await photoWithPlace(), { first: true });
  await untilKept(phone, 1);
  // There is a network again, and it does not reach the claims.
  await phone.context.route('**/api/v1/claims', (route) => route.abort('internetdisconnected'));
  await phone.context.setOffline(false);
  await logOut(phone);
  await phone.targets('退出登录', true).last().tap();
  await phone.see('登录后，这里是您的');
  await phone.context.unroute('**/api/v1/claims');

  await signInAs(phone, stack, OTHER);
  await phone.open('/');
  await phone.see('出险报案');
  expect(await phone.text()).not.toMatch(/已存在这台手机|事故照片/);
  expect(await claims()).toHaveLength(before.length);
  await phone.open(pagePath('account', 'me'));
  await phone.tap('退出登录');
  await phone.targets('退出登录', true).last().tap();
  await phone.see('登录后，这里是您的');

  await signInAs(phone, stack, MEMBER);
  await phone.open('/');
  const claim = await untilOne(before);
  await untilPhotos(claim.id, 1);
  await phone.context.close();
}, 180_000);

it('a photo on a full phone is said to be unsafe, and arrives all the same', async () => {
  const before = await claims();
  const phone = await newPhone(stack.baseUrl);
  await signInAs(phone, stack, MEMBER);
  await phone.open('/');
  await phone.tap('出险报案');
  await fillRearEnd(phone);
  await phone.tap('提交报案');
  await phone.see('报案收到了');
  await phone.tap(/现在拍照/);
  await phone.see('从相册选');
  const settings = await phone.context.newCDPSession(phone.page);
  await settings.send('Storage.overrideQuotaForOrigin', { origin: stack.baseUrl, quotaSize: 1 });
  await phone.context.setOffline(true);
  await pick(phone, await photoWithPlace(), { first: true });
  await phone.see('手机空间不够');
  await phone.context.setOffline(false);
  await untilSent(phone, 1);
  const claim = await onlyNewClaim(before);
  expect(await photosOf(claim.id)).toHaveLength(1);
  await phone.context.close();
}, 120_000);
