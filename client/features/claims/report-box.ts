import { useEffect } from 'react';
import * as z from 'zod/mini';
import { readStored } from '@/platform/storage';
import { useWaitingWrites, type WaitingWrite } from '@/platform/waiting-writes';
import {
  claimReceipt,
  scenario,
  type ClaimReceipt,
  type Scenario,
} from '../../../bff/features/claims/contract';
import { adoptPhotos } from './photo-queue';
import { ownerOfReport } from './photo-records';

/** A report that lies on this phone until there is a network; see 待发送 (client/api/outbox). */
export const REPORT_FORM = 'claim-report';
/** Where the outbox puts the server's answer, with the request id behind it. */
export const REPORT_ANSWER = 'draft:claim-answer';

interface SentReport {
  scenario: Scenario;
  injured: boolean;
}

const sent = z.object({ scenario, injured: z.boolean() });

export const answerOf = (reportId: string): ClaimReceipt | undefined => {
  const stored = claimReceipt.safeParse(readStored(`${REPORT_ANSWER}:${reportId}`));
  return stored.success ? stored.data : undefined;
};

const ofId = (writes: readonly WaitingWrite[], id: string) => writes.find((one) => one.id === id);

/** What was put into the report with this request id. */
export function useSentReport(reportId: string): SentReport | undefined {
  const body = useWaitingWrites(({ writes }) => ofId(writes, reportId)?.request.body);
  const parsed = sent.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

/** The receipt of a report that waited, once it has arrived; its photos are the claim's from then on. */
export function useReceived(reportId: string | undefined): ClaimReceipt | undefined {
  // The answer is stored before the state changes.
  useWaitingWrites(({ writes }) => (reportId ? ofId(writes, reportId)?.state : undefined));
  const received = reportId ? answerOf(reportId) : undefined;
  const id = received?.id;
  useEffect(() => {
    if (id && reportId) adoptPhotos(ownerOfReport(reportId), id);
  }, [id, reportId]);
  return received;
}

/** The report that waits now, if any. */
export const useWaitingReport = (): WaitingWrite | undefined =>
  useWaitingWrites(({ writes }) =>
    writes.find(({ formKey, state }) => formKey === REPORT_FORM && state !== 'done'),
  );
