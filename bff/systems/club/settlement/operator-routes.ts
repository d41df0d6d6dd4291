import * as z from 'zod/mini';
import { opaqueId, pageQuery } from '../../../http/contract';
import { defineRoute, type AnyRoute } from '../../../http/route';
import {
  adjustmentAnswer,
  adjustmentRequest,
  disputeAnswer,
  disputeDecision,
  operatorDisputeList,
  operatorDisputeQuery,
  operatorSettlement,
  operatorSettlementList,
  operatorSettlementQuery,
  paymentRequest,
  settlementRunAnswer,
  settlementRunList,
  settlementRunRequest,
} from '../../../upstream/club/contract';
import type { Club } from '../club';
import { readOperator } from '../network/operator';
import { answered } from '../requests';
import { adjust } from './adjust';
import { answerDispute } from './answer-dispute';
import { listForOperator, payStatement } from './pay';
import { listDisputes } from './read-disputes';
import { listRuns, readRun } from './read-runs';
import { startRun } from './start-run';

const byId = z.strictObject({ id: opaqueId });
const tag = 'settlement (operators)';

const runRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'post',
    path: '/settlement-runs',
    summary: 'Close now what no statement holds, of one merchant or of the whole branch',
    tag,
    access: club.access('operator'),
    idempotency: { kind: 'forwarded' },
    body: settlementRunRequest,
    answers: { 202: settlementRunAnswer },
    problems: { NOT_FOUND: 'not a merchant of the operator’s branch' },
    handle: async ({ caller, body, idempotencyKey }) => {
      const operator = await readOperator(club, caller);
      const done = await startRun(club, operator, { key: idempotencyKey, wanted: body });
      return answered(202, { body: { run: done.body }, replayed: done.replayed });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/settlement-runs',
    summary: 'Closings, newest first',
    tag,
    access: club.access('operator'),
    query: z.strictObject(pageQuery),
    answers: { 200: settlementRunList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listRuns(club, await readOperator(club, caller), query),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/settlement-runs/:id',
    summary: 'How far a closing has come',
    tag,
    access: club.access('operator'),
    params: byId,
    answers: { 200: settlementRunAnswer },
    handle: async ({ caller, params }) => ({
      status: 200,
      body: { run: await readRun(club, await readOperator(club, caller), params.id) },
    }),
  }),
];

const statementRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/settlements',
    summary: 'Statements of the branch’s merchants, newest first',
    tag,
    access: club.access('operator'),
    query: operatorSettlementQuery,
    answers: { 200: operatorSettlementList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listForOperator(club, await readOperator(club, caller), query),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/settlements/:id/payment',
    summary: 'Note that a confirmed and invoiced statement was paid',
    tag,
    access: club.access('operator'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: paymentRequest,
    answers: { 201: operatorSettlement },
    problems: {
      SETTLEMENT_NOT_CONFIRMED: 'the merchant has not agreed yet',
      INVOICE_MISSING: 'no invoice, no payment',
      SETTLEMENT_ALREADY_PAID: 'paid by another request',
    },
    handle: async ({ caller, params, body, idempotencyKey }) => {
      const paying = { settlementId: params.id, key: idempotencyKey, paymentRef: body.paymentRef };
      return answered(201, await payStatement(club, await readOperator(club, caller), paying));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/adjustments',
    summary: 'A correction that goes into a merchant’s next statement',
    tag,
    access: club.access('operator'),
    idempotency: { kind: 'forwarded' },
    body: adjustmentRequest,
    answers: { 201: adjustmentAnswer },
    problems: { NOT_FOUND: 'not a store of the branch, or the merchant has no such service' },
    handle: async ({ caller, body, idempotencyKey }) => {
      const operator = await readOperator(club, caller);
      return answered(201, await adjust(club, operator, { key: idempotencyKey, ...body }));
    },
  }),
];

const disputeRoutes = (club: Club): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/disputes',
    summary: 'Objections of the branch’s merchants, oldest first',
    tag,
    access: club.access('operator'),
    query: operatorDisputeQuery,
    answers: { 200: operatorDisputeList },
    handle: async ({ caller, query }) => ({
      status: 200,
      body: await listDisputes(club, await readOperator(club, caller), query),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/disputes/:id/answer',
    summary: 'The one answer to an objection; an accepted one adjusts the next statement',
    tag,
    access: club.access('operator'),
    idempotency: { kind: 'forwarded' },
    params: byId,
    body: disputeDecision,
    answers: { 201: disputeAnswer },
    problems: { DISPUTE_ALREADY_ANSWERED: 'somebody answered before' },
    handle: async ({ caller, params, body, idempotencyKey }) => {
      const operator = await readOperator(club, caller);
      const wanted = { disputeId: params.id, key: idempotencyKey, decision: body };
      return answered(201, await answerDispute(club, operator, wanted));
    },
  }),
];

export const operatorSettlementRoutes = (club: Club): AnyRoute[] => [
  ...runRoutes(club),
  ...statementRoutes(club),
  ...disputeRoutes(club),
];
