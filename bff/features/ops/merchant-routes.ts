import type * as z from 'zod/mini';
import { replayHeaders } from '../../http/idempotency';
import { defineRoute, noBody, type AnyRoute } from '../../http/route';
import { maskName } from '../../masking';
import { readFor, writeFor } from '../../upstream/calling';
import type { ClubTicket } from '../../upstream/club/contract';
import { inOurWords } from '../../upstream/refusal-words';
import {
  merchantStoreAnswer,
  opsAlarm,
  opsAlarmList,
  opsAlarmQuery,
  opsMerchantList,
  opsMerchantQuery,
  opsParams,
  type opsTicket,
  opsTicketAnswer,
  opsTicketList,
  opsTicketQuery,
  suspensionRequest,
  ticketClosing,
} from './merchant-contract';
import { opsRefusals } from './refusals';
import type { OperationsDeps } from './settlement-routes';

const tag = 'operators: merchants';

/** The operator knows a member by the ticket, not by name. */
function shownTicket({ memberName, ...ticket }: ClubTicket): z.infer<typeof opsTicket> {
  return { ...ticket, memberNameMasked: memberName === null ? '' : maskName(memberName) };
}

function networkRoutes({ access, operations }: OperationsDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/ops/merchants',
      summary: 'Merchants of the own branch, with what they are owed and not yet billed',
      tag,
      access: access.operator,
      query: opsMerchantQuery,
      answers: { 200: opsMerchantList },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.merchants(by, context.query));
        return { status: 200, body: done };
      },
    }),
    defineRoute({
      method: 'put',
      path: '/ops/stores/:id/suspension',
      summary: 'Stop a store at once; only an operator lets it serve again',
      tag,
      access: access.operator,
      idempotency: { kind: 'natural', why: 'It says how things are to be, so twice is once.' },
      params: opsParams,
      body: suspensionRequest,
      answers: { 200: merchantStoreAnswer },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () =>
          operations.suspendStore(by, context.params.id, context.body),
        );
        return { status: 200, body: { store: done } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/ops/stores/:id/suspension',
      summary: 'Let a store serve again',
      tag,
      access: access.operator,
      idempotency: { kind: 'natural', why: 'It says how things are to be, so twice is once.' },
      params: opsParams,
      body: noBody,
      answers: { 200: merchantStoreAnswer },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.resumeStore(by, context.params.id));
        return { status: 200, body: { store: done } };
      },
    }),
  ];
}

function reportRoutes({ access, operations }: OperationsDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/ops/alarms',
      summary: 'What somebody should look at, newest first',
      tag,
      access: access.operator,
      query: opsAlarmQuery,
      answers: { 200: opsAlarmList },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.alarms(by, context.query));
        return { status: 200, body: done };
      },
    }),
    defineRoute({
      method: 'put',
      path: '/ops/alarms/:id/seen',
      summary: 'Somebody is on it',
      tag,
      access: access.operator,
      idempotency: { kind: 'natural', why: 'It is seen once.' },
      params: opsParams,
      body: noBody,
      answers: { 200: opsAlarm },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.markSeen(by, context.params.id));
        return { status: 200, body: done };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/ops/tickets',
      summary: 'What members reported (门店没给用, 不是我用的), oldest first',
      tag,
      access: access.operator,
      query: opsTicketQuery,
      answers: { 200: opsTicketList },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.tickets(by, context.query));
        return { status: 200, body: { ...done, items: done.items.map(shownTicket) } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/ops/tickets/:id/closing',
      summary: 'The one answer to a ticket; may give the use back. The member reads it',
      tag,
      access: access.operator,
      idempotency: { kind: 'forwarded' },
      params: opsParams,
      body: ticketClosing,
      answers: { 201: opsTicketAnswer },
      problems: {
        TICKET_ALREADY_CLOSED: 'Somebody answered before.',
        NOTHING_TO_RESTORE: 'The use is back already, or none is meant.',
      },
      handle: async (context) => {
        const by = writeFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () =>
          operations.closeTicket(by, context.params.id, context.body),
        );
        return {
          status: 201,
          body: { ticket: shownTicket(done.body.ticket) },
          headers: replayHeaders(done.replayed),
        };
      },
    }),
  ];
}

export function opsMerchantRoutes(deps: OperationsDeps): AnyRoute[] {
  return [...networkRoutes(deps), ...reportRoutes(deps)];
}
