/** What operators see of merchants, their statements, and what members report. */
import * as z from 'zod/mini';
import { listOf, opaqueId, pageQuery } from '../../http/contract';
import { clubTicket } from '../../upstream/club/contract';

export {
  adjustmentAnswer,
  adjustmentRequest,
  clubAlarm as opsAlarm,
  clubAlarmList as opsAlarmList,
  clubAlarmQuery as opsAlarmQuery,
  clubMerchantList as opsMerchantList,
  clubMerchantQuery as opsMerchantQuery,
  clubTicketQuery as opsTicketQuery,
  disputeAnswer,
  disputeDecision,
  merchantStoreAnswer,
  operatorDisputeList,
  operatorDisputeQuery,
  operatorSettlement,
  operatorSettlementList,
  operatorSettlementQuery,
  paymentRequest,
  settlementRunAnswer,
  settlementRunList,
  settlementRunRequest,
  suspensionRequest,
  ticketClosing,
} from '../../upstream/club/contract';

export const opsParams = z.strictObject({ id: opaqueId });
export const opsPageQuery = z.strictObject(pageQuery);

/** The operator who answers a ticket knows the member by the ticket, not by name. */
export const opsTicket = z.extend(z.omit(clubTicket, { memberName: true }), {
  memberNameMasked: z.string(),
});
export const opsTicketList = listOf(opsTicket);
export const opsTicketAnswer = z.object({ ticket: opsTicket });
