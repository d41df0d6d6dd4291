import { REPORT_ANSWER } from '@/platform/photo-records';
import { readStored } from '@/platform/storage';
import { claimReceipt, type ClaimReceipt } from '../../../../bff/features/claims/contract';

export function answerOf(reportId: string): ClaimReceipt | undefined {
  const stored = claimReceipt.safeParse(readStored(`${REPORT_ANSWER}:${reportId}`));
  return stored.success ? stored.data : undefined;
}
