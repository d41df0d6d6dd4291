import type * as z from 'zod/mini';
import type { Upstream, UpstreamBytes } from '../../http/upstream-client';
import { withoutEffect, type Calling, type WriteCalling } from '../calling';
import { at, clubCalls, type Written } from './calls';
import {
  clubClerkAnswer,
  clubClerkList,
  clubQuote,
  disputeAnswer,
  merchantStoreAnswer,
  merchantStoreList,
  settlementAnswer,
  settlementDetail,
  settlementList,
  type clubClerkChange,
  type clubClerkInvitation,
  type ClubClerk,
  type clubQuoteRequest,
  type disputeRequest,
  type MerchantStore,
  type openingHoursRequest,
  type settlementConfirmation,
  type settlementInvoice,
  type settlementLinesQuery,
  type settlementQuery,
  type SettlementSummary,
  type specialDayRequest,
  type suspensionRequest,
} from './contract';

/**
 * What a merchant does beside the counter: statements, staff, own stores. The club knows who owns what and answers 404 to everybody else; a write whose
 * answer was lost is OutcomeUnknown, and sending it again under the same request id has no second effect.
 */
export interface Workspace {
  quote(by: Calling, request: z.output<typeof clubQuoteRequest>): Promise<z.output<typeof clubQuote>>;
  settlements(by: Calling, query: z.output<typeof settlementQuery>): Promise<z.output<typeof settlementList>>;
  settlement(
    by: Calling,
    id: string,
    query: z.output<typeof settlementLinesQuery>,
  ): Promise<z.output<typeof settlementDetail>>;
  statement(by: Calling, id: string): Promise<UpstreamBytes>;
  confirm(
    by: WriteCalling,
    id: string,
    body: z.output<typeof settlementConfirmation>,
  ): Promise<Written<{ settlement: SettlementSummary }>>;
  invoice(
    by: WriteCalling,
    id: string,
    body: z.output<typeof settlementInvoice>,
  ): Promise<Written<{ settlement: SettlementSummary }>>;
  dispute(
    by: WriteCalling,
    id: string,
    body: z.output<typeof disputeRequest>,
  ): Promise<Written<z.output<typeof disputeAnswer>>>;
  stores(by: Calling): Promise<z.output<typeof merchantStoreList>>;
  setHours(by: Calling, storeId: string, body: z.output<typeof openingHoursRequest>): Promise<MerchantStore>;
  setSpecialDay(
    by: Calling,
    day: { storeId: string; date: string },
    body: z.output<typeof specialDayRequest>,
  ): Promise<MerchantStore>;
  clearSpecialDay(by: Calling, day: { storeId: string; date: string }): Promise<MerchantStore>;
  suspend(by: Calling, storeId: string, body: z.output<typeof suspensionRequest>): Promise<MerchantStore>;
  resume(by: Calling, storeId: string): Promise<MerchantStore>;
  clerks(by: Calling): Promise<ClubClerk[]>;
  inviteClerk(by: WriteCalling, body: z.output<typeof clubClerkInvitation>): Promise<Written<ClubClerk>>;
  changeClerk(by: Calling, id: string, body: z.output<typeof clubClerkChange>): Promise<ClubClerk>;
  removeClerk(by: Calling, id: string): Promise<void>;
}

type Statements = Pick<
  Workspace,
  'settlements' | 'settlement' | 'statement' | 'confirm' | 'invoice' | 'dispute'
>;

function statementsOf(upstream: Upstream): Statements {
  const { get, post } = clubCalls(upstream);
  const base = '/merchant/settlements';
  return {
    settlements: (by, query) => get(by, `/v1${base}`, { query: { ...query }, answer: settlementList }),
    settlement: (by, id, query) => get(by, at(base, id), { query: { ...query }, answer: settlementDetail }),
    statement: ({ actor, requestId, signal }, id) =>
      upstream.bytes({ method: 'GET', path: at(base, id, '/statement'), actor, requestId, signal }),
    confirm: (by, id, body) => post(by, at(base, id, '/confirmation'), { body, answer: settlementAnswer }),
    invoice: (by, id, body) => post(by, at(base, id, '/invoice'), { body, answer: settlementAnswer }),
    dispute: (by, id, body) => post(by, at(base, id, '/disputes'), { body, answer: disputeAnswer }),
  };
}

type Stores = Pick<
  Workspace,
  'stores' | 'setHours' | 'setSpecialDay' | 'clearSpecialDay' | 'suspend' | 'resume'
>;

function storesOf(upstream: Upstream): Stores {
  const { get, set } = clubCalls(upstream);
  const base = '/merchant/stores';
  const answer = merchantStoreAnswer;
  const dayOf = ({ storeId, date }: { storeId: string; date: string }) =>
    at(base, storeId, `/special-days/${encodeURIComponent(date)}`);
  return {
    stores: (by) => get(by, `/v1${base}`, { answer: merchantStoreList }),
    setHours: async (by, id, body) =>
      (await set(by, 'PUT', { path: at(base, id, '/opening-hours'), body, answer })).store,
    setSpecialDay: async (by, day, body) => (await set(by, 'PUT', { path: dayOf(day), body, answer })).store,
    clearSpecialDay: async (by, day) => (await set(by, 'DELETE', { path: dayOf(day), answer })).store,
    suspend: async (by, id, body) =>
      (await set(by, 'PUT', { path: at(base, id, '/suspension'), body, answer })).store,
    resume: async (by, id) => (await set(by, 'DELETE', { path: at(base, id, '/suspension'), answer })).store,
  };
}

type Staff = Pick<Workspace, 'clerks' | 'inviteClerk' | 'changeClerk' | 'removeClerk'>;

function staffOf(upstream: Upstream): Staff {
  const { get, post, set } = clubCalls(upstream);
  const base = '/merchant/clerks';
  return {
    clerks: async (by) => (await get(by, `/v1${base}`, { answer: clubClerkList })).items,
    async inviteClerk(by, body) {
      const done = await post(by, `/v1${base}`, { body, answer: clubClerkAnswer });
      return { body: done.body.clerk, replayed: done.replayed };
    },
    changeClerk: async (by, id, body) =>
      (await set(by, 'PATCH', { path: at(base, id), body, answer: clubClerkAnswer })).clerk,
    async removeClerk({ actor, requestId }, id) {
      await upstream.call({ method: 'DELETE', path: at(base, id), answer: null, actor, requestId });
    },
  };
}

export function createWorkspace(upstream: Upstream): Workspace {
  return {
    ...statementsOf(upstream),
    ...storesOf(upstream),
    ...staffOf(upstream),
    async quote({ actor, requestId }, body) {
      const call = { method: 'POST', path: '/v1/merchant/quotes', body, answer: clubQuote } as const;
      return (await withoutEffect(() => upstream.call({ ...call, actor, requestId }))).body;
    },
  };
}
