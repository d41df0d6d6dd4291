import type { AccessAction, AccessRecord } from '../../../bff/features/account/contract/privacy';

export const privacyRowWords = {
  seen: '谁看过我的信息',
  seenUnknown: '理赔系统暂时查不到，稍后再看',
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
