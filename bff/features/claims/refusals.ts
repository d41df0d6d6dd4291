import type { RefusalWords } from '../../upstream/refusal-words';

export const claimRefusals: RefusalWords = {
  NOT_FOUND: '没有找到这次报案，可能不属于您',
  IDEMPOTENCY_KEY_REUSED: '这次的内容和之前提交的不一样。之前的报案已经收到，请先查询进度',
};

/** A report may name a policy; one that is not the caller's is told apart from a claim that is not. */
export const reportRefusals: RefusalWords = {
  ...claimRefusals,
  NOT_FOUND: '没有找到这张保单。换一辆车，或者直接填车牌号也能报案',
};

/** After the report: each refusal says what to do instead. */
export const afterRefusals: RefusalWords = {
  ...claimRefusals,
  ACTION_OUT_OF_TURN: '这个案子已经往下走了，请刷新后再看',
  PAPER_NOT_WANTED: '这份材料已经收到了，不用再交',
  PAYEE_NOT_ALLOWED: '赔给对方的钱，法律规定先给对方。您已经赔过对方的，先交一张对方的收条，收下后就能付给您',
  CONFIRMATION_EXPIRED: '15 分钟内没有确认，请把账户再填一次',
  CONFIRMATION_OUTDATED: '账户改过了，请按最新填的再确认',
  WITHDRAWAL_FINAL: '已经过了 24 小时，不能恢复了。两年之内可以重新报案',
  AGREEMENT_NOT_POSSIBLE: '只有两辆车、没有人受伤的事故，才能自己商量签协议书',
};
