import path from 'node:path';
import { type Host, startHost } from './host';
import { logInByCode, page } from './support/people';
import { type Product, startProduct } from './support/product';

jest.setTimeout(120_000);

const dist = path.resolve(__dirname, '../..', process.env.WEAPP_ROOT ?? 'dist/weapp');
const MEMBER = '13800000001';
const OUR_SHEET = '只在您点的这一刻读一次';
const WECHAT_SHEET = '请先看隐私保护指引';

let product: Product;
const hosts: Host[] = [];

beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  const errors = hosts.flatMap((host) => host.errors);
  for (const host of hosts.splice(0).reverse()) host.close();
  expect(errors).toEqual([]);
});
afterAll(() => product.stop());

async function launch(privacy: 'agreed' | 'ask' | 'absent'): Promise<Host> {
  const host = await startHost({ dist, apiBase: product.apiBase, device: { privacy } });
  hosts.push(host);
  return host;
}

async function sortByDistance(host: Host): Promise<void> {
  await host.open(page('stores', 'stores'));
  await host.tap('按距离排');
  await host.waitForText(OUR_SHEET);
  await host.tap('同意，用我的位置');
}

it('asks in our sheet with WeChat’s own button, and reads the place after the yes', async () => {
  const host = await launch('ask');
  await sortByDistance(host);
  await host.waitForText(WECHAT_SHEET);
  expect(host.text()).not.toMatch(/\d 公里|\d 米/);
  await host.fire('同意并继续', 'agreeprivacyauthorization', {});
  await host.waitFor(() => /\d 公里|\d 米/.test(host.text()), 'shops by distance');
  expect(host.device.privacyAnswers).toEqual(['exposureAuthorization', 'agree agree-privacy']);
});

it('goes on without after a no, and asks again only by another tap', async () => {
  const host = await launch('ask');
  await sortByDistance(host);
  await host.waitForText(WECHAT_SHEET);
  await host.tap('不同意');
  await host.waitForText('先按名字排');
  expect(host.device.privacyAnswers).toEqual(['exposureAuthorization', 'disagree']);
  expect(host.text()).not.toContain(WECHAT_SHEET);
});

it('works on a phone whose WeChat is too old for the question', async () => {
  const host = await launch('absent');
  await sortByDistance(host);
  await host.waitFor(() => /\d 公里|\d 米/.test(host.text()), 'shops by distance');
  expect(host.text()).not.toContain(WECHAT_SHEET);
});

it('shows who looked, receipts, the copy and the deletion', async () => {
  const host = await launch('agreed');
  await logInByCode(host, product, MEMBER);
  await host.open(page('account', 'access'));
  await host.waitForText('看了报案电话，联系您');
  await host.open(page('account', 'consents'));
  await host.tap('同意 用户协议');
  await host.waitForText('自己勾选');
  expect(host.text()).toContain('微信小程序');
  await host.open(page('account', 'export'));
  await host.tap('生成一份');
  await host.waitForText('验证码是 6 位数字');
  await host.open(page('account', 'deletion'));
  await host.waitForText('确认删除账号');
});
