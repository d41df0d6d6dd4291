import type { RefusalWords } from '../../upstream/refusal-words';

export const voucherRefusals: RefusalWords = {
  NOT_FOUND: '没有找到这张券，可能已经失效或不属于您',
  VOUCHER_ALREADY_REDEEMED: '这张券已经用完了。用过的时间和门店在券的下方',
  VOUCHER_EXPIRED: '这张券已经过期了，不能再出示',
  VOUCHER_NOT_YET_VALID: '这张券还没到可以使用的日子',
  VOUCHER_RESERVED: '这张券已经预约，到店由商户确认，不用出示',
  VOUCHER_REVOKED: '这张券已被发放单位收回',
  VOUCHER_TRANSFERRED: '这张券已经转赠给别人了',
  ALREADY_RATED: '这次使用您已经评价过了，谢谢',
  REDEMPTION_REVERSED: '这次使用已经撤销，不用评价',
};
