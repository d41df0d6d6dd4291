/** Statements (结算单) of the own merchant, for its owner: as the club keeps them, nothing in them needs a mask. */
import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import {
  disputeAnswer,
  disputeRequest,
  settlementAnswer,
  settlementConfirmation,
  settlementDetail,
  settlementInvoice,
  settlementLinesQuery,
  settlementList,
  settlementQuery,
  type SettlementDetail,
  type SettlementDispute,
  type SettlementLine,
  type SettlementSummary,
} from '../../../upstream/club/contract/settlements';

export {
  disputeAnswer,
  disputeRequest,
  settlementAnswer,
  settlementConfirmation,
  settlementDetail,
  settlementInvoice,
  settlementLinesQuery,
  settlementList,
  settlementQuery,
};
export type { SettlementDetail, SettlementDispute, SettlementLine, SettlementSummary };

/** `open` stands for what no statement holds yet. */
export const settlementParams = z.strictObject({ id: opaqueId });
