import { reportNoOf } from './support/claims';
import { Keyboard } from './support/keyboard';
import { pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const ELDER = '13800000003';
const world = useWorld();

it('logs in with keys alone', async () => {
  const { visitor, stack } = world();
  const phone = await visitor();
  const keys = new Keyboard(phone);
  await phone.open(pagePath('account', 'login'));
  await phone.see('发送验证码');
  await keys.fill('手机号', MEMBER);
  await keys.choose('发送验证码');
  await phone.see(/勾选/);
  await keys.to('我看过并同意用户协议和隐私政策');
  await keys.press('Space');
  await keys.choose('发送验证码');
  await phone.see(`验证码已发到 ${MEMBER}`);
  await keys.fill('验证码', await stack.latestCode(MEMBER));
  await keys.choose(/^登录$/);
  await phone.page.waitForURL((url) => !url.pathname.includes('/login/'));
  await phone.see('出险报案');
});

it('reports an accident with keys alone, from the home page to the number', async () => {
  const phone = await world().person(MEMBER);
  const keys = new Keyboard(phone);
  await phone.see('出险报案');
  await keys.choose(/^出险报案/);
  await phone.see('有人受伤吗？');
  await keys.choose(/^没有人受伤/);
  await phone.see('哪一辆车？');
  // The question that has come is what a screen reader reads next.
  await keys.standsOn('哪一辆车？');
  await keys.choose(/鲁A·?7K315/);
  await phone.see('发生了什么？');
  await keys.standsOn('发生了什么？');
  await keys.choose(/^追尾/);
  await phone.see('看一下，没错就提交');
  await keys.to(/^刚才/);
  await keys.press('ArrowRight');
  expect(await keys.here()).toBe('半小时前');
  await keys.choose(/^提交报案$/);
  await phone.see('报案收到了');
  expect(await reportNoOf(phone)).toBeTruthy();
});

it('adds a car with keys alone', async () => {
  const phone = await world().person(ELDER);
  const keys = new Keyboard(phone);
  await phone.open(pagePath('vehicles', 'vehicles'));
  await phone.see('加一辆车');
  await keys.choose('加一辆车');
  await keys.fill('车牌号', '鲁a-6c219');
  await keys.fill('车架号', 'LSVDEM600J2010009');
  await keys.fill('发动机号', 'EA211D0999');
  await keys.to(/^我同意/);
  await keys.press('Space');
  await keys.choose(/^保存并查违章$/);
  await phone.see(/鲁A·?6C219/);
});

it('goes into a dialog, stays in it, and comes back to where it was', async () => {
  const phone = await world().person(MEMBER);
  const keys = new Keyboard(phone);
  await phone.tap('我的');
  await phone.see('退出登录');
  await keys.choose(/^退出登录$/);
  const dialog = phone.page.getByRole('dialog');
  await dialog.waitFor();
  for (let stop = 0; stop < 6; stop += 1) {
    await phone.page.keyboard.press('Tab');
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  }
  await keys.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await keys.here()).toBe('退出登录');
});

it('closes what lies on top with the browser’s own Back, and stays on the page', async () => {
  const phone = await world().person(MEMBER);
  const points = pagePath('points', 'points');
  const browser = await phone.context.newCDPSession(phone.page);
  /** As its button does; what the page keeps back is no navigation that could be waited for. */
  const back = async () => {
    const { currentIndex, entries } = await browser.send('Page.getNavigationHistory');
    await browser.send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex - 1]?.id ?? 0 });
  };
  await phone.tap('车生活');
  await phone.tap(/看明细/);
  await phone.tap('看每个月的数字');
  await phone.see(/本月/);
  await back();
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
  await phone.see('最近 12 个月');
  expect(new URL(phone.page.url()).pathname).toBe(points);
  // Once more it leads away, as ever: nothing was added to the history, and nobody is kept on a page.
  await back();
  await phone.page.waitForURL((url) => url.pathname !== points);
});
