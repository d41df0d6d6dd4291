import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import { defineRoute, type AnyRoute } from '../../http/route';
import { readFor, writeFor } from '../../upstream/calling';
import type { Workspace } from '../../upstream/club/workspace';
import { inOurWords } from '../../upstream/refusal-words';
import {
  disputeAnswer,
  disputeRequest,
  settlementAnswer,
  settlementConfirmation,
  settlementDetail,
  settlementInvoice,
  settlementLinesQuery,
  settlementList,
  settlementParams,
  settlementQuery,
} from './contract';
import { settlementRefusals } from './refusals';

export interface SettlementDeps {
  access: Pick<AccessRules, 'counter'>;
  workspace: Workspace;
}

const tag = 'merchant settlements';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const notYours = { NOT_FOUND: 'Not this merchant’s, or the caller is not its owner.' };

function readRoutes({ access, workspace }: SettlementDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/merchant/settlements',
      summary: 'Statements of the own merchant, newest first; before them what is not closed yet (owner)',
      tag,
      access: access.counter,
      query: settlementQuery,
      answers: { 200: settlementList },
      problems: notYours,
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const list = await inOurWords(settlementRefusals, () => workspace.settlements(by, context.query));
        return { status: 200, body: list };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/merchant/settlements/:id',
      summary: 'One statement with a page of its lines; `open` is what is not closed yet (owner)',
      tag,
      access: access.counter,
      params: settlementParams,
      query: settlementLinesQuery,
      answers: { 200: settlementDetail },
      problems: notYours,
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const { id } = context.params;
        const found = await inOurWords(settlementRefusals, () => workspace.settlement(by, id, context.query));
        return { status: 200, body: found };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/merchant/settlements/:id/statement.xlsx',
      summary: 'The statement as a spreadsheet (owner)',
      tag,
      access: access.counter,
      params: settlementParams,
      answers: { 200: null },
      mediaType: XLSX,
      problems: notYours,
      handle: async (context) => {
        const by = readFor(context.caller.counterActor, context);
        const file = await inOurWords(settlementRefusals, () => workspace.statement(by, context.params.id));
        return {
          status: 200,
          body: file.bytes,
          headers: { 'Content-Disposition': 'attachment; filename="statement.xlsx"' },
        };
      },
    }),
  ];
}

function writeRoutes({ access, workspace }: SettlementDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/merchant/settlements/:id/confirmation',
      summary: 'Agree to a statement; the invoice number may come with it (owner)',
      tag,
      access: access.counter,
      idempotency: { kind: 'forwarded' },
      params: settlementParams,
      body: settlementConfirmation,
      answers: { 201: settlementAnswer },
      problems: {
        ...notYours,
        SETTLEMENT_DISPUTED: 'An objection waits for its answer.',
        SETTLEMENT_ALREADY_CONFIRMED: 'Agreed to before.',
        SETTLEMENT_ALREADY_PAID: 'Paid.',
      },
      handle: async (context) => {
        const by = writeFor(context.caller.counterActor, context);
        const { params, body } = context;
        const done = await inOurWords(settlementRefusals, () => workspace.confirm(by, params.id, body));
        return { status: 201, body: done.body, headers: replayHeaders(done.replayed) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/merchant/settlements/:id/invoice',
      summary: 'Give or correct the invoice number, until it is paid (owner)',
      tag,
      access: access.counter,
      idempotency: { kind: 'forwarded' },
      params: settlementParams,
      body: settlementInvoice,
      answers: { 201: settlementAnswer },
      problems: { ...notYours, SETTLEMENT_ALREADY_PAID: 'Paid.' },
      handle: async (context) => {
        const by = writeFor(context.caller.counterActor, context);
        const { params, body } = context;
        const done = await inOurWords(settlementRefusals, () => workspace.invoice(by, params.id, body));
        return { status: 201, body: done.body, headers: replayHeaders(done.replayed) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/merchant/settlements/:id/disputes',
      summary: 'Object to one line of a closed statement (owner)',
      tag,
      access: access.counter,
      idempotency: { kind: 'forwarded' },
      params: settlementParams,
      body: disputeRequest,
      answers: { 201: disputeAnswer },
      problems: {
        ...notYours,
        LINE_ALREADY_DISPUTED: 'An objection to this line waits for its answer.',
        SETTLEMENT_ALREADY_CONFIRMED: 'Agreed to before.',
        SETTLEMENT_ALREADY_PAID: 'Paid.',
      },
      handle: async (context) => {
        const by = writeFor(context.caller.counterActor, context);
        const { params, body } = context;
        const done = await inOurWords(settlementRefusals, () => workspace.dispute(by, params.id, body));
        return { status: 201, body: done.body, headers: replayHeaders(done.replayed) };
      },
    }),
  ];
}

export function settlementRoutes(deps: SettlementDeps): AnyRoute[] {
  return [...readRoutes(deps), ...writeRoutes(deps)];
}
