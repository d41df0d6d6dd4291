import type { Caller } from '../bff/features/caller';
import { sidewaysTrouble } from './support/layout';
import type { Phone, PhoneOptions } from './support/phone';
import { pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const ELDER = '13800000003';
const CLERK = '13900000001';
const OWNER = '13900000002';
const NARROW_PX = 320;
const world = useWorld();

interface Visit {
  path: string;
  /** The words by which one knows that the content has come. */
  words: string | RegExp;
}

const openPages: Visit[] = [
  { path: '/', words: '登录后，这里是您的' },
  { path: pagePath('account', 'login'), words: '发送验证码' },
  { path: `${pagePath('account', 'document')}?name=terms`, words: '用户协议' },
  { path: `${pagePath('account', 'document')}?name=privacy`, words: '隐私政策' },
  { path: pagePath('policies', 'list'), words: '登录后看您的保单' },
  { path: pagePath('account', 'me'), words: '隐私中心' },
];

async function memberPages(member: Caller): Promise<Visit[]> {
  const firstOf = async (path: string): Promise<string> => {
    const { body } = await member.get<{ items: { id: string }[] }>(path);
    return body.items[0]?.id ?? '';
  };
  const [policy, claim, gift, voucher, used, vehicle] = await Promise.all(
    ['/policies', '/claims', '/gifts', '/vouchers?state=active', '/vouchers?state=redeemed', '/vehicles'].map(
      firstOf,
    ),
  );
  const withId = (feature: string, page: string, id: string | undefined) =>
    `${pagePath(feature, page)}?id=${id ?? ''}`;
  return [
    { path: '/', words: '出险报案' },
    { path: pagePath('policies', 'list'), words: '出险报案' },
    { path: withId('policies', 'detail', policy), words: /保单号/ },
    { path: pagePath('life', 'life'), words: /积分/ },
    { path: pagePath('account', 'me'), words: '退出登录' },
    { path: pagePath('account', 'identity'), words: '已核实是您本人' },
    { path: pagePath('account', 'privacy'), words: '我同意过什么' },
    { path: pagePath('claims', 'report'), words: '有人受伤吗？' },
    { path: pagePath('claims', 'list'), words: /鲁A/ },
    { path: withId('claims', 'case', claim), words: /报案号/ },
    { path: withId('claims', 'photo', claim), words: /第 1 张|不用拍照|都拍好了|第 \d 张/ },
    { path: withId('vehicles', 'violations', vehicle), words: /来源：/ },
    { path: pagePath('vehicles', 'vehicles'), words: '加一辆车' },
    { path: pagePath('gifts', 'list'), words: '我的订单' },
    { path: withId('gifts', 'detail', gift), words: /有效期/ },
    { path: pagePath('gifts', 'orders'), words: /剩 \d/ },
    { path: pagePath('vouchers', 'list'), words: /可以用/ },
    { path: withId('vouchers', 'detail', voucher), words: '扫不了？报这个数' },
    { path: withId('vouchers', 'detail', used), words: /用过的记录/ },
    { path: pagePath('points', 'points'), words: /积分/ },
    { path: pagePath('stores', 'stores'), words: /泉城车享家/ },
  ];
}

const counterPages: Visit[] = [
  { path: pagePath('merchant', 'workspace'), words: '客人报数字，手动输入' },
  { path: pagePath('account', 'me'), words: '切换到商户工作台' },
  { path: pagePath('merchant', 'history'), words: '核销记录' },
  { path: pagePath('merchant', 'staff'), words: '登录着的设备' },
  { path: pagePath('merchant', 'stores'), words: '开通的服务项目' },
];

const ownerPages: Visit[] = [
  { path: pagePath('merchant', 'settlements'), words: '等您确认' },
  { path: `${pagePath('merchant', 'settlement')}?id=open`, words: '合计' },
  { path: pagePath('merchant', 'staff'), words: '邀请店员' },
  { path: pagePath('merchant', 'stores'), words: '改营业时间' },
];

/** Opens each page and looks whether anything sticks out; what went wrong meanwhile is asked at the end of the test. */
async function visitAll(phone: Phone, visits: readonly Visit[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const { path, words } of visits) {
    await phone.open(path);
    await phone.see(words);
    const trouble = await sidewaysTrouble(phone);
    if (trouble.length > 0) found[path] = trouble;
  }
  return found;
}

const narrow: PhoneOptions = { width: NARROW_PX, height: 640 };
const looks: [string, PhoneOptions][] = [
  ['light', narrow],
  ['dark', { ...narrow, dark: true }],
];

describe.each(looks)('every page on a narrow phone, %s', (_name, options) => {
  it('opens for a member', async () => {
    const { person, behind } = world();
    const phone = await person(MEMBER, options);
    expect(await visitAll(phone, await memberPages(await behind(MEMBER)))).toEqual({});
  });

  it('opens for a visitor, a clerk and an owner', async () => {
    const { person, visitor } = world();
    expect(await visitAll(await visitor(options), openPages)).toEqual({});
    expect(await visitAll(await person(CLERK, options), counterPages)).toEqual({});
    expect(await visitAll(await person(OWNER, options), ownerPages)).toEqual({});
  });
});

describe('every page on a narrow phone, in large type', () => {
  it('opens for a member', async () => {
    const { person, behind } = world();
    const phone = await person(MEMBER, narrow);
    await phone.tap('我的');
    await phone.tap('大字版');
    await phone.page.locator('.theme-elder').filter({ visible: true }).first().waitFor();
    expect(await visitAll(phone, await memberPages(await behind(MEMBER)))).toEqual({});
  });

  it('opens for the elder of the demonstration at once', async () => {
    const phone = await world().person(ELDER, narrow);
    await phone.page.locator('.theme-elder').filter({ visible: true }).first().waitFor();
    expect(await visitAll(phone, openPages.slice(1, 4))).toEqual({});
  });
});
