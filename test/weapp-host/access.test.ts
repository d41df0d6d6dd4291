import path from 'node:path';
import { type Host, startHost } from './host';
import { logInByCode, page } from './support/people';
import { type Product, startProduct } from './support/product';

jest.setTimeout(120_000);

const dist = path.resolve(__dirname, '../..', process.env.WEAPP_ROOT ?? 'dist/weapp');
const MEMBER = '13800000001';

let product: Product;
let host: Host;

beforeAll(async () => {
  product = await startProduct();
  host = await startHost({ dist, apiBase: product.apiBase });
  await logInByCode(host, product, MEMBER);
});
afterAll(async () => {
  expect(host.errors).toEqual([]);
  host.close();
  await product.stop();
});

const all = (selector: string): Element[] => [...host.page.querySelectorAll(selector)];
const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') || (element.textContent ?? '')).trim();
const shortOf = (element: Element): string => element.outerHTML.slice(0, 160);

/** Roles whose state a screen reader says. */
const STATES: readonly [role: string, state: string][] = [
  ['tab', 'aria-selected'],
  ['switch', 'aria-checked'],
  ['checkbox', 'aria-checked'],
  ['radio', 'aria-checked'],
];

/** What WeChat's screen readers would pass over, or read without saying what it is. */
function silent(): string[] {
  const pressed = all('.ui-press');
  const unnamed = pressed.filter((element) => nameOf(element) === '');
  const unknown = pressed.filter((element) => !element.getAttribute('aria-role'));
  const stateless = STATES.flatMap(([role, state]) =>
    all(`[aria-role="${role}"]`).filter(
      (element) => !/^(true|false)$/.test(element.getAttribute(state) ?? ''),
    ),
  );
  const fields = all('wx-input, wx-textarea').filter((element) => !element.getAttribute('aria-label'));
  const icons = all('.ui-icon').filter((element) => element.getAttribute('aria-hidden') !== 'true');
  const pictures = all('wx-image').filter(
    (element) => element.getAttribute('aria-hidden') !== 'true' && !element.getAttribute('aria-label'),
  );
  return [...unnamed, ...unknown, ...stateless, ...fields, ...icons, ...pictures].map(shortOf);
}

it.each([
  [page('home', 'home'), '出险报案'],
  [page('policies', 'list'), '鲁A'],
  [page('life', 'life'), '积分'],
  [page('account', 'me'), '退出登录'],
  [page('account', 'identity'), '已核实是您本人'],
  [page('account', 'login'), '微信手机号一键登录'],
  [page('claims', 'report'), '有人受伤吗？'],
  [page('claims', 'list'), '鲁A'],
  [page('vehicles', 'violations'), '来源：'],
  [page('vehicles', 'vehicles'), '加一辆车'],
  [page('gifts', 'list'), '我的订单'],
  [page('vouchers', 'list'), '可以用'],
  [page('points', 'points'), '可用积分'],
  [page('stores', 'stores'), '泉城车享家'],
])('says what everything on %s is', async (url, words) => {
  await host.open(url);
  await host.waitForText(words);
  expect(all('.ui-press').length).toBeGreaterThan(0);
  expect(silent()).toEqual([]);
});

it('names the current tab, the headings and the steps of a claim', async () => {
  await host.open(page('account', 'me'));
  await host.waitForText('退出登录');
  const selected = all('[aria-role="tab"][aria-selected="true"]');
  expect(selected.map(nameOf)).toEqual(['我的']);
  expect(all('[aria-role="heading"]').map(nameOf)).toContain('隐私中心');
  await host.open(page('claims', 'list'));
  await host.tap('鲁A');
  await host.waitForText('报案号');
  expect(all('[aria-role="list"]').length).toBeGreaterThan(0);
  expect(all('[aria-role="listitem"]').length).toBeGreaterThan(2);
});

it('opens a dialog that says so, and takes a choice that says so', async () => {
  await host.open(page('account', 'me'));
  await host.waitForText('退出登录');
  expect(all('[aria-role="dialog"]')).toEqual([]);
  await host.tap('退出登录');
  await host.waitFor(() => all('[aria-role="dialog"]').length > 0, 'the dialog');
  const [dialog] = all('[aria-role="dialog"]');
  expect(dialog?.getAttribute('aria-modal')).toBe('true');
  expect(dialog?.getAttribute('aria-label')).toBe('退出登录？');
  await host.tap('关闭');
  await host.waitFor(() => all('[aria-role="dialog"]').length === 0, 'the dialog to be gone');
  const elder = () => all('[aria-role="switch"]')[0]?.getAttribute('aria-checked');
  expect(elder()).toBe('false');
  await host.tap('大字版');
  await host.waitFor(() => elder() === 'true', 'the switch to be on');
  await host.tap('大字版');
});

it('keeps a place where changes are read aloud', () => {
  expect(all('[aria-role="status"]').length).toBeGreaterThan(0);
});
