import { subpackageRoutes, tabRoutes, type RouteName } from '../../client/platform/route-table';
import type { Caller } from '../bff/features/caller';
import { displayPlate } from '../../bff/identifiers';
import { typeCode } from './support/counter';
import type { Phone } from './support/phone';
import { askForPhotos, openNewestLink } from './support/photo-link';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const CLERK = '13900000001';
const OWNER = '13900000002';
const NO_VOUCHER = '11112222';
const world = useWorld();
const files: Record<RouteName, string> = { ...tabRoutes, ...subpackageRoutes };

interface Visit {
  who: 'visitor' | 'member' | 'clerk' | 'owner';
  /** Where the address goes on, and what of the server's own answer stands on the screen then. */
  expects: (asked: Caller) => Promise<{ query?: string; words: (string | RegExp)[] }>;
  /** From the opened page to what is to be seen. */
  act?: (phone: Phone) => Promise<void>;
}

type Item = Record<string, unknown> & { id: string };

async function listOf<Found extends Item>(caller: Caller, path: string): Promise<Found[]> {
  return (await caller.get<{ items: Found[] }>(path)).body.items;
}

async function firstOf<Found extends Item>(caller: Caller, path: string): Promise<Found> {
  const [first] = await listOf<Found>(caller, path);
  if (!first) throw new Error(`the demonstration has nothing at ${path}`);
  return first;
}

const says =
  (...words: (string | RegExp)[]): Visit['expects'] =>
  () =>
    Promise.resolve({ words });
const spoken = (points: number) => points.toLocaleString('en-US');
const yuan = (fen: number) => `¥${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;

/** Each screen of the product: who stands before it, and a fact that only the right answer of the server puts there. */
const visits: Record<RouteName, Visit> = {
  home: {
    who: 'member',
    expects: async (member) => {
      const vouchers = await listOf(member, '/vouchers?state=active&limit=100');
      return { words: ['出险报案', `${String(vouchers.length)} 张可用`] };
    },
  },
  policies: {
    who: 'member',
    expects: async (member) => ({
      words: (await listOf<Item & { policyNo: string; status: string }>(member, '/policies'))
        .filter(({ status }) => status === 'active' || status === 'pending')
        .map(({ policyNo }) => policyNo),
    }),
  },
  life: {
    who: 'member',
    expects: async (member) => {
      const { balance } = (await member.get<{ balance: number }>('/points')).body;
      return { words: [spoken(balance), '找服务'] };
    },
  },
  me: { who: 'member', expects: says('张*', '138****0001', '退出登录') },
  'account/login': { who: 'visitor', expects: says('发送验证码', '先不登录，随便看看') },
  'account/identity': { who: 'member', expects: says('已核实是您本人', '看我的保单') },
  'account/privacy': { who: 'member', expects: says('我同意过什么', '更正我的信息', '收集了我哪些信息') },
  'account/access': { who: 'member', expects: says('看了报案电话，联系您', /为什么：/) },
  'account/consents': { who: 'member', expects: says('用户协议', /今天 \d\d:\d\d/) },
  'account/export': { who: 'member', expects: says('发送验证码', '生成一份') },
  'account/deletion': { who: 'member', expects: says('会失去', '没用的券', '确认删除账号') },
  'account/document': {
    who: 'visitor',
    expects: () => Promise.resolve({ query: 'name=terms', words: ['用户协议', '保险以合同为准'] }),
  },
  'policies/detail': {
    who: 'member',
    expects: async (member) => {
      const policy = await firstOf<Item & { policyNo: string }>(member, '/policies');
      return { query: `id=${policy.id}`, words: [policy.policyNo, '保什么，怎么赔'] };
    },
  },
  'policies/add': { who: 'member', expects: says('保单号', '在纸质保单右上角', '添加') },
  'policies/services': {
    who: 'member',
    expects: async (member) => {
      const policy = await firstOf<Item>(member, '/policies');
      return { query: `id=${policy.id}`, words: ['联系方式', '挂失', '办理记录', '138****0001'] };
    },
  },
  'claims/report': { who: 'visitor', expects: says('有人受伤吗？', '没有人受伤') },
  'claims/case': {
    who: 'member',
    expects: async (member) => {
      const claim = await firstOf<Item & { reportNo: string }>(member, '/claims');
      return { query: `id=${claim.id}`, words: [claim.reportNo, '您报案了'] };
    },
  },
  'claims/photo': {
    who: 'member',
    expects: async (member) => {
      const claim = (await listOf<Item & { open: boolean }>(member, '/claims')).find(({ open }) => open);
      const { photos } = (
        await member.get<{ photos: { required: { name: string }[] } }>(`/claims/${claim?.id ?? ''}`)
      ).body;
      const first = `第 1 张，共 ${String(photos.required.length)} 张：${photos.required[0]?.name ?? ''}`;
      return { query: `id=${claim?.id ?? ''}`, words: [first, '从相册选'] };
    },
  },
  'claims/link': {
    who: 'visitor',
    expects: async (member) => {
      const claim = (await listOf<Item & { open: boolean; plate: string }>(member, '/claims')).find(
        ({ open }) => open,
      );
      await askForPhotos(member, claim?.id ?? '');
      // The plate is masked for whoever only helps.
      return { query: 'cut=1', words: ['请您帮忙拍几张事故照片', `${claim?.plate.slice(0, 2) ?? ''}·****`] };
    },
    act: openNewestLink,
  },
  'claims/list': {
    who: 'member',
    expects: async (member) => ({
      words: (await listOf<Item & { plate: string }>(member, '/claims')).map(({ plate }) =>
        displayPlate(plate),
      ),
    }),
  },
  'vehicles/violations': {
    who: 'member',
    expects: async (member) => {
      const { id } = await firstOf(member, '/vehicles');
      const report = (await member.get<{ items: { behaviour: string }[] }>(`/vehicles/${id}/violations`))
        .body;
      return { query: `id=${id}`, words: [`查到 ${String(report.items.length)} 条`] };
    },
  },
  'vehicles/list': {
    who: 'member',
    expects: async (member) => ({
      words: (await listOf<Item & { plate: string }>(member, '/vehicles')).map(({ plate }) =>
        displayPlate(plate),
      ),
    }),
  },
  'gifts/list': {
    who: 'member',
    expects: async (member) => ({
      words: (await listOf<Item & { title: string }>(member, '/gifts')).map(({ title }) => title),
    }),
  },
  'gifts/detail': {
    who: 'member',
    expects: async (member) => {
      const gift = await firstOf<Item & { title: string }>(member, '/gifts');
      return { query: `id=${gift.id}`, words: [gift.title, '领取礼包'] };
    },
  },
  'gifts/orders': {
    who: 'member',
    expects: async (member) => ({
      words: (await listOf<Item & { title: string }>(member, '/orders')).map(({ title }) => title),
    }),
  },
  'vouchers/list': {
    who: 'member',
    expects: async (member) => ({
      words: (await listOf<Item & { title: string }>(member, '/vouchers?state=active&limit=100')).map(
        ({ title }) => title,
      ),
    }),
  },
  'vouchers/detail': {
    who: 'member',
    expects: async (member) => {
      const voucher = await firstOf<Item & { title: string }>(member, '/vouchers?state=active');
      return { query: `id=${voucher.id}`, words: [voucher.title, /\d{4} \d{4}/] };
    },
  },
  'points/points': {
    who: 'member',
    expects: async (member) => {
      const { balance } = (await member.get<{ balance: number }>('/points')).body;
      const entries = await listOf<Item & { reason: string }>(member, '/points/entries');
      return { words: [spoken(balance), ...entries.slice(0, 3).map(({ reason }) => reason)] };
    },
  },
  'points/entries': {
    who: 'member',
    expects: async (member) => ({
      words: (await listOf<Item & { reason: string }>(member, '/points/entries')).map(({ reason }) => reason),
    }),
  },
  'points/earn': {
    who: 'member',
    expects: async (member) => {
      const rules = await member.get<{ items: { title: string }[] }>('/points/rules');
      return { words: rules.body.items.map(({ title }) => title) };
    },
  },
  'mall/list': {
    who: 'member',
    expects: async (member) => ({
      words: (await listOf<Item & { title: string }>(member, '/mall/items')).map(({ title }) => title),
    }),
  },
  'mall/item': {
    who: 'member',
    expects: async (member) => {
      const item = await firstOf<Item & { title: string; pricePoints: number; validity: string }>(
        member,
        '/mall/items',
      );
      return {
        query: `id=${item.id}`,
        words: [item.title, `${spoken(item.pricePoints)} 积分`, item.validity],
      };
    },
  },
  'transfers/list': { who: 'member', expects: says('转赠一张券') },
  'transfers/give': {
    who: 'member',
    expects: async (member) => {
      const vouchers = await listOf<Item & { title: string; transferable: boolean }>(
        member,
        '/vouchers?state=active&limit=100',
      );
      const found = vouchers.find(({ transferable }) => transferable);
      return { query: `id=${found?.id ?? ''}`, words: [found?.title ?? '', '生成转赠链接'] };
    },
  },
  'transfers/receive': { who: 'visitor', expects: says('这个链接不完整') },
  'referral/invite': {
    who: 'member',
    expects: async (member) => {
      const { terms } = (
        await member.get<{ terms: { inviter: { explanation: string; limit: string } } }>('/referral')
      ).body;
      return { words: [terms.inviter.explanation, terms.inviter.limit, '从我的链接来的朋友'] };
    },
  },
  'referral/invited': {
    who: 'visitor',
    expects: async (member) => {
      const terms = await member.get<Record<'inviter' | 'newcomer', { points: number }>>('/referral/terms');
      const { inviter, newcomer } = terms.body;
      return {
        query: 'ref=7K2M9Q4X1ABC',
        words: [
          `${spoken(newcomer.points)} 积分，完成实名核验后到账`,
          `${spoken(inviter.points)} 积分，您完成实名核验后到账`,
        ],
      };
    },
  },
  'life/service': {
    who: 'member',
    expects: async (member) => {
      const services = await listOf<Item & { kind: string; title: string }>(member, '/services?limit=100');
      return {
        query: 'service=fuel',
        words: services.filter(({ kind }) => kind === 'fuel').map(({ title }) => title),
      };
    },
  },
  'stores/list': {
    who: 'visitor',
    expects: async (member) => ({
      words: (await listOf<Item & { name: string }>(member, '/stores?limit=100')).map(({ name }) => name),
    }),
  },
  'outbox/list': { who: 'member', expects: says('没有等着发的', '回首页') },
  'merchant/workspace': { who: 'clerk', expects: says('扫码核销', '今天的核销', '李*，今天当班') },
  'merchant/result': {
    who: 'clerk',
    expects: says('没有这张券', '没有扣券', '继续扫码'),
    act: (phone) => typeCode(phone, NO_VOUCHER),
  },
  'merchant/history': {
    who: 'owner',
    expects: async (owner) => ({
      words: (await listOf<Item & { title: string }>(owner, '/merchant/redemptions')).map(
        ({ title }) => title,
      ),
    }),
  },
  'merchant/settlements': {
    who: 'owner',
    expects: async (owner) => ({
      words: (await listOf<Statement>(owner, '/merchant/settlements')).map(({ totalFen }) => yuan(totalFen)),
    }),
  },
  'merchant/settlement': {
    who: 'owner',
    expects: async (owner) => {
      const items = await listOf<Statement>(owner, '/merchant/settlements?state=closed');
      const [{ id = '', totalFen = 0, number = '' } = {}] = items;
      return { query: `id=${id}`, words: [`确认 ${yuan(totalFen)}`, `单号 ${number}`, '合计'] };
    },
  },
  'merchant/staff': {
    who: 'owner',
    expects: async (owner) => ({
      words: [
        ...(await listOf<Item & { name: string }>(owner, '/merchant/clerks')).map(({ name }) => name),
        '正在用的这台',
      ],
    }),
  },
  'merchant/stores': {
    who: 'owner',
    expects: async (owner) => ({
      words: (await listOf<Item & { name: string }>(owner, '/merchant/stores')).map(({ name }) => name),
    }),
  },
};

interface Statement extends Item {
  totalFen: number;
  number: string;
}

/** The pages that a journey has opened, as the browser's address said it. */
const shown = new Set<string>();
const routes = Object.keys(files) as RouteName[];

async function visit(phone: Phone, route: RouteName, asked: Caller): Promise<void> {
  const { expects, act } = visits[route];
  const { query, words } = await expects(asked);
  const start = act ? files['merchant/workspace'] : files[route];
  await phone.open(`/${start}${query ? `?${query}` : ''}`);
  await act?.(phone);
  for (const one of words) await phone.see(one);
  shown.add(new URL(phone.page.url()).pathname.slice(1));
}

const numbers = { member: MEMBER, clerk: CLERK, owner: OWNER };

describe.each(['visitor', 'member', 'clerk', 'owner'] as const)('every screen of a %s', (who) => {
  it('shows what the server knows', async () => {
    const { visitor, person, behind } = world();
    const phone = who === 'visitor' ? await visitor() : await person(numbers[who]);
    const asked = await behind(who === 'owner' ? OWNER : MEMBER);
    for (const route of routes.filter((name) => visits[name].who === who)) await visit(phone, route, asked);
  });
});

it('leaves no route of the product out', () => {
  const opened = (route: RouteName) => shown.has(files[route]) || (route === 'home' && shown.has(''));
  expect(routes.filter((route) => !opened(route))).toEqual([]);
});
