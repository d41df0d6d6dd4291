import { fillRearEnd, reportNoOf } from './support/claims';
import { fillLogin, pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const ELDER = '13800000003';
const CLERK = '13900000001';
const CONSENT = '我同意把车牌、车架号和发动机号发给交管数据源，只用来查这辆车的违章';
const world = useWorld();

it('looks up violations of both cars, with their source and time', async () => {
  const phone = await world().person(MEMBER);
  await phone.tap('违章');
  await phone.see(/查到 \d+ 条。来源：/);
  await phone.tap(/鲁A·?D52816/);
  await phone.see(/来源：/);
  await phone.see('到哪里处理');
});

it('adds a car only with the consent to look it up', async () => {
  const phone = await world().person(ELDER);
  await phone.open(pagePath('vehicles', 'vehicles'));
  await phone.tap('加一辆车');
  await phone.type('车牌号', '鲁a-6c218');
  await phone.type('车架号', 'LSVDEM600J2010009');
  await phone.type('发动机号', 'EA211D0999');
  await phone.tap('保存并查违章');
  await phone.see('要先勾选同意，才能查违章');
  await phone.tap(CONSENT);
  await phone.tap('保存并查违章');
  await phone.see(/来源：/);
  await phone.see(/鲁A·?6C218/);
});

it('keeps a half-filled report over a lost session', async () => {
  const { person, stack } = world();
  const phone = await person(MEMBER);
  await phone.tap('出险报案');
  await fillRearEnd(phone);
  await phone.context.clearCookies();
  await phone.reload();
  await phone.see('看一下，没错就提交');
  await phone.tap(/提交报案|登录并提交/);
  if ((await phone.targets('去登录', false).count()) > 0) await phone.tap('去登录');
  await phone.see('我看过并同意');
  await fillLogin(phone, stack, MEMBER);
  await phone.see('看一下，没错就提交');
  await phone.see('追尾');
  await phone.tap('提交报案');
  await phone.see('报案收到了');
  expect(await reportNoOf(phone)).toBeTruthy();
});

it('says that there is no network, loses nothing, and goes on when it is back', async () => {
  const phone = await world().visitor();
  await phone.open('/');
  await phone.tap('出险报案');
  await phone.see('有人受伤吗？');
  await phone.context.setOffline(true);
  await phone.see('现在没有网络。已有的内容照常能看，填好的不会丢。');
  await phone.tap(/^没有人受伤/);
  await phone.type('车牌号', '鲁A12345');
  await phone.tap('用这个车牌');
  await phone.tap(/^追尾/);
  await phone.see('登录并提交');
  await phone.context.setOffline(false);
  await phone.seeNoMore('现在没有网络');
  await phone.reload();
  await phone.see('登录并提交');
  await phone.see(/鲁A·?12345/);
});

it('switches to large type and stays there', async () => {
  const phone = await world().person(MEMBER);
  await phone.tap('我的');
  await phone.tap('大字版');
  const elder = phone.page.locator('.theme-elder').filter({ visible: true });
  await elder.first().waitFor();
  await phone.reload();
  await elder.first().waitFor();
  await phone.see('打客服');
  await phone.tap('大字版');
  await elder.waitFor({ state: 'detached' });
});

it('brings a clerk to the counter at once, and to the member side by choice', async () => {
  const phone = await world().person(CLERK);
  await phone.see('客人报数字，手动输入');
  await phone.tap('切换到车主端');
  await phone.see('切换到商户工作台');
});

it('leads home from an address that no page of this release has', async () => {
  const phone = await world().visitor();
  await phone.open('/features/gone/pages/gone/index');
  await phone.see('出险报案');
  expect(new URL(phone.page.url()).pathname).toMatch(/^\/$|home/);
});
