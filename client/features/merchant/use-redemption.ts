import { useDidShow } from '@tarojs/taro';
import { useCallback, useState } from 'react';
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
import { forgetPendingUse, notePendingUse, type PendingUse, redemptionForm } from './pending-use';
import { refusalOf } from './refusal';

type Answer = Awaited<ReturnType<typeof redeem>>;

/** Felt and heard as well as seen: the clerk looks at the guest, not at the phone. */
export function announce(outcome: Outcome): void {
  showOutcome(outcome);
  // No sound for it: neither of the two would be true.
  if (outcome.kind === 'unknown') return vibrateFor('unsure');
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
 * again under the same id may follow, also after a restart. `onOutcome` runs for a sure yes, a sure no, and once for unknown.
 */
export function useRedemption(storeId: string, onOutcome: () => Promise<void>) {
  const formKey = redemptionForm(storeId);
  const [isAsking, setAsking] = useState(false);
  const { submission, submit, queryProgress, reset } = useSubmission<RedemptionRequest, Answer>({
    formKey,
    send: redeem,
  });

  const settle = useCallback(
    async (settled: Submission<Answer>) => {
      if (settled.status === 'done') void queryClient.invalidateQueries({ queryKey: ['counter'] });
      if (!loadPending(formKey)) forgetPendingUse(storeId);
      const outcome = outcomeOf(settled, storeId);
      if (!outcome) return;
      announce(outcome);
      await onOutcome();
    },
    [formKey, onOutcome, storeId],
  );

  const redeemOnce = useCallback(
    async (body: RedemptionRequest, about: PendingUse) => {
      notePendingUse(storeId, about);
      await settle(await submit(body));
    },
    [settle, storeId, submit],
  );

  /** Under the same request id. Still not knowing changes nothing: whoever asked stays where they are. */
  const query = useCallback(async () => {
    setAsking(true);
    const settled = await queryProgress();
    setAsking(false);
    if (settled.status !== 'unknown') await settle(settled);
    return settled.status;
  }, [queryProgress, settle]);

  // The result page may have asked in the meantime: then nothing is open here either.
  useDidShow(() => {
    if (submission.status === 'unknown' && !loadPending(formKey)) void queryProgress();
  });

  return { submission, isAsking, redeemOnce, query, reset };
}
