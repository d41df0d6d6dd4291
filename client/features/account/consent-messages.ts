import type { ConsentPurpose } from '../../../bff/features/account/contract';

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
  lead: '每一项都是您自己同意的。关掉一项，其他服务照常；再打开也是一步。只有用户协议和隐私政策不同：收回就会退出登录。',
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
