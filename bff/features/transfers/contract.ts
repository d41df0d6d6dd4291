/** Giving a voucher away (转赠): the giver's link, what the receiver sees before accepting, and both people's list. */
import * as z from 'zod/mini';
import { listOf, opaqueId, pageQuery } from '../../http/contract';
import {
  clubTransfer,
  clubTransferPreview,
  transferRequest,
  transferTokenRequest,
  voucherSummary,
} from '../../upstream/club/contract';

export { transferRequest, transferTokenRequest };

export const transfer = z.extend(z.omit(clubTransfer, { otherName: true }), {
  otherNameMasked: z.nullable(z.string()),
});
export const transferPreview = z.extend(z.omit(clubTransferPreview, { giverName: true }), {
  giverNameMasked: z.nullable(z.string()),
});
export const transferAnswer = z.object({ transfer });
export const transferAcceptance = z.object({ transfer, voucher: voucherSummary });
export const transferList = listOf(transfer);
export const transferQuery = z.strictObject(pageQuery);
export const transferParams = z.strictObject({ id: opaqueId });

export type Transfer = z.infer<typeof transfer>;
export type TransferPreview = z.infer<typeof transferPreview>;
export type TransferAcceptance = z.infer<typeof transferAcceptance>;
