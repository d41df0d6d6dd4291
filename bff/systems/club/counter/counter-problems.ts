import { Problem } from '../../../http/problem';

/** One answer for what does not exist, is another merchant's, or was not signed by this club. */
export const voucherNotFound = () =>
  new Problem(404, 'VOUCHER_NOT_FOUND', '没有找到这张券，请让客人刷新后再扫，或核对是否在本店使用');

/** Not a guess but a slip: the check character does not fit. */
export const codeMistyped = () => new Problem(422, 'CODE_MISTYPED', '输入有误，请对照客人手机再输一遍');

export const presentationExpired = () =>
  new Problem(409, 'PRESENTATION_EXPIRED', '二维码已过期，请让客人刷新后再扫');

export const storeNotFound = () =>
  new Problem(404, 'STORE_NOT_FOUND', '没有找到这家门店，或您不在这家门店工作');
