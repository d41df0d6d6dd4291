import { voucherState } from '../../upstream/club/contract';
import { telling, type RefusalWords } from '../../upstream/refusal-words';

export const transferRefusals: RefusalWords = {
  NOT_FOUND: '没有找到，链接可能不完整，或者这张券不属于您',
  TRANSFER_PENDING: '这张券已经在转赠中。想换人送，先在转赠记录里收回',
  VOUCHER_NOT_USABLE: telling({ state: voucherState }, '这张券已经用完、过期或不在您手里，不能转赠'),
  VOUCHER_PARTLY_USED: '用过的券不能转赠，剩下的次数请自己用',
  VOUCHER_BOUND_TO_CAR: '这张券只用于券上的车，不能转赠',
  SERVICE_NOT_TRANSFERABLE: '这项服务限本人使用，不能转赠',
  TRANSFER_ONCE_ONLY: '这张券是别人送给您的，不能再转赠',
  TRANSFER_ALREADY_ACCEPTED: '这张券已经被领走了',
  TRANSFER_TAKEN_BACK: '赠送人已经收回了这张券',
  TRANSFER_EXPIRED: '这次转赠已经过期，请赠送人重新送一次',
  TRANSFER_ENDED: '赠送人已经用掉这张券，或者券已失效，不能再领',
  TRANSFER_OWN: '这是您自己送出的券，可以在转赠记录里收回',
};
