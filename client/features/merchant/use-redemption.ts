import { useDidShow } from '@tarojs/taro';
import { useCallback } from 'react';
import { loadPending } from '@/api/pending-write';
import { queryClient } from '@/api/query-client';
import { type Submission, useSubmission } from '@/api/submission';
import { vibrateFor } from '@/platform/feedback';
import { playSound } from '@/platform/sound';
import type { RedemptionRequest } from '../../../bff/features/merchant/contract';
import { redeem } from './api';
import no from './assets/no.wav';
import yes from './assets/yes.wav';
import { type Outcome, showOutcome } from './outcome';
import { refusalOf } from './refusal';

type Answer = Awaited<ReturnType<typeof redeem>>;

/** Felt and heard as well as seen: the clerk looks at the guest, not at the phone. */
export function announce(outcome: Outcome): void {
  showOutcome(outcome);
  if (outcome.kind === 'unknown') return;
  vibrateFor(outcome.kind === 'confirmed' ? 'yes' : 'no');
  playSound(outcome.kind === 'confirmed' ? yes : no);
}

/** A wrong amount is put right on the sheet; a line that is down says nothing about the voucher. Neither is a "no" to the guest. */
function isNo(submission: Submission<Answer>): boolean {
  if (submission.status !== 'refused' || submission.failure.kind !== 'refused') return false;
  return submission.failure.errors.every(({ path }) => path !== 'saleAmountFen');
}

function outcomeOf(submission: Submission<Answer>, storeId: string): Outcome | undefined {
  if (submission.status === 'done') return { kind: 'confirmed', redemption: submission.answer.redemption };
  if (submission.status === 'unknown') return { kind: 'unknown', storeId };
  if (submission.status !== 'refused' || !isNo(submission)) return undefined;
  return { kind: 'refused', refusal: refusalOf(submission.failure) };
}

/**
 * One redemption, exactly once. The request id is stored before sending; an answer that was lost becomes "unknown", never "failed", and only asking
 * again under the same id may follow, also after a restart. `onOutcome` runs for a sure yes, a sure no, and for unknown.
 */
export function useRedemption(storeId: string, onOutcome: () => Promise<void>) {
  const formKey = `redeem:${storeId}`;
  const { submission, submit, queryProgress, reset } = useSubmission<RedemptionRequest, Answer>({
    formKey,
    send: redeem,
  });

  const settle = useCallback(
    async (settled: Submission<Answer>) => {
      if (settled.status === 'done') void queryClient.invalidateQueries({ queryKey: ['counter'] });
      const outcome = outcomeOf(settled, storeId);
      if (!outcome) return;
      announce(outcome);
      await onOutcome();
    },
    [onOutcome, storeId],
  );

  const redeemOnce = useCallback(
    async (body: RedemptionRequest) => settle(await submit(body)),
    [settle, submit],
  );

  const query = useCallback(async () => {
    const settled = await queryProgress();
    await settle(settled);
    return settled.status;
  }, [queryProgress, settle]);

  // The result page may have asked in the meantime: then nothing is open here either.
  useDidShow(() => {
    if (submission.status === 'unknown' && !loadPending(formKey)) void queryProgress();
  });

  return { submission, redeemOnce, query, reset };
}
