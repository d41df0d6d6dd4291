import { pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const NEWCOMER = '13800000077';
const world = useWorld();

/** What a screen is made of; nothing about the person. */
const isOwnFile = (url: URL) =>
  /\.(js|css|png|svg|ico|woff2?|wav|webmanifest|html)$/.test(url.pathname) || url.pathname === '/';

it('collects nothing before the box is ticked: no request, no cookie, nothing kept but the looks', async () => {
  const phone = await world().visitor();
  const asked: { method: string; path: string; body: string | null }[] = [];
  phone.page.on('request', (request) => {
    const url = new URL(request.url());
    if (!isOwnFile(url))
      asked.push({ method: request.method(), path: url.pathname, body: request.postData() });
  });
  await phone.open('/');
  await phone.see('登录');
  await phone.open(pagePath('account', 'login'));
  await phone.see('同意之前，什么都不收集');
  await phone.type('手机号', NEWCOMER);
  await phone.tap('发送验证码');
  await phone.see('请先看过并勾选下面的同意，再继续。');
  const aboutThePerson = asked.filter(
    ({ path }) => path.startsWith('/api/') && !path.endsWith('/auth/tokens'),
  );
  expect(aboutThePerson).toEqual([]);
  expect(asked.filter(({ body }) => body?.includes(NEWCOMER))).toEqual([]);
  expect(await phone.context.cookies()).toEqual([]);
  const kept = await phone.page.evaluate(() =>
    Object.entries(localStorage).map(([key, value]) => `${key}=${value}`),
  );
  expect(kept.filter((entry) => entry.includes(NEWCOMER))).toEqual([]);

  await phone.tap('我看过并同意用户协议和隐私政策');
  await phone.tap('发送验证码');
  await phone.see(/验证码已发到/);
  expect(asked.some(({ path }) => path.endsWith('/auth/sms-codes'))).toBe(true);
});

it('the policy and both lists are at most four taps away for a visitor', async () => {
  const phone = await world().visitor();
  await phone.open('/');
  await phone.see('登录');
  phone.taps = 0;
  await phone.tap('我的');
  await phone.tap('更正信息、看清单和政策');
  await phone.tap('收集了我哪些信息');
  await phone.see('个人信息收集清单');
  expect(phone.taps).toBeLessThanOrEqual(4);
});

it('a place is asked for by the tap that needs it, the receipt says so, and taking it back is as easy', async () => {
  const here = world();
  const phone = await here.person(MEMBER, {
    permissions: ['geolocation'],
    place: { latitude: 36.65, longitude: 117.12 },
  });
  await phone.open(pagePath('stores', 'stores'));
  await phone.tap('按距离排');
  await phone.see(/只在您点的这一刻读一次/);
  await phone.tap('同意，用我的位置');
  await phone.see(/公里|\d+ 米/);
  await phone.open(pagePath('account', 'consents'));
  await phone.tap('同意 位置');
  await phone.see('在弹出的询问里点同意');
  await phone.tap('关闭');
  await phone.tap('位置');
  await phone.see('不再读位置。报案地点手填，门店按名字排。');
  await phone.tap('收回');
  await phone.see('已收回“位置”');
  await phone.open(pagePath('stores', 'stores'));
  await phone.tap('按距离排');
  await phone.see(/只在您点的这一刻读一次/);
});

it('a member reads who looked, takes a copy home, asks to be forgotten and stays after all', async () => {
  const here = world();
  const phone = await here.person(MEMBER);
  await phone.open(pagePath('account', 'access'));
  await phone.see(/看了报案电话，联系您/);

  await phone.open(pagePath('account', 'export'));
  await phone.tap('发送验证码');
  await phone.see(/已发到 138\*\*\*\*0001/);
  await phone.type('验证码', await here.stack.latestCode(MEMBER));
  await phone.tap('生成一份');
  await phone.see('已经备好');
  const download = phone.page.waitForEvent('download');
  await phone.tap('打开 PDF（给人看）');
  expect((await download).suggestedFilename()).toMatch(/^my-data-.*\.pdf$/);

  await phone.open(pagePath('account', 'deletion'));
  await phone.see('会失去');
  await phone.tap('发送验证码');
  await phone.see(/已发到/);
  await phone.type('验证码', await here.stack.latestCode(MEMBER));
  await phone.tap('确认删除账号');
  await phone.see('已申请删除账号');
  expect((await here.stack.inbox(MEMBER))[0]?.text).toMatch(/注销/);
  await phone.tap('撤回，保留账号');
  await phone.see('确认删除账号');
});
