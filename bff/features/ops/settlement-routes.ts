import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import { defineRoute, type AnyRoute } from '../../http/route';
import { readFor, writeFor } from '../../upstream/calling';
import type { Operations } from '../../upstream/club/operations';
import { inOurWords } from '../../upstream/refusal-words';
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
  opsPageQuery,
  opsParams,
  paymentRequest,
  settlementRunAnswer,
  settlementRunList,
  settlementRunRequest,
} from './merchant-contract';
import { opsRefusals } from './refusals';

export interface OperationsDeps {
  access: Pick<AccessRules, 'operator'>;
  operations: Operations;
}

const tag = 'operators: settlement';

function runRoutes({ access, operations }: OperationsDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/ops/settlement-runs',
      summary: 'Close now what no statement holds: of one merchant, or of the whole branch',
      tag,
      access: access.operator,
      idempotency: { kind: 'forwarded' },
      body: settlementRunRequest,
      answers: { 202: settlementRunAnswer },
      problems: { NOT_FOUND: 'Not a merchant of the branch.' },
      handle: async (context) => {
        const by = writeFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.startRun(by, context.body));
        return { status: 202, body: done.body, headers: replayHeaders(done.replayed) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/ops/settlement-runs',
      summary: 'Closings, newest first',
      tag,
      access: access.operator,
      query: opsPageQuery,
      answers: { 200: settlementRunList },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.runs(by, context.query));
        return { status: 200, body: done };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/ops/settlement-runs/:id',
      summary: 'How far a closing has come',
      tag,
      access: access.operator,
      params: opsParams,
      answers: { 200: settlementRunAnswer },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.run(by, context.params.id));
        return { status: 200, body: done };
      },
    }),
  ];
}

function statementRoutes({ access, operations }: OperationsDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/ops/settlements',
      summary: 'Statements of the branch’s merchants, newest first',
      tag,
      access: access.operator,
      query: operatorSettlementQuery,
      answers: { 200: operatorSettlementList },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.settlements(by, context.query));
        return { status: 200, body: done };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/ops/settlements/:id/payment',
      summary: 'Note that a confirmed and invoiced statement was paid',
      tag,
      access: access.operator,
      idempotency: { kind: 'forwarded' },
      params: opsParams,
      body: paymentRequest,
      answers: { 201: operatorSettlement },
      problems: {
        SETTLEMENT_NOT_CONFIRMED: 'The merchant has not agreed yet.',
        INVOICE_MISSING: 'No invoice, no payment.',
      },
      handle: async (context) => {
        const by = writeFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.pay(by, context.params.id, context.body));
        return { status: 201, body: done.body, headers: replayHeaders(done.replayed) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/ops/adjustments',
      summary: 'A correction that goes into a merchant’s next statement',
      tag,
      access: access.operator,
      idempotency: { kind: 'forwarded' },
      body: adjustmentRequest,
      answers: { 201: adjustmentAnswer },
      problems: { NOT_FOUND: 'Not a store of the branch, or without that service.' },
      handle: async (context) => {
        const by = writeFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.adjust(by, context.body));
        return { status: 201, body: done.body, headers: replayHeaders(done.replayed) };
      },
    }),
  ];
}

function disputeRoutes({ access, operations }: OperationsDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/ops/disputes',
      summary: 'Objections to statements, oldest first',
      tag,
      access: access.operator,
      query: operatorDisputeQuery,
      answers: { 200: operatorDisputeList },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () => operations.disputes(by, context.query));
        return { status: 200, body: done };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/ops/disputes/:id/answer',
      summary: 'The one answer to an objection; an accepted one adjusts the next statement',
      tag,
      access: access.operator,
      idempotency: { kind: 'forwarded' },
      params: opsParams,
      body: disputeDecision,
      answers: { 201: disputeAnswer },
      problems: { DISPUTE_ALREADY_ANSWERED: 'Somebody answered before.' },
      handle: async (context) => {
        const by = writeFor(context.caller.actor, context);
        const done = await inOurWords(opsRefusals, () =>
          operations.answerDispute(by, context.params.id, context.body),
        );
        return { status: 201, body: done.body, headers: replayHeaders(done.replayed) };
      },
    }),
  ];
}

export function opsSettlementRoutes(deps: OperationsDeps): AnyRoute[] {
  return [...runRoutes(deps), ...statementRoutes(deps), ...disputeRoutes(deps)];
}
