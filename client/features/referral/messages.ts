/** All words of bringing a friend (推荐有礼). */
import { brand } from '@/platform/brand';

export const inviteWords = {
  title: '推荐有礼',
  each: (points: string) => `每位朋友 ${points} 积分`,
  meaning: '先看清这几条',
  facts: {
    you: '您得到',
    friend: '朋友得到',
    friendText: (points: string) => `${points} 积分，新会员实名都有`,
    friendNothing: '没有另外的积分',
    limit: '次数',
    left: '今年还能送',
    leftText: (left: number, most: number) =>
      left > 0
        ? `${String(left)} 位（一年最多 ${String(most)} 位）`
        : `送满了（一年最多 ${String(most)} 位）`,
    validity: '有效期',
    sending: '谁来发',
    sendingText: '您自己发，我们不发消息',
    seeing: '您能看到',
    seeingText: '朋友手机尾号、是否实名',
  },
  ownIdentity: '您自己还没有完成实名核验。朋友核验后，积分先替您记着，您核验完一起到账。',
  verifyOwn: '去实名核验',
  make: '生成我的邀请链接',
  making: '正在生成…',
  failed: '没有生成，再点一次就行。每人只有一个链接，不会重复。',
  ready: '我的邀请链接',
  readyHint: '一直有效，发给几位朋友都行。',
  wechat: '发给微信好友',
  share: '分享链接',
  copy: '复制链接',
  copied: '链接已复制，去粘贴给朋友',
  byHand: '这个浏览器不让复制，请长按选中下面的链接：',
  qr: '或者请朋友扫这个码',
  qrLabel: '邀请链接的二维码',
  card: `邀请您加入${brand.product}`,
  appCard: brand.product,
  offTitle: '现在没有推荐活动',
  offHint: '有新的活动会写在这里。已经得到的积分不受影响。',
  toPoints: '看我的积分',
} as const;

export const friendWords = {
  title: '从我的链接来的朋友',
  sums: (friends: number, points: string) => `${String(friends)} 位，得到 ${points} 积分`,
  tail: (digits: string) => `尾号 ${digits} 的车主`,
  noNumber: '一位还没绑定手机号的车主',
  left: '一位已注销的车主',
  registered: (day: string) => `${day} 注册`,
  states: {
    registered: '已注册',
    verified: '已核验',
    waiting: '已核验·等您实名',
    paid: '已核验·积分到账',
    capped: '已核验',
    notCounted: '不计积分',
    gone: '已注销',
    ended: '已核验',
  },
  hints: {
    registered: '还没完成实名核验',
    verified: '积分正在到账',
    waiting: '您完成实名核验后到账',
    paid: (points: string) => `+${points} 积分`,
    capped: '今年的名额已经送满，不送积分',
    notCounted: '以前就是会员，或者是您自己的另一个账户',
    gone: '注销前没有完成，不送积分',
    ended: '核验时活动已经结束，不送积分',
  },
  empty: '还没有朋友从您的链接来',
  emptyHint: '朋友注册以后，会出现在这里。',
} as const;

export const invitedWords = {
  title: '朋友的邀请',
  head: `朋友邀请您加入${brand.product}`,
  what: '看保单、报案、查违章、用洗车券，都在这里。注册不花钱，不用买保险。',
  facts: {
    you: '您得到',
    youText: (points: string) => `${points} 积分，完成实名核验后到账`,
    youNothing: '没有另外的积分',
    friend: '朋友得到',
    friendText: (points: string) => `${points} 积分，您完成实名核验后到账`,
    friendNothing: '现在没有推荐活动，不送积分',
    who: '对谁有效',
    whoText: '第一次注册的人',
    seen: '朋友能看到',
    seenText: '只有您的手机尾号、是否实名',
  },
  enter: '登录或注册',
  enterHint: '登录后回到这里，邀请记 30 天。',
  alone: '不要邀请，自己注册',
  doneTitle: '登录好了',
  doneHint: (points: string | undefined) =>
    points === undefined
      ? '第一次注册的话，邀请已经记下。'
      : `第一次注册的话，邀请已经记下。完成实名核验，您得 ${points} 积分。`,
  doneAlone: (points: string | undefined) =>
    points === undefined ? '没有记邀请。' : `没有记邀请。完成实名核验，您得 ${points} 积分。`,
  verify: '去实名核验',
  home: '回首页',
  memberTitle: '您已经是会员了',
  memberHint: '邀请只对第一次注册的人有效。您也可以邀请朋友。',
  inviteToo: '我也邀请朋友',
  noLinkTitle: '这个链接不完整',
  noLinkHint: '请让朋友再发一次，或者从聊天里重新点开。直接注册也一样能用。',
} as const;

export const referralSystemWords = {
  name: '积分系统',
} as const;
