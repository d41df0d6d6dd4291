import type { Scene } from '../scene';
import { answerWith, plain, reading } from '../states';

const ref: Scene['query'] = () => 'ref=7K2M9Q4X1ABC';

const friend = (phoneTail: string | null, state: string, more: object = {}) => ({
  id: `ref_${state}`,
  phoneTail,
  state,
  registeredAt: '2026-11-20T09:30:00+08:00',
  settledAt: null,
  points: null,
  ...more,
});
const settledAt = '2026-11-21T10:00:00+08:00';

/** One friend in each state there is. */
const everyFriend = {
  items: [
    friend('4312', 'registered'),
    friend(null, 'registered', { id: 'ref_wechat' }),
    friend('0087', 'verified'),
    friend('5521', 'waiting'),
    friend('9036', 'paid', { settledAt, points: 300 }),
    friend('1178', 'capped', { settledAt }),
    friend('2640', 'notCounted', { settledAt }),
    friend(null, 'gone', { settledAt }),
    friend('7705', 'ended', { settledAt }),
  ],
  nextCursor: null,
};

const nothingRuns = {
  code: null,
  terms: { inviter: null, newcomer: null },
  identityVerified: true,
  friends: 0,
  paidFriends: 0,
  paidPoints: 0,
  paidThisYear: 0,
  asOf: settledAt,
};

export const invite: Scene[] = [
  ...reading({ who: 'member', until: '先看清这几条', reads: /^\/referral$/, away: /连不上/ }),
  plain('friends', 'member', '尾号 4312 的车主', {
    before: answerWith(/^\/referral\/friends/, 200, everyFriend),
  }),
  // The link of before is there in the next theme: it is made once.
  plain('link', 'claimant', '我的邀请链接', {
    async after({ phone }) {
      await phone.see(/生成我的邀请链接|我的邀请链接/);
      if (await phone.visible('生成我的邀请链接').first().isVisible()) await phone.tap('生成我的邀请链接');
    },
  }),
  plain('not-verified', 'newcomer', '去实名核验'),
  plain('no-rule', 'elder', '现在没有推荐活动', { before: answerWith(/^\/referral$/, 200, nothingRuns) }),
  plain('visitor', 'visitor', '登录'),
];

export const invited: Scene[] = [
  ...reading({
    who: 'visitor',
    query: ref,
    until: '不要邀请，自己注册',
    reads: /^\/referral\/terms/,
    away: /连不上/,
  }),
  plain('member', 'member', '您已经是会员了', { query: ref }),
  plain('no-link', 'visitor', '这个链接不完整'),
];
