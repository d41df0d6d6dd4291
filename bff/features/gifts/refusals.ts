import { instant } from '../../http/contract';
import { telling, type RefusalWords } from '../../upstream/refusal-words';

export const giftRefusals: RefusalWords = {
  NOT_FOUND: '没有找到这份礼包，可能已经失效或不属于您',
  GIFT_ALREADY_CLAIMED: '这份礼包您已经领过了，券在“我的券”里',
  GIFT_EXPIRED: telling({ expiredAt: instant }, '这份礼包过了领取时间。想知道以后的礼包，可以联系客户经理'),
  GIFT_REVOKED: '这份礼包已被发放单位收回，您没有损失任何已领的券',
};
