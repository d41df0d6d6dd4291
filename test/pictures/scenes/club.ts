import { pagePath } from '../../journeys/support/sign-in';
import type { Scene } from '../scene';
import { answerWith, loseAnswerOf, plain, reading } from '../states';

export const giftList: Scene[] = [
  ...reading({ who: 'member', until: '我的订单', reads: /^\/gifts/, away: /连不上/ }),
  plain('visitor', 'visitor', '登录'),
  plain('empty', 'elder', /礼包/, { before: answerWith(/^\/gifts/, 200, { items: [], nextCursor: null }) }),
];

const giftQuery: Scene['query'] = ({ gift }) => `id=${gift}`;

export const giftDetail: Scene[] = [
  ...reading({ who: 'member', query: giftQuery, until: '有效期', reads: /^\/gifts/, away: /连不上/ }),
  plain('unknown', 'member', '查询进度', {
    query: giftQuery,
    before: loseAnswerOf(/^\/gifts\/.*\/claim$/),
    after: ({ phone }) => phone.tap('领取礼包'),
  }),
  plain('queued', 'member', /已放进“待发送”/, {
    query: giftQuery,
    async after({ phone }) {
      await phone.see('领取礼包');
      await phone.context.setOffline(true);
      await phone.tap('领取礼包');
    },
  }),
  plain('not-found', 'member', '没有找到', { query: () => 'id=gft_nobody' }),
];

export const orders: Scene[] = [
  ...reading({ who: 'member', until: /剩 \d/, reads: /^\/orders/, away: /连不上/ }),
  plain('cancel', 'member', /取消“/, { after: ({ phone }) => phone.tap(/^取消兑换/) }),
  plain('empty', 'newcomer', '还没有订单'),
];

export const voucherList: Scene[] = [
  ...reading({ who: 'member', until: '出示', reads: /^\/vouchers/, away: /连不上/ }),
  plain('used', 'member', /用过的/, { after: ({ phone }) => phone.tap('用过的') }),
  plain('empty', 'newcomer', '现在没有可用的券'),
  plain('visitor', 'visitor', '登录'),
];

export const voucherDetail: Scene[] = [
  ...reading({
    who: 'member',
    query: ({ voucher }) => `id=${voucher}`,
    until: '扫不了？报这个数',
    reads: /^\/vouchers/,
    away: /连不上|取不到码/,
  }),
  plain('used', 'member', '用过的记录', { query: ({ usedVoucher }) => `id=${usedVoucher}` }),
  plain('giveable', 'member', '转赠家人', { query: ({ giveable }) => `id=${giveable}` }),
  plain('how', 'member', '怎么用', {
    query: ({ voucher }) => `id=${voucher}`,
    after: ({ phone }) => phone.tap('怎么用'),
  }),
  plain('rating', 'member', '这次服务怎么样？', {
    query: ({ usedVoucher }) => `id=${usedVoucher}`,
    after: ({ phone }) => phone.tap('评价这次服务'),
  }),
  plain('not-me', 'member', /我们会查是谁/, {
    query: ({ usedVoucher }) => `id=${usedVoucher}`,
    after: ({ phone }) => phone.tap('不是我用的'),
  }),
  plain('not-served', 'member', /先查清再还/, {
    query: ({ voucher }) => `id=${voucher}`,
    after: ({ phone }) => phone.tap(/到店用不了/),
  }),
  plain('basement', 'member', /没有网络/, {
    query: ({ voucher }) => `id=${voucher}`,
    async after({ phone }) {
      await phone.see('扫不了？报这个数');
      await phone.context.setOffline(true);
    },
  }),
  plain('not-found', 'member', '没有找到', { query: () => 'id=vch_nobody' }),
];

export const stores: Scene[] = [
  ...reading({ who: 'member', until: '泉城车享家', reads: /^\/stores/, away: /连不上/ }),
  plain('empty', 'visitor', /没有/, {
    before: answerWith(/^\/stores/, 200, { items: [], nextCursor: null }),
  }),
];

export const outbox: Scene[] = [
  plain('empty', 'member', '没有等着发的'),
  plain('waiting', 'newcomer', '等网络', {
    async after({ phone }) {
      await phone.see('没有等着发的');
      await phone.open('/');
      await phone.tap(/新会员礼包/);
      await phone.see('领取礼包');
      // Its code is on the phone before the network goes.
      await phone.open(pagePath('outbox', 'list'));
      await phone.see('没有等着发的');
      await phone.page.goBack();
      await phone.see('领取礼包');
      await phone.context.setOffline(true);
      await phone.tap('领取礼包');
      await phone.tap(/待发送/);
    },
  }),
];
