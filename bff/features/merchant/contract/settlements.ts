/** Statements (结算单) of the own merchant, for its owner: as the club keeps them, nothing in them needs a mask. */
import * as z from 'zod/mini';
import { opaqueId, pageQuery } from '../../../http/contract';
import {
  disputeAnswer,
  disputeRequest,
  settlementAnswer,
  settlementConfirmation,
  settlementDetail,
  settlementInvoice,
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
  settlementList,
  settlementQuery,
};
export type { SettlementDetail, SettlementDispute, SettlementLine, SettlementSummary };

/** `open` stands for what no statement holds yet. */
export const settlementParams = z.strictObject({ id: opaqueId });
export const settlementLinesQuery = z.strictObject(pageQuery);
