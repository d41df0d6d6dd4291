import { fillRearEnd } from '../../journeys/support/claims';
import type { Scene } from '../scene';
import { loseAnswerOf, plain, reading } from '../states';

const step = (state: string, until: Scene['until'], taps: (string | RegExp)[]): Scene =>
  plain(state, 'member', until, {
    async after({ phone }) {
      for (const words of taps) await phone.tap(words);
    },
  });

const NOBODY_HURT = /没有人受伤/;
const FIRST_CAR = /鲁A·?7K315/;

export const report: Scene[] = [
  plain('content', 'member', '有人受伤吗？'),
  plain('visitor', 'visitor', '有人受伤吗？'),
  step('injured', /120/, [/^有/]),
  step('car', FIRST_CAR, [NOBODY_HURT]),
  plain('car-visitor', 'visitor', '用这个车牌', { after: ({ phone }) => phone.tap(NOBODY_HURT) }),
  step('scenario', '追尾', [NOBODY_HURT, FIRST_CAR]),
  step('confirm', '看一下，没错就提交', [NOBODY_HURT, FIRST_CAR, /追尾/]),
  plain('confirm-offline', 'member', '现在没有网络', {
    async after({ phone }) {
      await fillRearEnd(phone);
      await phone.context.setOffline(true);
    },
  }),
  plain('goes-on', 'member', '接着上次的报案', {
    async after({ phone }) {
      await fillRearEnd(phone);
      await phone.reload();
    },
  }),
  plain('sheet-start-again', 'member', '丢掉上次填的？', {
    async after({ phone }) {
      await fillRearEnd(phone);
      await phone.reload();
      await phone.tap('重新开始');
    },
  }),
  plain('unknown', 'member', '查询进度', {
    before: loseAnswerOf(/^\/claims$/),
    async after({ phone }) {
      await fillRearEnd(phone);
      await phone.tap('提交报案');
    },
  }),
  plain('receipt', 'elder', '报案收到了', {
    async after({ phone }) {
      // One car: there is nothing to choose.
      await phone.tap(NOBODY_HURT);
      await phone.tap(/单方事故/);
      await phone.tap('提交报案');
    },
  }),
];

export const caseScreen: Scene[] = [
  ...reading({
    who: 'member',
    query: ({ openClaim }) => `id=${openClaim}`,
    until: '报案号',
    reads: /^\/claims/,
    away: /连不上/,
  }),
  plain('closed', 'member', '报案号', { query: ({ closedClaim }) => `id=${closedClaim}` }),
  plain('not-found', 'member', '没有找到', { query: () => 'id=clm_nobody' }),
  plain('visitor', 'visitor', '登录', { query: ({ openClaim }) => `id=${openClaim}` }),
];

export const list: Scene[] = [
  ...reading({ who: 'member', until: /鲁A/, reads: /^\/claims/, away: /连不上/ }),
  plain('empty', 'newcomer', '没有报过案'),
  plain('visitor', 'visitor', '登录'),
];

export const photo: Scene[] = [
  ...reading({
    who: 'member',
    query: ({ openClaim }) => `id=${openClaim}`,
    until: '从相册选',
    reads: /^\/claims/,
  }),
  plain('visitor', 'visitor', '登录', { query: ({ openClaim }) => `id=${openClaim}` }),
];
