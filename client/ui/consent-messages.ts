import type { AskedPurpose } from '@/platform/consent-question';

interface Asking {
  title: string;
  /** What is read, what for, who sees it. */
  reason: string;
  /** What still works without. */
  without: string;
  agree: string;
}

/** What the person reads before agreeing; the receipt keeps `reason` word for word. */
export const consentAsking: Record<AskedPurpose, Asking> = {
  location: {
    title: '可以用您现在的位置吗？',
    reason: '用现在的位置填写出险地点、按远近排门店。只在您点的这一刻读一次，不在后台跟踪。',
    without: '不同意也能接着用：地点可以手填，门店按名字排。',
    agree: '同意，用我的位置',
  },
  photos: {
    title: '拍照前，请您知道',
    reason: '事故照片里可能有人脸和车牌。照片加密保存，只给处理您这起事故的人看，拍摄位置会去掉。',
    without: '不同意也已经报案成功：查勘员会联系您，当面拍。',
    agree: '同意，去拍照',
  },
  idPhotos: {
    title: '要拍证件，单独问您一次',
    reason: '证件照片上有姓名、证件号和人像。加密保存，只给处理您这起事故的人看，不作别的用途。',
    without: '不同意也可以：证件当面给查勘员看就行。',
    agree: '同意，拍证件',
  },
  health: {
    title: '要拍医疗材料，单独问您一次',
    reason: '病历和票据是您的健康信息。加密保存，只给办理人伤的专员看，只用来算赔付。',
    without: '不同意也可以：材料可以当面交给人伤专员。',
    agree: '同意，拍材料',
  },
};

export const consentSheetWords = {
  decline: '先不同意',
  withdrawAsGuest: '想收回，打客服电话说一声，我们按您说的删掉。',
  withdraw: '以后可在“我的 → 隐私中心”收回，一步就能关。',
} as const;

export const privacySheetWords = {
  title: '请先看隐私保护指引',
  text: (product: string) =>
    `您要用的这一步会用到受保护的信息。同意${product}的隐私保护指引后才会读取，不同意也能用其他功能。`,
  read: '看隐私保护指引',
  agree: '同意并继续',
  refuse: '不同意',
} as const;

export const messageAskWords = {
  claimProgress: {
    title: '有进展时告诉您',
    detail: '下一次有要紧的进展，在微信里发一条消息。点一次管一条。',
    ask: '用微信通知我',
  },
  reviewDecided: {
    title: '有结果时告诉您',
    detail: '核验有了答复，在微信里发一条消息。',
    ask: '用微信通知我',
  },
  after: {
    accepted: '好的，会在微信里通知您一次。短信也照常发。',
    notKept: '网络不好，没有记下来。短信照常发，也可以再点一次。',
    refused: '没关系，重要的事照常发短信。',
  },
} as const;
