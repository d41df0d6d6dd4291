import type { Scene } from '../scene';
import { answerWith, loseAnswerOf, plain, reading } from '../states';

const nothing = { items: [], nextCursor: null };

export const points: Scene[] = [
  ...reading({ who: 'member', until: '可用积分', reads: /^\/points/, away: /连不上/ }),
  plain('year', 'member', /本月/, { after: ({ phone }) => phone.tap('看每个月的数字') }),
  plain('entry', 'member', '这一笔的来由', { after: ({ phone }) => phone.tap(/余 \d/) }),
  plain('empty', 'newcomer', /积分/),
  plain('visitor', 'visitor', '登录'),
];

export const entries: Scene[] = [
  ...reading({ who: 'member', until: /余 /, reads: /^\/points\/entries/, away: /连不上/ }),
  plain('empty', 'elder', '还没有积分', { before: answerWith(/^\/points\/entries/, 200, nothing) }),
];

export const earn: Scene[] = [
  ...reading({ who: 'member', until: '看看能换什么', reads: /^\/points\/rules/, away: /连不上/ }),
];

export const mall: Scene[] = [
  ...reading({ who: 'member', until: /还有 \d+ 份/, reads: /^\/mall/, away: /连不上/ }),
  plain('empty', 'member', '现在没有可以换的', {
    before: answerWith(/^\/mall\/items/, 200, { ...nothing, balance: 3260 }),
  }),
  plain('visitor', 'visitor', '登录'),
];

const itemQuery: Scene['query'] = (ids) => `id=${ids.item}`;

export const item: Scene[] = [
  ...reading({
    who: 'member',
    query: itemQuery,
    until: '换之前，请看清这几条',
    reads: /^\/mall/,
    away: /连不上/,
  }),
  plain('confirm', 'member', '确认兑换', {
    query: itemQuery,
    after: ({ phone }) => phone.tap(/^用 .* 积分兑换/),
  }),
  plain('unknown', 'member', '查询进度', {
    query: itemQuery,
    before: loseAnswerOf(/^\/mall\/orders$/),
    async after({ phone }) {
      await phone.tap(/^用 .* 积分兑换/);
      await phone.tap(/^确认，用掉/);
    },
  }),
  plain('not-now', 'member', /还差|兑完了|换满了/, { query: (ids) => `id=${ids.dearItem}` }),
  plain('gone', 'member', '没有找到这件商品', { query: () => 'id=mit_nobody' }),
];

const transfer = {
  id: 'trf_1',
  direction: 'given',
  state: 'offered',
  voucherId: 'vch_1',
  service: 'carWash',
  title: '普通洗车',
  otherNameMasked: null,
  offeredAt: '2026-11-22T09:00:00+08:00',
  expiresAt: '2026-11-23T09:00:00+08:00',
  acceptedAt: null,
  takenBackAt: null,
  token: 'a'.repeat(43),
};

export const transfers: Scene[] = [
  ...reading({ who: 'member', until: '转赠一张券', reads: /^\/transfers/, away: /连不上/ }),
  plain('every-state', 'member', '已收回', {
    before: answerWith(/^\/transfers/, 200, {
      nextCursor: null,
      items: (['offered', 'accepted', 'takenBack', 'expired', 'ended'] as const).map((state, index) => ({
        ...transfer,
        id: `trf_${String(index)}`,
        state,
        otherNameMasked: state === 'accepted' ? '王**' : null,
        acceptedAt: state === 'accepted' ? transfer.expiresAt : null,
      })),
    }),
  }),
  plain('empty', 'newcomer', '还没有送出过券'),
];

const giveQuery: Scene['query'] = ({ giveable }) => `id=${giveable}`;

export const give: Scene[] = [
  ...reading({
    who: 'member',
    query: giveQuery,
    until: '送之前，请看清这几条',
    reads: /^\/(vouchers|transfers)/,
    away: /连不上/,
  }),
  plain('choose', 'member', '送哪一张？'),
  plain('nothing', 'newcomer', '现在没有可以转赠的券'),
  plain('not-this-one', 'member', '这张券不能转赠', { query: ({ usedVoucher }) => `id=${usedVoucher}` }),
  plain('link', 'member', '链接好了，发给要送的人', {
    query: giveQuery,
    async after({ phone }) {
      await phone.see(/生成转赠链接|链接好了/);
      if ((await phone.targets('生成转赠链接', false).count()) > 0) await phone.tap('生成转赠链接');
    },
  }),
];

const preview = {
  transferId: 'trf_1',
  state: 'offered',
  giverNameMasked: '张*',
  own: false,
  expiresAt: '2026-11-23T09:00:00+08:00',
  voucher: {
    service: 'carWash',
    title: '普通洗车',
    usesTotal: 1,
    discount: null,
    terms: {
      howToUse: '到店出示二维码，店员确认后使用。',
      limits: ['每天 1 次'],
      exclusions: ['不含打蜡'],
      extraCost: null,
    },
    validUntil: '2027-02-21T00:00:00+08:00',
  },
};

/** The link is made up, so its preview is; the real way is a journey of its own. */
const previewed = (state: string, who: 'visitor' | 'member', body: object, until: Scene['until']): Scene =>
  plain(state, who, until, {
    async before({ phone }) {
      await phone.page.route(/\/transfers\/(visitor-)?preview$/, (route) =>
        route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) }),
      );
    },
    async after({ phone }) {
      await phone.page.evaluate(() => window.location.assign(`#${'a'.repeat(43)}`));
      await phone.reload();
    },
  });

export const receive: Scene[] = [
  plain('no-link', 'visitor', '这个链接不完整'),
  previewed('visitor', 'visitor', preview, '登录后收下'),
  previewed('content', 'member', preview, '收下这张券'),
  previewed('own', 'member', { ...preview, own: true }, '这是您自己送出的券'),
  previewed('accepted', 'member', { ...preview, state: 'accepted' }, '这张券已经被领走了'),
  previewed('taken-back', 'member', { ...preview, state: 'takenBack' }, '送您的人收回了这张券'),
  previewed('expired', 'member', { ...preview, state: 'expired' }, '这个链接过期了'),
  previewed('ended', 'member', { ...preview, state: 'ended' }, '这张券已经用掉或失效了'),
];

export const service: Scene[] = [
  ...reading({
    who: 'member',
    query: () => 'service=carWash',
    until: '怎么得到',
    reads: /^\/services/,
    away: /连不上/,
  }),
];
