import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import { defineRoute, type AnyRoute } from '../../http/route';
import { readFor, writeFor } from '../../upstream/calling';
import type { Reports } from '../../upstream/club/reports';
import { inOurWords } from '../../upstream/refusal-words';
import { voucherParams, voucherReportAnswer, voucherReportList, voucherReportRequest } from './contract';
import { voucherRefusals } from './refusals';

export interface ReportDeps {
  access: Pick<AccessRules, 'member'>;
  reports: Reports;
}

export function reportRoutes({ access, reports }: ReportDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/vouchers/:id/reports',
      summary: '门店没给用 (the use comes back or the voucher lives longer) or 不是我用的 (somebody looks)',
      tag: 'vouchers',
      access: access.member,
      idempotency: { kind: 'forwarded' },
      params: voucherParams,
      body: voucherReportRequest,
      answers: { 201: voucherReportAnswer },
      problems: { NOT_FOUND: 'Not the caller’s voucher, or not a use of it.' },
      handle: async (context) => {
        const by = writeFor(context.caller.actor, context);
        const { params, body } = context;
        const done = await inOurWords(voucherRefusals, () => reports.report(by, params.id, body));
        return { status: 201, body: done.body, headers: replayHeaders(done.replayed) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/vouchers/:id/reports',
      summary: 'What the caller said about a voucher, and the answers',
      tag: 'vouchers',
      access: access.member,
      params: voucherParams,
      answers: { 200: voucherReportList },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        return {
          status: 200,
          body: await inOurWords(voucherRefusals, () => reports.reports(by, context.params.id)),
        };
      },
    }),
  ];
}
