import type { ConsentPurpose } from '../../../bff/features/account/contract';
import type { AccessAction, AccessField, AccessRecord } from '../../../bff/features/account/contract/privacy';

export const privacyRowWords = {
  seen: '谁看过我的信息',
  seenNone: '还没有别人看过',
  seenLatest: (when: string, who: string, what: string) => `最近一次：${when} ${who}，${what}`,
  consents: '我同意过什么',
  consentsCount: (count: number) => `${count} 项，随时可以收回`,
  export: '导出我的信息',
  correct: '更正信息、看清单和政策',
  deletion: '删除账号',
  deletionWaiting: (day: string) => `已申请，${day} 执行，可以撤回`,
} as const;

export const viewerNames: Record<AccessRecord['viewer']['role'], string> = {
  clerk: '店员',
  merchantOwner: '店主',
  operator: '工作人员',
  surveyor: '查勘人员',
};

/** What was done, and for what. */
export const accessReasons: Record<AccessAction, { did: string; why: string }> = {
  voucherLookup: { did: '到店扫了您的券', why: '您出示了券码，店员核对能不能用' },
  reviewListed: { did: '在核验列表里看到您', why: '您提交了人工核验，正在排队处理' },
  reviewOpened: { did: '打开了您的核验资料', why: '核对您提交的姓名和证件' },
  reviewDecided: { did: '答复了您的核验', why: '给您人工核验的结果' },
  claimContacted: { did: '看了报案电话，联系您', why: '您报了案，要约定怎么处理' },
  claimSurveyed: { did: '看了现场照片和地点', why: '看损失多少，算清修车要多少钱' },
  memberOpened: { did: '打开了您的会员资料', why: '您来咨询，或要办的事需要核对' },
  memberCorrected: { did: '更正了您的资料', why: '您要求更正，或资料有误' },
};

export const accessFieldNames: Record<AccessField, string> = {
  name: '姓（名字打了星号）',
  phone: '手机号（中间打了星号）',
  idNumber: '证件号（中间打了星号）',
  plate: '车牌',
  voucher: '券',
  contactPhone: '报案时留的电话',
  place: '出险地点',
  photos: '现场照片',
  policies: '保单',
};

export const accessWords = {
  title: '谁看过我的信息',
  lead: '除了您自己，每次有人看到您的信息，先记一笔再给看。记录谁也改不了，保存 3 年。',
  saw: (fields: string) => `看到：${fields}`,
  why: (reason: string) => `为什么：${reason}`,
  empty: '还没有别人看过',
  emptyText: '店员扫您的券、查勘员联系您、工作人员核验您的资料时，都会记在这里。',
  doubt: '觉得不对？打客服，我们查清楚告诉您。',
  call: '打客服',
  more: '看更早的',
  moreBusy: '正在取…',
} as const;

/** What stops with a withdrawal; everything else goes on. */
export const consentStops: Record<ConsentPurpose, string> = {
  terms: '会退出登录。保单、券和正在办理的理赔都不受影响，重新登录并同意后接着用。',
  privacy: '会退出登录。保单、券和正在办理的理赔都不受影响，重新登录并同意后接着用。',
  identity: '不再用姓名和证件号核验。已经连上的保单照常能看；要连新的保单时再问您。',
  location: '不再读位置。报案地点手填，门店按名字排。',
  photos: '不再上传新照片。已经交的照片留在理赔档案里；要补照片时再问您。',
  idPhotos: '不再上传证件照片。已经交的留在理赔档案里；证件可以当面给查勘员看。',
  health: '不再上传医疗材料。已经交的留在理赔档案里；材料可以当面交给人伤专员。',
  violations: '不再查违章，也不再把车牌发给查询方。车辆还在，别的服务照常。',
  marketing: '不再给您发问候和活动。办事的短信照常。',
};

export const consentPageWords = {
  lead: '每一项都是您自己同意的。关掉一项，其他服务照常；再打开也是一步。',
  holding: '现在有效',
  withdrawn: '已经收回',
  history: '全部记录（回执）',
  receiptTitle: '回执',
  receipt: {
    what: '哪一项',
    did: '做了什么',
    when: '时间',
    version: '文本版本',
    wording: '当时看到的话',
    how: '怎么同意的',
    client: '在哪里',
    number: '回执号',
  },
  hows: { box: '自己勾选', sheet: '在弹出的询问里点同意', switch: '在隐私中心拨开关', undo: '点了恢复' },
  clients: { web: '网页版', app: '微信小程序' },
  unknown: '当时没有记录',
  withdrawTitle: (name: string) => `收回“${name}”？`,
  withdraw: '收回',
  keep: '先不收回',
} as const;

export const stepUpWords = {
  why: '里面有您的完整信息，要先确认是您本人。',
  send: '发送验证码',
  resend: '重发验证码',
  resendIn: (seconds: number) => `${seconds} 秒后可重发`,
  sending: '正在发送…',
  code: '验证码',
  hint: '发到您登录用的手机号',
  sentTo: (phone: string) => `已发到 ${phone}，5 分钟内有效`,
  codeWrong: '验证码是 6 位数字',
} as const;

export const exportWords = {
  lead: '把我们手里关于您的信息全部复制一份给您：资料、车、保单、理赔、券、积分、同意和查看记录。',
  make: '生成一份',
  making: '正在收集各系统的信息…',
  ready: '已经备好',
  until: (when: string) => `${when} 前、在这台手机上能打开，过后自动删除。`,
  pdf: '打开 PDF（给人看）',
  json: '下载 JSON（给程序用）',
  opening: '正在打开…',
  again: '重新生成',
  care: '里面的姓名、手机号、证件号是完整的。请不要发到群里。',
  failed: '没有打开。请再点一次，或重新生成。',
  saved: '已保存，可在手机文件里找到',
} as const;

export const deletionWords = {
  lead: '账号删除后不能恢复。请先看清会失去什么。',
  lose: '会失去',
  vouchers: '没用的券',
  points: '积分',
  claims: '正在办的理赔',
  vouchersMean: '全部作废，不能退',
  pointsMean: '全部清零',
  claimsMean: '照常办完，由查勘员打电话联系您，不能再在这里看进展',
  unknown: '暂时查不到',
  count: (n: number) => `${n} 张`,
  pointsCount: (n: string) => `${n} 分`,
  claimsCount: (n: number) => `${n} 件`,
  gone: '到期就删掉',
  goneText: '手机号、姓名、证件号、微信绑定、车辆资料，所有登录。',
  kept: '法律要求留的',
  keptText:
    '保单和理赔档案：保险合同结束后至少 5 年（保险法第 87 条）。券的交易记录：3 年（电子商务法第 31 条）。同意和查看记录：3 年。期间只封存，不使用。',
  wait: (days: number) => `提交后等 ${days} 天才执行，期间随时可以撤回。`,
  ask: '确认删除账号',
  asking: '正在提交…',
  waiting: '已申请删除账号',
  waitingText: (day: string) => `${day} 执行。在这之前一切照常，反悔了点下面的按钮。`,
  keep: '撤回，保留账号',
  keeping: '正在撤回…',
  kept2: '已撤回，账号照常使用',
  requested: '申请时间',
  due: '执行时间',
  number: '回执号',
} as const;

export const correctWords = {
  title: '更正我的信息',
  identity: '姓名、证件',
  identityVerified: '和保单核对过，要带证件更正，打客服约时间',
  identityOpen: '还没有核验，去填',
  phone: '手机号',
  phoneHow: '换号打客服，核对身份后更换',
  vehicles: '车辆资料',
  vehiclesHow: '填错了可以删掉重新添加',
  documents: '清单和政策',
  collected: '收集了我哪些信息',
  collectedDetail: '收集什么、为什么、留多久',
  shared: '给了哪些第三方',
  sharedDetail: '给谁、给什么、为什么',
  privacy: '隐私政策',
  terms: '用户协议',
  notSignedIn: '还没有登录',
  login: '去登录',
  loginHint: '登录后，谁看过、同意过什么都列在这里。',
} as const;
