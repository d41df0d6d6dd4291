import type { RefusalWords } from '../../upstream/refusal-words';

export const policyRefusals: RefusalWords = {
  NOT_FOUND: '没有找到这张保单。刚完成实名认证的，请稍等一分钟再看',
  NEVER_IN_FORCE: '这张保单没有生效过，没有可以算的',
};

export const linkRefusals: RefusalWords = {
  NOT_FOUND: '没有找到这张保单，可能已经移出了',
  POLICY_NOT_LINKED:
    '在您的名下没有找到这个保单号。请对着保单再核对一遍；投保人和被保险人都不是您本人的，不能添加',
};

export const serviceRefusals: RefusalWords = {
  NOT_FOUND: '没有找到这张保单或者这条办理记录',
  NOT_POLICYHOLDER: '联系方式只有投保人可以改。请投保人本人登录来改，或者打客服电话',
  NOTHING_CHANGED: '和现在登记的一样，不用改',
  ALREADY_LOST: '这一样已经挂失了，可以在下面的记录里取消',
  POLICY_ENDED: '这张保单已经结束，不用挂失',
  NOT_UNDOABLE: '这一项已经撤销过了',
  CHANGED_SINCE: '之后又改过一次，不能直接撤销，请重新修改',
};
