import { fillRearEnd } from '../../journeys/support/claims';
import type { Scene, Stage } from '../scene';
import { answerWith, loseAnswerOf, plain, reading } from '../states';

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
  step('chosen-time', /年.*日/, [NOBODY_HURT, FIRST_CAR, /追尾/, '选时间']),
  plain('too-long-ago', 'member', /超过两年/, {
    async after({ phone }) {
      await fillRearEnd(phone);
      await phone.tap('选时间');
      await phone.page.getByLabel('哪一天').fill('2020-02-03');
      await phone.page.getByLabel('哪一天').blur();
    },
  }),
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
  plain('kept-on-phone', 'member', '已存在这台手机', {
    async after({ phone }) {
      await fillRearEnd(phone);
      await phone.context.setOffline(true);
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

const claimOf = (key: string) => () => `id=demo_claim_${key}`;

/** One claim of the claimant's, and from it to one of its sheets. */
const ofCase = (key: string, until: Scene['until'], taps: (string | RegExp)[] = [], name = key): Scene =>
  plain(name, 'claimant', until, {
    query: claimOf(key),
    async after({ phone }) {
      for (const words of taps) await phone.tap(words);
    },
  });

const afterTheReport: Scene[] = [
  ofCase('late', '对不起'),
  ofCase('late', '撤回这次报案？', [/可以撤回报案/], 'sheet-withdraw'),
  ofCase('hotline', '报案号'),
  ofCase('injury', '有人受伤'),
  ofCase('papers', '要交的材料'),
  ofCase('papers', '从相册选', [/^交/], 'sheet-paper'),
  ofCase('amounts', '赔多少'),
  ofCase('amounts', '哪里不对？', ['有一处不对'], 'sheet-objection'),
  ofCase('amounts', /^同意我们赔/, ['金额没错，我同意'], 'sheet-agree'),
  ofCase('account', '赔款怎么付'),
  ofCase('account', '付给谁、付到哪里', ['填收款账户'], 'sheet-account'),
  plain('sheet-account-read-back', 'claimant', '念一遍，对不对？', {
    query: claimOf('account'),
    async after({ phone }) {
      await phone.tap('填收款账户');
      await phone.tap('修理厂');
      await phone.type('户名', '刘敏');
      await phone.type('开户银行', '示例银行济南分行');
      await phone.type('账号', '6200000000000005');
      await phone.tap('下一步，再看一遍');
    },
  }),
  ofCase('rate', '这次办得怎么样？'),
];

export const caseScreen: Scene[] = [
  ...reading({
    who: 'member',
    query: ({ openClaim }) => `id=${openClaim}`,
    until: '报案号',
    reads: /^\/claims/,
    away: /连不上/,
  }),
  plain('sheet-ask-by-sms', 'member', '只用来发这一条短信', {
    query: ({ openClaim }) => `id=${openClaim}`,
    after: ({ phone }) => phone.tap('请在现场的人帮忙拍'),
  }),
  ...afterTheReport,
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

const openTheLink =
  (...taps: string[]) =>
  async ({ phone, photoLink }: Stage): Promise<void> => {
    const link = await photoLink();
    await phone.open('about:blank');
    await phone.open(link);
    for (const words of taps) await phone.tap(words);
  };

const over = { title: 'Not found', status: 404, code: 'NOT_FOUND', detail: '这个链接过期了' };

/** What somebody beside the car sees who has no account. */
export const link: Scene[] = [
  plain('cut', 'visitor', '这个链接不完整', { query: () => 'cut=1' }),
  plain('content', 'visitor', '同意，开始拍照', { after: openTheLink() }),
  plain('shots', 'visitor', /第 1 张/, { after: openTheLink('同意，开始拍照') }),
  plain('nothing-sent', 'visitor', '还没有拍照片', { after: openTheLink('同意，开始拍照', '先到这里') }),
  plain('over', 'visitor', '这个链接过期了', {
    before: answerWith(/^\/photo-link$/, 404, over),
    after: openTheLink(),
  }),
];
