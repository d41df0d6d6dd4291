import type { RouteName } from '../../../client/platform/route-table';
import { subpackageRoutes, tabRoutes } from '../../../client/platform/route-table';
import type { Caller } from '../../bff/features/caller';
import type { Phone } from './phone';
import { askForPhotos, openNewestLink } from './photo-link';

export type Who = 'visitor' | 'member' | 'clerk' | 'owner';

/** One screen as somebody meets it. */
export interface Visit {
  who: Who;
  /** Behind the address, e.g. `id=…`. */
  query?: string;
  /** The words by which one knows that the content has come. */
  words: string | RegExp;
  /** From the opened page to a state of its own: a sheet, a later step. */
  then?: (phone: Phone) => Promise<void>;
}

export const addressOf = (name: RouteName, { query }: Pick<Visit, 'query'>): string =>
  `/${{ ...tabRoutes, ...subpackageRoutes }[name]}${query ? `?${query}` : ''}`;

/** Somebody who has filled the report in up to its last step, a person hurt. */
async function fillWithInjury(phone: Phone): Promise<void> {
  await phone.tap(/^有人受伤/);
  await phone.tap(/鲁A·?7K315/);
  await phone.tap(/追尾/);
  await phone.see('看一下，没错就提交');
}

const visitor = (words: Visit['words'], more: Partial<Visit> = {}): Visit => ({
  who: 'visitor',
  words,
  ...more,
});
const member = (words: Visit['words'], more: Partial<Visit> = {}): Visit => ({
  who: 'member',
  words,
  ...more,
});
const clerk = (words: Visit['words'], more: Partial<Visit> = {}): Visit => ({ who: 'clerk', words, ...more });
const owner = (words: Visit['words'], more: Partial<Visit> = {}): Visit => ({ who: 'owner', words, ...more });

/** From one statement of the list to one of its sheets. */
const statement =
  (state: RegExp, sheet: RegExp) =>
  async (phone: Phone): Promise<void> => {
    await phone.tap(state);
    await phone.see('合计');
    await phone.tap(sheet);
  };

/** Every page of the product with real content; a page without an entry does not compile, and fails the test that walks them. */
export async function visitsFor(caller: Caller): Promise<Record<RouteName, Visit[]>> {
  const firstOf = async (path: string): Promise<string> => {
    const { body } = await caller.get<{ items: { id: string }[] }>(path);
    return `id=${body.items[0]?.id ?? ''}`;
  };
  const { body: own } = await caller.get<{ items: { id: string; transferable: boolean }[] }>(
    '/vouchers?state=active&limit=100',
  );
  const giveable = `id=${own.items.find(({ transferable }) => transferable)?.id ?? ''}`;
  const shelf = await caller.get<{
    balance: number;
    items: { id: string; pricePoints: number; stock: number }[];
  }>('/mall/items');
  const { items: onSale, balance } = shelf.body;
  const item = `id=${onSale.find(({ pricePoints, stock }) => stock > 0 && pricePoints <= balance)?.id ?? ''}`;
  const [policy = '', claim = '', gift = '', usable = '', used = '', vehicle = ''] = await Promise.all(
    ['/policies', '/claims', '/gifts', '/vouchers?state=active', '/vouchers?state=redeemed', '/vehicles'].map(
      firstOf,
    ),
  );
  const { body: claims } = await caller.get<{ items: { id: string; open: boolean }[] }>('/claims?limit=100');
  const openId = claims.items.find(({ open }) => open)?.id ?? '';
  const openClaim = `id=${openId}`;
  await askForPhotos(caller, openId);
  return {
    home: [visitor('登录后，这里是您的'), member('出险报案')],
    policies: [visitor('登录后看您的保单'), member('出险报案')],
    life: [member(/积分/)],
    me: [
      visitor('隐私中心'),
      member('退出登录'),
      member('退出登录', { then: (phone) => phone.tap('退出登录') }),
      clerk('切换到商户工作台'),
    ],
    'account/login': [visitor('发送验证码')],
    'account/identity': [member('已核实是您本人')],
    'account/privacy': [member('我同意过什么')],
    'account/access': [member(/为什么：/)],
    'account/consents': [
      member('全部记录（回执）'),
      member('全部记录（回执）', { then: (phone) => phone.tap('同意 用户协议') }),
    ],
    'account/export': [member('生成一份')],
    'account/deletion': [member('确认删除账号')],
    'account/document': [
      visitor('用户协议', { query: 'name=terms' }),
      visitor('隐私政策', { query: 'name=privacy' }),
      visitor('个人信息收集清单', { query: 'name=collected' }),
      visitor('第三方信息共享清单', { query: 'name=shared' }),
    ],
    'policies/detail': [
      member(/保单号/, { query: policy }),
      member(/保单号/, { query: policy, then: (phone) => phone.tap('不再显示这张保单') }),
    ],
    'policies/add': [visitor('登录'), member('保单号')],
    'policies/services': [
      member('办理记录', { query: policy }),
      member('办理记录', { query: policy, then: (phone) => phone.tap('改地址') }),
    ],
    'claims/report': [
      member('有人受伤吗？'),
      member('有人受伤吗？', { then: (phone) => fillWithInjury(phone) }),
    ],
    'claims/photo': [member(/第 \d 张|不用拍照|都拍好了/, { query: claim })],
    'claims/case': [
      member(/报案号/, { query: claim }),
      member(/报案号/, { query: openClaim, then: (phone) => phone.tap('请在现场的人帮忙拍') }),
    ],
    'claims/link': [
      visitor('这个链接不完整', { query: 'cut=1' }),
      visitor('这个链接不完整', { query: 'cut=1', then: openNewestLink }),
      visitor('这个链接不完整', {
        query: 'cut=1',
        async then(phone) {
          await openNewestLink(phone);
          await phone.tap('同意，开始拍照');
          await phone.see(/第 1 张/);
        },
      }),
    ],
    'claims/list': [member(/鲁A/)],
    'vehicles/violations': [member(/来源：/, { query: vehicle })],
    'vehicles/list': [member('加一辆车'), member('加一辆车', { then: (phone) => phone.tap('加一辆车') })],
    'gifts/list': [member('我的订单')],
    'gifts/detail': [member(/有效期/, { query: gift })],
    'gifts/orders': [member(/剩 \d/)],
    'vouchers/list': [member(/可以用/)],
    'vouchers/detail': [member('扫不了？报这个数', { query: usable }), member(/用过的记录/, { query: used })],
    'points/points': [
      member('可用积分'),
      member('最近 12 个月', { then: (phone) => phone.tap('看每个月的数字') }),
    ],
    'points/entries': [member(/余 /)],
    'points/earn': [member('看看能换什么')],
    'mall/list': [member(/\d 积分/)],
    'mall/item': [
      member('换之前，请看清这几条', { query: item }),
      member(/用 .* 积分兑换/, { query: item, then: (phone) => phone.tap(/^用 .* 积分兑换/) }),
    ],
    'transfers/list': [member('转赠一张券')],
    'transfers/give': [member('送哪一张？'), member('送之前，请看清这几条', { query: giveable })],
    'transfers/receive': [visitor('这个链接不完整')],
    'referral/invite': [
      member('从我的链接来的朋友'),
      member('我的邀请链接', {
        then: async (phone) => {
          if (!(await phone.page.getByText('我的邀请链接', { exact: true }).isVisible()))
            await phone.tap('生成我的邀请链接');
        },
      }),
    ],
    'referral/invited': [
      visitor('不要邀请，自己注册', { query: 'ref=7K2M9Q4X1ABC' }),
      visitor('这个链接不完整'),
    ],
    'life/service': [member('怎么得到', { query: 'service=carWash' })],
    'stores/list': [member(/泉城车享家/)],
    'outbox/list': [member(/待发送/)],
    'merchant/workspace': [
      clerk('客人报数字，手动输入'),
      clerk('客人报数字，手动输入', { then: (phone) => phone.tap('客人报数字，手动输入') }),
    ],
    // It answers a redemption; opened by itself it says where to go.
    'merchant/result': [clerk(/扫码/)],
    'merchant/history': [clerk('核销记录'), owner('全部门店', { then: (phone) => phone.tap('昨天') })],
    'merchant/settlements': [
      owner('等您确认'),
      owner('等您确认', { then: statement(/等您确认/, /^确认 ¥/) }),
      owner('等您确认', { then: statement(/异议待答复/, /有疑问/) }),
    ],
    'merchant/settlement': [owner('合计', { query: 'id=open' })],
    'merchant/staff': [
      clerk('登录着的设备'),
      owner('邀请店员'),
      owner('邀请店员', { then: (phone) => phone.tap('邀请店员') }),
    ],
    'merchant/stores': [
      clerk('开通的服务项目'),
      owner('改营业时间'),
      owner('改营业时间', { then: (phone) => phone.tap('改营业时间') }),
      owner('改营业时间', { then: (phone) => phone.tap('暂停核销') }),
    ],
  };
}
