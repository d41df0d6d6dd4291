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
