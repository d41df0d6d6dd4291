import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import type { Calling, WriteCalling } from '../calling';
import { at, clubCalls, type Written } from './calls';
import {
  voucherReportAnswer,
  voucherReportList,
  type VoucherReport,
  type voucherReportRequest,
} from './contract';

/** 门店没给用 and 不是我用的, from the member's side. Saying it twice is one ticket. */
export interface Reports {
  report(
    by: WriteCalling,
    voucherId: string,
    body: z.output<typeof voucherReportRequest>,
  ): Promise<Written<{ report: VoucherReport }>>;
  reports(by: Calling, voucherId: string): Promise<z.output<typeof voucherReportList>>;
}

export function createReports(upstream: Upstream): Reports {
  const { get, post } = clubCalls(upstream);
  const pathOf = (voucherId: string) => at('/vouchers', voucherId, '/reports');
  return {
    report: (by, voucherId, body) => post(by, pathOf(voucherId), { body, answer: voucherReportAnswer }),
    reports: (by, voucherId) => get(by, pathOf(voucherId), { answer: voucherReportList }),
  };
}
