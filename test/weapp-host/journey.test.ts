import { readFileSync } from 'node:fs';
import path from 'node:path';
import jsQR from 'jsqr';
import { type Host, startHost } from './host';
import { CONSENT, logInByCode, page } from './support/people';
import { type Product, startProduct } from './support/product';

jest.setTimeout(120_000);

const dist = path.resolve(__dirname, '../..', process.env.WEAPP_ROOT ?? 'dist/weapp');
const picture = path.resolve(__dirname, '../../client/assets/tabs/home.png');
const MEMBER = '13800000001';
const NEWCOMER = '13800000002';
const CLERK = '13900000001';
const OWNER = '13900000002';
const MAX_FIRST_SET_DATA_BYTES = 32 * 1024;

let product: Product;
/** What the member's phone keeps between two launches. */
let kept: Map<string, unknown> | undefined;
const hosts: Host[] = [];
/** Every page that was shown in any test. */
const shown = new Set<string>();

beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  for (const { route } of hosts.flatMap((host) => host.setData)) shown.add(route);
  const errors = hosts.flatMap((host) => host.errors);
  for (const host of hosts.splice(0).reverse()) host.close();
  expect(errors).toEqual([]);
});
afterAll(() => product.stop());

async function launch(options: Partial<Parameters<typeof startHost>[0]> = {}): Promise<Host> {
  const host = await startHost({ dist, apiBase: product.apiBase, ...options });
  hosts.push(host);
  return host;
}

/** The phone of the member, as it was left. */
const memberAgain = () => launch({ storage: kept });

/** The latest code on the screen, read as a scanner reads it. */
function scanned(host: Host): string | undefined {
  const canvas = host.chrome.canvases.at(-1)?.drawn();
  return canvas && jsQR(canvas.pixels, canvas.widthPx, canvas.heightPx)?.data;
}

it('logs in by phone and code, and still knows the person after a restart', async () => {
  const host = await launch();
  await logInByCode(host, product, MEMBER);
  await host.waitForText('鲁A');
  kept = host.storage;
  const restarted = await memberAgain();
  await restarted.waitForText('鲁A');
});

it('logs in by one tap in WeChat', async () => {
  const host = await launch({ device: { loginCode: await product.loginCode('a-phone') } });
  await host.open(page('account', 'login'));
  await host.tap('微信手机号一键登录');
  await host.waitForText('请先看过并勾选下面的同意');
  await host.tap(CONSENT);
  await host.fire('wx-button', 'getphonenumber', { code: await product.phoneCode('13800000003') });
  await host.waitFor(() => !host.route.includes('/login/'), 'the way back from the login');
  await host.waitForText('鲁A');
});

it('opens every tab and every page of every subpackage, within the budget of a first setData', async () => {
  const host = await memberAgain();
  const visits: [string, string][] = [
    [page('home', 'home'), '出险报案'],
    [page('policies', 'list'), '鲁A'],
    [page('life', 'life'), '积分'],
    [page('account', 'me'), '退出登录'],
    [page('account', 'login'), '微信手机号一键登录'],
    [page('account', 'identity'), '已核实是您本人'],
    [page('account', 'privacy'), '我同意过什么'],
    [page('account', 'access'), '每次有人看到您的信息'],
    [page('account', 'consents'), '全部记录（回执）'],
    [page('account', 'export'), '生成一份'],
    [page('account', 'deletion'), '账号删除后不能恢复'],
    [`${page('account', 'document')}?name=terms`, '我们提供什么'],
    [page('policies', 'add'), '保单号'],
    [`${page('policies', 'services')}?id=pol_demo_fuel_sy`, '办理记录'],
    [page('outbox', 'list'), '没有等着发的'],
    [page('claims', 'report'), '有人受伤吗？'],
    [page('claims', 'list'), '鲁A'],
    [`${page('claims', 'link')}?t=half`, '这个链接不完整'],
    [page('vehicles', 'violations'), '来源：'],
    [page('vehicles', 'vehicles'), '加一辆车'],
    [page('gifts', 'list'), '我的订单'],
    [page('gifts', 'orders'), '剩'],
    [page('vouchers', 'list'), '可以用'],
    [page('points', 'points'), '积分'],
    [page('points', 'earn'), '邀请朋友'],
    [page('referral', 'invite'), '从我的链接来的朋友'],
    [`${page('referral', 'invited')}?ref=7K2M9Q4X1ABC`, '您已经是会员了'],
    [page('stores', 'stores'), '泉城车享家'],
    [page('merchant', 'workspace'), '这个账号不是门店账号'],
  ];
  for (const [url, words] of visits) {
    await host.open(url);
    await host.waitForText(words);
  }
  const first = new Map<string, number>();
  for (const { route, bytes } of host.setData) if (!first.has(route)) first.set(route, bytes);
  const largest = Math.max(...host.setData.map(({ bytes }) => bytes));
  console.info(
    [...first]
      .map(([route, bytes]) => `${String(bytes).padStart(6)} B first setData of ${route}`)
      .join('\n') + `\n${String(largest).padStart(6)} B the largest of ${String(host.setData.length)}`,
  );
  for (const [route, bytes] of first)
    expect([route, bytes <= MAX_FIRST_SET_DATA_BYTES]).toEqual([route, true]);
});

it('opens a policy, a claim, a gift and a voucher from their lists', async () => {
  const host = await memberAgain();
  const details: [string, string, string, string][] = [
    [page('policies', 'list'), '机动车商业保险', 'policies/pages/detail', '保单号'],
    [page('claims', 'list'), '鲁A', 'claims/pages/case', '报案号'],
    [page('gifts', 'list'), '车主关怀礼包', 'gifts/pages/detail', '有效期'],
  ];
  for (const [list, words, detail, seen] of details) {
    await host.open(list);
    await host.tap(words);
    await host.waitFor(() => host.route.includes(detail), `the page ${detail}`);
    await host.waitForText(seen);
  }
});

it('reports a claim, sends a photo, and looks at it large', async () => {
  const host = await memberAgain();
  host.device.photo = picture;
  await host.tap('出险报案');
  await host.tap('没有人受伤');
  await host.tap('鲁A·7K315');
  await host.tap('追尾');
  await host.tap('提交报案');
  await host.waitForText('报案收到了');
  await host.tap('现在拍照');
  await host.waitForText('照着这个样子拍');
  await host.tap('拍下这一张');
  await host.tap('同意，去拍照');
  await host.waitForText('已传好');
  await host.tap('以后再拍');
  await host.waitFor(() => host.route.includes('claims/pages/case'), 'the case');
  await host.tap('车头全貌，点开看大图');
  const [shown] = host.device.previews;
  // WeChat's own viewer takes whole addresses, and opens on the one that was tapped.
  expect(shown?.urls).toEqual([expect.stringMatching(/^https?:.+\/photos\/.+\/content\?/)]);
  expect(shown?.current).toBe(shown?.urls[0]);
});

it('claims a gift, shows a code that a scanner reads, and a clerk redeems it once', async () => {
  const member = await memberAgain();
  await member.open(page('gifts', 'list'));
  await member.tap('冬季用车礼包');
  await member.tap('领取礼包');
  await member.waitForText('领到了');
  await member.tap('去看我的券');
  await member.waitFor(() => member.route.includes('vouchers/pages/list'), 'the list of vouchers');
  await member.tap('冬季安全检测');
  await member.waitForText('扫不了？报这个数');
  await member.waitFor(() => scanned(member) !== undefined, 'a code that can be scanned');

  const clerk = await launch();
  await logInByCode(clerk, product, CLERK);
  await clerk.waitForText('扫码核销');
  clerk.device.scan = scanned(member);
  await clerk.tap('扫码核销');
  await clerk.waitForText('核对后确认');
  await clerk.tap('确认核销 1 次');
  await clerk.waitForText('核销成功');
  expect(clerk.device.vibrations).not.toEqual([]);
  await member.waitForText('凭证号');

  // The counter goes on scanning by itself: the same code is read again.
  await clerk.tap('继续扫码');
  await clerk.waitForText('不能再用');
});

it('shows the owner of a shop what the counter brought in, and who works there', async () => {
  const owner = await launch();
  await logInByCode(owner, product, OWNER);
  // The owner is brought to the counter at launch: a page opened before that would end up below it.
  await owner.waitFor(() => owner.route.includes('merchant/'), 'the counter at launch');
  for (const [name, words] of [
    ['history', '全部'],
    ['stores', '泉城车享家·环山路店'],
    ['staff', '正在用的这台'],
    ['settlements', '已付款'],
  ] as const) {
    await owner.open(page('merchant', name));
    await owner.waitForText(words);
  }
  await owner.tap('已付款');
  await owner.waitFor(() => owner.route.includes('merchant/pages/settlement/'), 'the statement');
  await owner.waitForText('合计');
});

it('turns points into a voucher, and gives it to another phone by a card in a chat', async () => {
  const host = await memberAgain();
  await host.open(page('points', 'points'));
  await host.tap('今天签到');
  await host.waitForText('今天签过了');
  for (const [name, words] of [
    ['entries', '余 '],
    ['earn', '看看能换什么'],
  ] as const) {
    await host.open(page('points', name));
    await host.waitForText(words);
  }
  await host.open(page('mall', 'list'));
  await host.tap('普通洗车 1 次');
  await host.tap('用 680 积分兑换');
  await host.tap('确认，用掉 680 积分');
  await host.waitForText('换到了');
  await host.open(`${page('life', 'service')}?service=carWash`);
  await host.waitForText('怎么得到');
  await host.open(page('transfers', 'list'));
  await host.tap('转赠一张券');
  await host.waitForText('送哪一张？');
  await host.tap('普通洗车');
  await host.waitForText('生成转赠链接');
  // Nothing of anybody's travels before there is an offer.
  expect(host.sharedCard()?.path).not.toContain('token');
  await host.tap('生成转赠链接');
  await host.waitForText('发给微信好友');
  const card = host.sharedCard();
  expect(card?.title).toMatch(/^送您一张“普通洗车/);

  const other = await launch();
  await other.open(card?.path ?? '');
  await other.waitForText('登录后收下');
  // The login lies over the card's page and leads back to it.
  await logInByCode(other, product, NEWCOMER);
  await other.tap('收下这张券');
  await other.waitForText('收下了');
});

it('invites a friend by a card in a chat, and the login on that phone says whose card it was', async () => {
  const host = await memberAgain();
  await host.open(page('referral', 'invite'));
  await host.waitForText('从我的链接来的朋友');
  expect(host.sharedCard()?.path).not.toContain('ref=');
  await host.tap('生成我的邀请链接');
  await host.waitForText('发给微信好友');
  const card = host.sharedCard();
  expect(card?.path).toMatch(/referral\/pages\/invited\/index\?ref=[0-9A-Z]{12}$/);

  const friend = await launch();
  await friend.open(card?.path ?? '');
  await friend.waitForText('不要邀请，自己注册');
  await logInByCode(friend, product, '13800000078');
  const later = await memberAgain();
  await later.open(page('referral', 'invite'));
  await later.waitForText('尾号 0078 的车主');
});

it('has by now shown every page that the bundle has', () => {
  const { pages, subPackages } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  const inPackages = subPackages.flatMap(({ root, pages: own }) => own.map((name) => `${root}/${name}`));
  expect([...pages, ...inPackages].filter((route) => !shown.has(route))).toEqual([]);
});
