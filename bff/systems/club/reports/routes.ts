import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { defineRoute, noBody, type AnyRoute } from '../../../http/route';
import {
  clubAlarm,
  clubAlarmList,
  clubAlarmQuery,
  clubTicketAnswer,
  clubTicketList,
  clubTicketQuery,
  ticketClosing,
  voucherReportAnswer,
  voucherReportList,
  voucherReportRequest,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { readOperator } from '../network/operator';
import { answered } from '../requests';
import { listAlarms, markSeen } from './read-alarms';
import { listReports, reportVoucher } from './report-voucher';
import { closeTicket, listTickets } from './tickets';

const byId = z.strictObject({ id: opaqueId });

const memberRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'post',
    path: '/vouchers/:id/reports',
    summary: '门店没给用 or 不是我用的: what a member says about a use',
    tag: 'reports',
    access: club.access('member'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: voucherReportRequest,
    answers: { 201: voucherReportAnswer },
    problems: { NOT_FOUND: 'not the member’s voucher, or not a use of it' },
    handle: async ({ caller, params, body, idempotencyKey }) => {
      const input = { memberId: caller.subject, voucherId: params.id, key: idempotencyKey, wanted: body };
      const done = await reportVoucher(club, input);
      return answered(201, { body: { report: done.body }, replayed: done.replayed });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/vouchers/:id/reports',
    summary: 'What the member said about a voucher, and the answers',
    tag: 'reports',
    access: club.access('member'),
    params: byId,
    answers: { 200: voucherReportList },
    handle: async ({ caller, params }) => ({
      status: 200,
      body: { items: await listReports(club, caller.subject, params.id), nextCursor: null },
    }),
  }),
];

const operatorRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/tickets',
    summary: 'What members reported, oldest first',
    tag: 'reports (operators)',
    access: club.access('operator'),
    query: clubTicketQuery,
    answers: { 200: clubTicketList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listTickets(club, await readOperator(club, caller), query),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/tickets/:id/closing',
    summary: 'The one answer to a ticket; may give the use back',
    tag: 'reports (operators)',
    access: club.access('operator'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: ticketClosing,
    answers: { 201: clubTicketAnswer },
    problems: {
      TICKET_ALREADY_CLOSED: 'somebody answered before',
      NOTHING_TO_RESTORE: 'the use is back already, or none is meant',
    },
    handle: async ({ caller, params, body, idempotencyKey }) => {
      const wanted = { ticketId: params.id, key: idempotencyKey, closing: body };
      const done = await closeTicket(club, await readOperator(club, caller), wanted);
      return answered(201, { body: { ticket: done.body }, replayed: done.replayed });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/alarms',
    summary: 'What operators should look at, newest first',
    tag: 'reports (operators)',
    access: club.access('operator'),
    query: clubAlarmQuery,
    answers: { 200: clubAlarmList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listAlarms(club, await readOperator(club, caller), query),
    }),
  }),
  defineRoute({
    method: 'put',
    path: '/alarms/:id/seen',
    summary: 'Somebody is on it',
    tag: 'reports (operators)',
    access: club.access('operator'),
    idempotency: { kind: 'natural', why: 'it is seen once' },
    params: byId,
    body: noBody,
    answers: { 200: clubAlarm },
    handle: async ({ caller, params }) => ({
      status: 200,
      body: await markSeen(club, await readOperator(club, caller), params.id),
    }),
  }),
];

export const reportRoutes = (club: Club): AnyRoute[] => [...memberRoutes(club), ...operatorRoutes(club)];
