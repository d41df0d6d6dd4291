import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { defineRoute, type AnyRoute } from '../../../http/route';
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
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { readOwner } from '../counter/counter-actor';
import { answered } from '../requests';
import { confirmSettlement, giveInvoice } from './confirm';
import { disputeLine } from './dispute';
import { downloadStatement } from './download-statement';
import { listSettlements, readSettlement } from './read-settlements';

const byId = z.strictObject({ id: opaqueId });
const tag = 'settlement';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const readRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/merchant/settlements',
    summary: 'The owner’s statements, newest first; before them what is not closed yet',
    tag,
    access: club.access('merchantOwner', 'clerk'),
    query: settlementQuery,
    answers: { 200: settlementList },
    handle: async ({ caller, query }) => {
      const { merchantId } = await readOwner(club, caller);
      return { status: 200, body: await listSettlements(club, merchantId, query) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/merchant/settlements/:id',
    summary:
      'One statement with a page of its lines, of one kind if asked; `open` for what is not closed yet',
    tag,
    access: club.access('merchantOwner', 'clerk'),
    params: byId,
    query: settlementLinesQuery,
    answers: { 200: settlementDetail },
    handle: async ({ caller, params, query }) => {
      const { merchantId } = await readOwner(club, caller);
      const scope = { merchantId, settlementId: params.id };
      return { status: 200, body: await readSettlement(club, scope, query) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/merchant/settlements/:id/statement',
    summary: 'The statement as a spreadsheet',
    tag,
    access: club.access('merchantOwner', 'clerk'),
    params: byId,
    answers: { 200: null },
    mediaType: XLSX,
    handle: async ({ caller, params }) => {
      const { merchantId } = await readOwner(club, caller);
      const body = await downloadStatement(club, { merchantId, settlementId: params.id });
      return { status: 200, body };
    },
  }),
];

const writeRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'post',
    path: '/merchant/settlements/:id/confirmation',
    summary: 'Agree to a statement',
    tag,
    access: club.access('merchantOwner', 'clerk'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: settlementConfirmation,
    answers: { 201: settlementAnswer },
    problems: {
      SETTLEMENT_DISPUTED: 'an objection waits for its answer',
      SETTLEMENT_ALREADY_CONFIRMED: 'agreed to by another request',
      SETTLEMENT_ALREADY_PAID: 'paid',
    },
    handle: async ({ caller, params, body, idempotencyKey }) => {
      const on = { settlementId: params.id, key: idempotencyKey, invoiceNo: body.invoiceNo };
      const done = await confirmSettlement(club, await readOwner(club, caller), on);
      return answered(201, { body: { settlement: done.body }, replayed: done.replayed });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/merchant/settlements/:id/invoice',
    summary: 'Give or correct the invoice number, until it is paid',
    tag,
    access: club.access('merchantOwner', 'clerk'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: settlementInvoice,
    answers: { 201: settlementAnswer },
    problems: { SETTLEMENT_ALREADY_PAID: 'paid' },
    handle: async ({ caller, params, body, idempotencyKey }) => {
      const on = { settlementId: params.id, key: idempotencyKey, invoiceNo: body.invoiceNo };
      const done = await giveInvoice(club, await readOwner(club, caller), on);
      return answered(201, { body: { settlement: done.body }, replayed: done.replayed });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/merchant/settlements/:id/disputes',
    summary: 'Object to one line of a closed statement',
    tag,
    access: club.access('merchantOwner', 'clerk'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: disputeRequest,
    answers: { 201: disputeAnswer },
    problems: {
      LINE_ALREADY_DISPUTED: 'an objection to this line waits for its answer',
      SETTLEMENT_ALREADY_CONFIRMED: 'agreed to before',
      SETTLEMENT_ALREADY_PAID: 'paid',
    },
    handle: async ({ caller, params, body, idempotencyKey }) => {
      const on = { settlementId: params.id, key: idempotencyKey, ...body };
      return answered(201, await disputeLine(club, await readOwner(club, caller), on));
    },
  }),
];

/** What the owner of a merchant sees and says. Both roles come as far as the owner's check, which knows who owns it now. */
export const settlementRoutes = (club: Club): AnyRoute[] => [...readRoutes(club), ...writeRoutes(club)];
