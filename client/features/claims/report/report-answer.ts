import { readStored } from '@/platform/storage';
import { claimReceipt, type ClaimReceipt } from '../../../../bff/features/claims/contract';

/** Where the outbox puts the server's answer to a report, with the request id behind it. */
export const REPORT_ANSWER = 'draft:claim-answer';

export function answerOf(reportId: string): ClaimReceipt | undefined {
  const stored = claimReceipt.safeParse(readStored(`${REPORT_ANSWER}:${reportId}`));
  return stored.success ? stored.data : undefined;
}
