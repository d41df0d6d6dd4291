import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import type { Calling, WriteCalling } from '../calling';
import { at, clubCalls, type Written } from './calls';
import {
  adjustmentAnswer,
  clubAlarm,
  clubAlarmList,
  clubMerchantList,
  clubTicketAnswer,
  clubTicketList,
  disputeAnswer,
  merchantStoreAnswer,
  operatorDisputeList,
  operatorSettlement,
  operatorSettlementList,
  settlementRunAnswer,
  settlementRunList,
  type adjustmentRequest,
  type clubAlarmQuery,
  type clubMerchantQuery,
  type clubTicketQuery,
  type disputeDecision,
  type MerchantStore,
  type operatorDisputeQuery,
  type operatorSettlementQuery,
  type paymentRequest,
  type settlementRunRequest,
  type suspensionRequest,
  type ticketClosing,
} from './contract';

interface PageQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}
type Out<S extends z.core.$ZodType> = Promise<z.output<S>>;
type Done<S extends z.core.$ZodType> = Promise<Written<z.output<S>>>;

/** What operators see and decide about merchants. The club limits every call to the operator's branch and everything below it. */
export interface Operations {
  merchants(by: Calling, query: z.output<typeof clubMerchantQuery>): Out<typeof clubMerchantList>;
  suspendStore(by: Calling, id: string, body: z.output<typeof suspensionRequest>): Promise<MerchantStore>;
  resumeStore(by: Calling, id: string): Promise<MerchantStore>;
  startRun(by: WriteCalling, body: z.output<typeof settlementRunRequest>): Done<typeof settlementRunAnswer>;
  runs(by: Calling, query: PageQuery): Out<typeof settlementRunList>;
  run(by: Calling, id: string): Out<typeof settlementRunAnswer>;
  settlements(
    by: Calling,
    query: z.output<typeof operatorSettlementQuery>,
  ): Out<typeof operatorSettlementList>;
  pay(by: WriteCalling, id: string, body: z.output<typeof paymentRequest>): Done<typeof operatorSettlement>;
  adjust(by: WriteCalling, body: z.output<typeof adjustmentRequest>): Done<typeof adjustmentAnswer>;
  disputes(by: Calling, query: z.output<typeof operatorDisputeQuery>): Out<typeof operatorDisputeList>;
  answerDispute(
    by: WriteCalling,
    id: string,
    body: z.output<typeof disputeDecision>,
  ): Done<typeof disputeAnswer>;
  alarms(by: Calling, query: z.output<typeof clubAlarmQuery>): Out<typeof clubAlarmList>;
  markSeen(by: Calling, id: string): Out<typeof clubAlarm>;
  tickets(by: Calling, query: z.output<typeof clubTicketQuery>): Out<typeof clubTicketList>;
  closeTicket(
    by: WriteCalling,
    id: string,
    body: z.output<typeof ticketClosing>,
  ): Done<typeof clubTicketAnswer>;
}

export function createOperations(upstream: Upstream): Operations {
  const { get, post, set } = clubCalls(upstream);
  const store = merchantStoreAnswer;
  return {
    merchants: (by, query) => get(by, '/v1/merchants', { query, answer: clubMerchantList }),
    suspendStore: async (by, id, body) =>
      (await set(by, 'PUT', { path: at('/stores', id, '/suspension'), body, answer: store })).store,
    resumeStore: async (by, id) =>
      (await set(by, 'DELETE', { path: at('/stores', id, '/suspension'), answer: store })).store,
    startRun: (by, body) => post(by, '/v1/settlement-runs', { body, answer: settlementRunAnswer }),
    runs: (by, query) => get(by, '/v1/settlement-runs', { query: { ...query }, answer: settlementRunList }),
    run: (by, id) => get(by, at('/settlement-runs', id), { answer: settlementRunAnswer }),
    settlements: (by, query) => get(by, '/v1/settlements', { query, answer: operatorSettlementList }),
    pay: (by, id, body) => post(by, at('/settlements', id, '/payment'), { body, answer: operatorSettlement }),
    adjust: (by, body) => post(by, '/v1/adjustments', { body, answer: adjustmentAnswer }),
    disputes: (by, query) => get(by, '/v1/disputes', { query, answer: operatorDisputeList }),
    answerDispute: (by, id, body) =>
      post(by, at('/disputes', id, '/answer'), { body, answer: disputeAnswer }),
    alarms: (by, query) => get(by, '/v1/alarms', { query, answer: clubAlarmList }),
    markSeen: (by, id) => set(by, 'PUT', { path: at('/alarms', id, '/seen'), answer: clubAlarm }),
    tickets: (by, query) => get(by, '/v1/tickets', { query, answer: clubTicketList }),
    closeTicket: (by, id, body) =>
      post(by, at('/tickets', id, '/closing'), { body, answer: clubTicketAnswer }),
  };
}
