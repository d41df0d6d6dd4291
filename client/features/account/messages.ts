import type { ConsentPurpose } from '../../../bff/features/account/contract';

export const loginWords = {
  title: (product: string) => `登录${product}`,
  lead: (insurer: string) => `${insurer}为您的车守着每一步`,
  reasons: [
    { icon: 'phone', title: '只用您的手机号', detail: '用来认出您，找到您的券和报案' },
    { icon: 'lock', title: '同意之前，什么都不收集', detail: '不读通讯录、相册和位置' },
    { icon: 'out', title: '随时能收回同意', detail: '我的 → 隐私中心，一步就能关' },
  ],
  agreeFirst: '请先看过并勾选下面的同意，再继续。',
  phoneWrong: '请填 11 位手机号，例如 13800000000',
  codeWrong: '验证码是 6 位数字',
  wechatRefused: '您没有授权手机号。可以再点一次，或输手机号登录。',
  codeSent: (phone: string) => `验证码已发到 ${phone}，5 分钟内有效`,
  resendIn: (seconds: number) => `${seconds} 秒后可重发`,
} as const;

/** What each consent is for, in the order it is shown. */
export const consentWords: Record<ConsentPurpose, { name: string; use: string }> = {
  terms: { name: '用户协议', use: '使用会员服务的约定' },
  privacy: { name: '隐私政策', use: '用手机号认出您，办理您要的服务' },
  identity: { name: '实名核验', use: '用姓名和证件号找到您名下的保单' },
  location: { name: '位置', use: '填写出险地点，按远近找门店' },
  photos: { name: '事故照片', use: '只给处理您这起事故的人看' },
  idPhotos: { name: '证件照片', use: '驾驶证、行驶证照片，只用来处理这起事故' },
  health: { name: '医疗材料', use: '病历和票据，只给办理人伤的专员看' },
  violations: { name: '查违章', use: '把车牌、车架号和发动机号发给查询方' },
  marketing: { name: '活动消息', use: '给您发生日和节日的问候' },
};

export const identityWords = {
  nameWrong: '请填写证件上的姓名',
  idWrong: '身份证号不对，请对着证件再看一遍',
  companyWrong: '请填写营业执照上的名称',
  creditCodeWrong: '统一社会信用代码不对，应是 18 位',
  agreeFirst: '请先勾选同意，再核验。',
} as const;

export const holdingsWords = {
  cars: '我的车',
  vouchers: '可用的券',
  points: '积分',
} as const;

export const identityFormWords = {
  person: '个人',
  company: '单位',
  whose: '保单是谁的',
  name: '姓名',
  companyName: '单位名称',
  nameHint: '和证件上的一样',
  companyNameHint: '和营业执照上的一样',
  idNumber: '身份证号',
  creditCode: '统一社会信用代码',
  idHint: '18 位，末位可能是 X',
  creditCodeHint: '18 位，在营业执照上',
  consentLabel: '我单独同意用姓名和证件号核验身份，找到名下的保单',
  consent: '我单独同意用姓名和证件号核验身份，找到名下的保单。随时可在隐私中心收回。',
  checking: '正在核验…',
  check: '核验并绑定',
  privacy: '看隐私政策',
} as const;

/** What of theirs has not left the phone. */
export interface Unsent {
  reports: number;
  photos: number;
  /** Of a report that is not filled in to its end. */
  drafts: number;
}

const unsentOf = ({ reports, photos, drafts }: Unsent): string =>
  [
    reports > 0 ? `${reports} 份报案` : '',
    photos > 0 ? `${photos} 张事故照片` : '',
    drafts > 0 ? '一份填到一半的报案' : '',
  ]
    .filter(Boolean)
    .join('、');

export const meSheetWords = {
  themeSystem: '跟随手机',
  themeLight: '浅色',
  themeDark: '深色',
  theme: '深色',
  about: (product: string) => `关于${product}`,
  provider: '由谁提供',
  hotline: '客服电话',
  version: '版本',
  terms: '用户协议',
  privacy: '隐私政策',
  logoutTitle: '退出登录？',
  loggingOut: '正在退出…',
  logout: '退出登录',
  logoutMeans: (keepsSome: boolean) =>
    `${keepsSome ? '别的' : '没提交的'}草稿会从这台手机上删掉。保单、券和正在办理的理赔都不受影响。`,
  logoutKeeps: (unsent: Unsent) =>
    `${unsentOf(unsent)}还没有发出，会留在这台手机上。别人登录看不到；您再登录就接着来，只发一次。`,
  toErase: '退出，并从这台手机上删掉',
  eraseTitle: '从这台手机上删掉？',
  erase: '删掉并退出',
  eraseMeans: (unsent: Unsent) => `${unsentOf(unsent)}还没有发出，删掉后找不回来，我们也收不到。`,
  logoutUnsent: (count: number) => `还有 ${count} 件没有发出，退出后就不发了。`,
} as const;

export const documentWords = {
  inForceFrom: (day: string) => `${day} 起施行`,
} as const;

export const identityPageWords = {
  title: '实名核验',
  loginFirst: '先登录，再核验',
  login: '去登录',
  loginHint: '登录后填姓名和证件号，就能看到您名下的保单。',
  lead: '完善信息，查看保单',
  why: '手机号可能换过人，光凭它不能打开保单。填姓名和证件号，和保单上的人对得上才会显示。',
  unlocksPolicies: '看名下的保单',
  unlocksPoliciesDetail: '保什么、到哪天、怎么赔',
  unlocksLevel: '成为高级会员',
  unlocksLevelDetail: '能领的礼包更多',
  encrypted: '加密保存',
  encryptedDetail: '屏幕上只显示一部分，只用来找保单',
  verified: '已核实是您本人',
  showPolicies: '看我的保单',
  verifiedDetail: '名下的保单已经连上，您现在是高级会员。',
} as const;

export const loginPageWords = {
  login: '登录',
  agreeLabel: '我看过并同意用户协议和隐私政策',
  agreeLead: '我看过并同意',
  terms: '用户协议',
  and: '和',
  privacy: '隐私政策',
  lookAround: '先不登录，随便看看',
  noCodeSent: '验证码不对。先点“发送验证码”，再填短信里的 6 位数字。',
  networkLost: '网络断了一下，还没登录上。请再点一次。',
  loggingIn: '正在登录…',
  otherWechat: '用微信手机号登录',
  wechat: '微信手机号一键登录',
  byPhone: '输手机号登录',
} as const;

export const mePageWords = {
  outbox: '待发送',
  outboxCount: (count: number) => `${count} 件`,
  outboxRefused: (count: number) => `${count} 件没办成`,
  title: '我的',
  elder: '大字版',
  elderDetail: '字更大，按钮更大，随时打电话',
  theme: '深色',
  privacySection: '隐私中心',
  callHotline: '打客服',
  about: '关于',
  logout: '退出登录',
  system: '会员系统',
  unaffected: '您的权益不受影响',
  toMerchant: '切换到商户工作台',
  identity: '完善信息，查看保单',
  identityDetail: '填姓名和证件号，约 1 分钟',
  gifts: '我的礼包',
  orders: '我的订单',
  claims: '理赔记录',
} as const;

export const privacyWords = {
  title: '隐私中心',
  none: '您还没有同意过任何一项。',
  revokeAndLogout: '收回并退出登录',
  agree: '同意',
  revoke: '收回',
} as const;

export const phoneFormWords = {
  sending: '正在发送…',
  resend: '重发验证码',
  send: '发送验证码',
  phone: '手机号',
  phoneHint: '11 位手机号',
  code: '验证码',
  codeHint: '点“发送验证码”，短信马上到',
} as const;

export const profileWords = {
  someone: '车主',
  senior: '高级会员',
  basic: '普通会员',
  loading: '正在加载',
  notSignedIn: '还没有登录',
  loginHint: '登录后能看保单、理赔进展和您的券。',
  login: '登录',
} as const;

export const reviewWords = {
  openTag: '人工核验中',
  open: '正在由专人核对',
  openDetail: '系统没有直接对上，我们的人会看您的资料，到时一定给您答复。这段时间报案、领券都照常。',
  acceptedTag: '已通过',
  accepted: '已核实是您本人',
  acceptedDetail: '您名下的保单已经连上了。',
  refusedTag: '没有对上',
  refused: '这次没有核对上',
  refusedDetail: '您可以看清原因再填一次，或打客服。',
  submittedAt: '提交时间',
  answerBy: '最晚答复',
  before: (when: string) => `${when} 前`,
  receiptNo: '回执号',
  owner: '负责',
  desk: (insurer: string) => `${insurer} 客户信息岗`,
} as const;

export const meWords = {
  loggedOut: '已退出登录',
  loggedOutErased: '已退出登录，没发出的已从这台手机删掉',
} as const;

export const consentChangeWords = {
  grantLater: (name: string) => `同意“${name}”`,
  revokeLater: (name: string) => `收回“${name}”`,
  revoked: (name: string) => `已收回“${name}”`,
  revokedAndLeft: (name: string) => `已收回“${name}”，并退出登录`,
  restore: '恢复',
} as const;
