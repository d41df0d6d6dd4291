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
