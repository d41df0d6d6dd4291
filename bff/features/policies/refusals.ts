import type { RefusalWords } from '../../upstream/refusal-words';

export const policyRefusals: RefusalWords = {
  NOT_FOUND: '没有找到这张保单。刚完成实名认证的，请稍等一分钟再看',
};
