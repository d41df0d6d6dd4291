export interface LimitRule {
  /** Allowed takes in one window. */
  takes: number;
  windowSeconds: number;
  /** Chinese, for people; the time to wait is added. */
  detail: string;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const tooOften = '操作太频繁了';

/** Generous to people, tight for programs. Per-address limits are wide: a whole office shares one. */
export const limitRules = {
  smsPerPhoneMinute: { takes: 1, windowSeconds: MINUTE, detail: '验证码刚刚发过' },
  smsPerPhoneDay: { takes: 10, windowSeconds: DAY, detail: '这个号码今天收到的验证码太多了' },
  smsPerAddressHour: { takes: 60, windowSeconds: HOUR, detail: '这个网络发送验证码太频繁了' },
  smsAllMinute: { takes: 1200, windowSeconds: MINUTE, detail: '现在获取验证码的人太多' },
  signInPerAddress: { takes: 120, windowSeconds: 10 * MINUTE, detail: '登录太频繁了' },
  refreshPerAddress: { takes: 600, windowSeconds: 10 * MINUTE, detail: tooOften },
  identityPerDay: { takes: 5, windowSeconds: DAY, detail: '今天核验身份的次数用完了' },
  acceptancesPerHour: { takes: 60, windowSeconds: HOUR, detail: tooOften },
  exportsPerDay: { takes: 5, windowSeconds: DAY, detail: '今天导出的次数用完了' },
  policyLinkPerDay: { takes: 5, windowSeconds: DAY, detail: '今天添加保单的次数用完了' },
  claimsPerDay: { takes: 30, windowSeconds: DAY, detail: '今天报案的次数太多了，如需帮助请打客服电话' },
  photoLinksPerPhoneDay: { takes: 10, windowSeconds: DAY, detail: '这个号码今天收到的链接太多了' },
  photosPerHour: { takes: 200, windowSeconds: HOUR, detail: '上传照片太频繁了' },
  presentationsPerMinute: { takes: 30, windowSeconds: MINUTE, detail: tooOften },
  transfersPerDay: { takes: 30, windowSeconds: DAY, detail: '今天转赠的次数太多了' },
  transferLooksPerHour: { takes: 60, windowSeconds: HOUR, detail: tooOften },
  transferLooksPerAddress: { takes: 300, windowSeconds: HOUR, detail: tooOften },
  referralLooksPerAddress: { takes: 300, windowSeconds: HOUR, detail: tooOften },
  exchangesPerHour: { takes: 60, windowSeconds: HOUR, detail: '兑换太频繁了' },
  lookupsPerClerkMinute: { takes: 60, windowSeconds: MINUTE, detail: '查券太频繁了' },
  violationsPerDay: { takes: 100, windowSeconds: DAY, detail: '今天查询违章的次数太多了' },
} satisfies Record<string, LimitRule>;

export type LimitName = keyof typeof limitRules;
