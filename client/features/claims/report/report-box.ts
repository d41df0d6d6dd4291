import * as z from 'zod/mini';
import { useWaitingWrites, type WaitingWrite } from '@/platform/waiting-writes';
import { scenario, type ClaimReceipt, type Scenario } from '../../../../bff/features/claims/contract';
import { answerOf } from './report-answer';

/** A report that lies on this phone until there is a network; see 待发送 (client/api/outbox). */
export const REPORT_FORM = 'claim-report';
interface SentReport {
  scenario: Scenario;
  injured: boolean;
}

const sent = z.object({ scenario, injured: z.boolean() });

const ofId = (writes: readonly WaitingWrite[], id: string) => writes.find((one) => one.id === id);

/** What was put into the report with this request id. */
export function useSentReport(reportId: string): SentReport | undefined {
  const body = useWaitingWrites(({ writes }) => ofId(writes, reportId)?.request.body);
  const parsed = sent.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

/** The receipt of a report that waited, once it has arrived. */
export function useReceived(reportId: string | undefined): ClaimReceipt | undefined {
  // The answer is stored before the state changes.
  useWaitingWrites(({ writes }) => (reportId ? ofId(writes, reportId)?.state : undefined));
  return reportId ? answerOf(reportId) : undefined;
}

/** The report that waits now, if any. */
export const useWaitingReport = (): WaitingWrite | undefined =>
  useWaitingWrites(({ writes }) =>
    writes.find(({ formKey, state }) => formKey === REPORT_FORM && state !== 'done'),
  );
