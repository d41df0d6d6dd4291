import type { AccessRecord } from './contract/privacy';
import type { ExportContent } from './export-content';

export interface ExportChapter {
  title: string;
  /** What is missing is said, not left out. */
  lines: string[];
}

const yuan = (fen: number) => `${(fen / 100).toFixed(2)} 元`;
const when = (instant: string | null) => (instant === null ? '无' : instant.slice(0, 16).replace('T', ' '));

const consentPurposes: Record<string, string> = {
  terms: '用户协议',
  privacy: '隐私政策',
  identity: '实名核验',
  location: '位置',
  photos: '事故照片',
  idPhotos: '证件照片',
  health: '医疗材料',
  violations: '查违章',
  marketing: '活动消息',
};

const actions: Record<AccessRecord['action'], string> = {
  voucherLookup: '扫了您的券',
  reviewListed: '在核验列表里看到您',
  reviewOpened: '打开了您的核验资料',
  reviewDecided: '答复了您的核验',
  claimContacted: '看了报案电话，联系您',
  claimSurveyed: '看了现场照片和地点',
  memberOpened: '打开了您的会员资料',
  memberCorrected: '更正了您的资料',
};

const viewers: Record<string, string> = {
  clerk: '店员',
  merchantOwner: '店主',
  operator: '客户信息岗',
  surveyor: '查勘人员',
};

function whoChapter({ account }: ExportContent): ExportChapter {
  return {
    title: '我是谁',
    lines: [
      `姓名：${account.name ?? '没有留'}`,
      `手机号：${account.phone ?? '没有留'}`,
      `证件号：${account.idNumber ?? '没有留'}`,
      `实名时间：${when(account.identityVerifiedAt)}`,
      `注册时间：${when(account.memberSince)}`,
      `归属机构：${account.branch}`,
      ...account.wechatBoundAt.map((at) => `绑定微信：${when(at)}`),
      ...account.reviews.map(
        (review) => `人工核验：${when(review.submittedAt)} 提交，${review.name}，${review.idNumber}`,
      ),
    ],
  };
}

function insuranceChapters({ policies, claims, photos, account }: ExportContent): ExportChapter[] {
  return [
    {
      title: '我的车',
      lines: account.vehicles.map(
        ({ plate, vin, engineNo, addedAt, removedAt }) =>
          `${plate}，车架号 ${vin}，发动机号 ${engineNo}，${when(addedAt)} 添加${removedAt ? `，${when(removedAt)} 删除` : ''}`,
      ),
    },
    {
      title: '保单',
      lines: policies.map(
        (policy) =>
          `${policy.productName}，保单号 ${policy.policyNo}，${when(policy.startsAt)} 至 ${when(policy.endsAt)}，保费 ${yuan(policy.premiumFen)}`,
      ),
    },
    {
      title: '报案和理赔',
      lines: claims.map(
        (claim) =>
          `报案号 ${claim.reportNo}，${when(claim.occurredAt)}，${claim.address}，车牌 ${claim.plate}，${claim.statusName}`,
      ),
    },
    {
      title: '事故照片（照片本身在案件页里看）',
      lines: photos.map(({ claimId, receivedAt }) => `案件 ${claimId}，${when(receivedAt)} 上传`),
    },
  ];
}

function benefitChapters({ gifts, vouchers, points, pointsEntries }: ExportContent): ExportChapter[] {
  return [
    { title: '礼包', lines: gifts.map(({ title, expiresAt }) => `${title}，${when(expiresAt)} 前有效`) },
    {
      title: '服务券',
      lines: vouchers.map(
        ({ title, usesLeft, usesTotal, validUntil }) =>
          `${title}，剩 ${String(usesLeft)}/${String(usesTotal)} 次，${when(validUntil)} 前有效`,
      ),
    },
    {
      title: `积分（现有 ${String(points.balance)} 分）`,
      lines: pointsEntries.map((entry) => `${when(entry.at)}，${entry.reason}，${String(entry.points)} 分`),
    },
  ];
}

const transferWords = { offered: '等对方领取', accepted: '已领取', takenBack: '已收回', expired: '已失效' };

const friendWords: Record<ExportContent['account']['referral']['friends'][number]['state'], string> = {
  registered: '还没有核验',
  verified: '已核验',
  waiting: '已核验，等我自己实名',
  paid: '积分到账',
  capped: '当年名额已满',
  notCounted: '不计',
  gone: '账号已注销',
  ended: '规则已结束',
};

function deedChapters({ account }: ExportContent): ExportChapter[] {
  const { uses, transfers, ratings, reports, signInDays, referral } = account;
  return [
    {
      title: '用券记录',
      lines: uses.map(
        ({ title, store, at, undoneAt }) =>
          `${when(at)}，${title}，${store}${undoneAt ? `，${when(undoneAt)} 撤销` : ''}`,
      ),
    },
    {
      title: '转赠',
      lines: transfers.map(
        ({ direction, title, state, offeredAt }) =>
          `${when(offeredAt)}，${direction === 'given' ? '送出' : '收到'} ${title}，${transferWords[state]}`,
      ),
    },
    {
      title: '我的评价',
      lines: ratings.map(
        ({ title, score, asPromised, comment, at }) =>
          `${when(at)}，${title}，${String(score)} 分，${asPromised ? '和说的一样' : '和说的不一样'}${comment ? `：${comment}` : ''}`,
      ),
    },
    {
      title: '我反映的问题',
      lines: reports.map(
        ({ ticketNo, kind, comment, at, answer }) =>
          `${when(at)}，${ticketNo}，${kind === 'notMe' ? '不是我用的' : '门店没给用'}${comment ? `：${comment}` : ''}，答复：${answer ?? '还没有'}`,
      ),
    },
    { title: '签到', lines: signInDays },
    {
      title: '推荐有礼（朋友的信息不在这里，那是朋友的）',
      lines: [
        ...referral.codes.map((code) => `我的邀请码：${code}`),
        ...referral.friends.map(
          ({ registeredAt, state, points }) =>
            `${when(registeredAt)}，一位朋友注册，${friendWords[state]}${points === null ? '' : `，${String(points)} 分`}`,
        ),
        ...referral.cameByInvitationAt.map((at) => `${when(at)}，我从别人的邀请链接注册`),
      ],
    },
  ];
}

function recordChapters({ consents, accessRecords, sessions }: ExportContent): ExportChapter[] {
  return [
    {
      title: '我同意过什么',
      lines: consents.map(
        ({ purpose, granted, at, documentVersion }) =>
          `${when(at)}，${granted ? '同意' : '收回'}“${consentPurposes[purpose] ?? purpose}”，版本 ${documentVersion}`,
      ),
    },
    {
      title: '谁看过我的信息',
      lines: accessRecords.map(
        ({ at, viewer, action }) =>
          `${when(at)}，${viewer.place ?? ''} ${viewers[viewer.role] ?? ''} ${viewer.nameMasked ?? ''}，${actions[action]}`,
      ),
    },
    {
      title: '登录记录',
      lines: sessions.map(
        ({ client, startedAt, endedAt }) =>
          `${when(startedAt)}，${client === 'web' ? '网页' : '小程序'}，${endedAt ? `${when(endedAt)} 结束` : '仍在登录'}`,
      ),
    },
  ];
}

/** The same content as the JSON, in words and in the order in which a person asks. */
export const chaptersOf = (content: ExportContent): ExportChapter[] => [
  whoChapter(content),
  ...insuranceChapters(content),
  ...benefitChapters(content),
  ...deedChapters(content),
  ...recordChapters(content),
];
