import { useCallback, useRef, useState } from 'react';
import { ApiError, failureOf } from '@/api/failures';
import { useSubmission } from '@/api/submission';
import { vibrateFor } from '@/platform/feedback';
import { scanCode } from '@/platform/scan';
import { playSound } from '@/platform/sound';
import type { Lookup, RedemptionRequest } from '../../../bff/features/merchant/contract';
import { lookUp, redeem } from './api';
import no from './assets/no.wav';
import yes from './assets/yes.wav';
import { messages } from './messages';
import { showOutcome } from './outcome';
import { refusalOf, refusalOfReason } from './refusal';

export type Found = Lookup & { scanToken: string };

/**
 * One guest at the counter: scan or type, look at what it is, confirm once. The request id is stored before sending; an answer that was lost becomes
 * "unknown", never "failed", and only asking again under the same id may follow.
 */
/** `onAnswered` opens the result page; on the result page itself there is nothing to open. */
export function useCounter(storeId: string, onAnswered: () => Promise<void>) {
  const [found, setFound] = useState<Found>();
  const [isLooking, setLooking] = useState(false);
  const [cameraNote, setCameraNote] = useState<string>();
  const looking = useRef(false);

  const control = useSubmission<RedemptionRequest, Awaited<ReturnType<typeof redeem>>>({
    formKey: `redeem:${storeId}`,
    send: redeem,
  });
  const { submission, submit, queryProgress } = control;

  const answer = useCallback(
    async (isYes: boolean, replace: () => void) => {
      replace();
      vibrateFor(isYes ? 'yes' : 'no');
      playSound(isYes ? yes : no);
      await onAnswered();
    },
    [onAnswered],
  );

  const settle = useCallback(
    async (outcome: Awaited<ReturnType<typeof submit>>) => {
      if (outcome.status === 'done') {
        setFound(undefined);
        const { redemption } = outcome.answer;
        await answer(true, () => showOutcome({ kind: 'confirmed', redemption }));
      } else if (outcome.status === 'refused') {
        setFound(undefined);
        await answer(false, () => showOutcome({ kind: 'refused', refusal: refusalOf(outcome.failure) }));
      } else if (outcome.status === 'unknown') {
        setFound(undefined);
        showOutcome({ kind: 'unknown', storeId });
        await onAnswered();
      }
    },
    [answer, onAnswered, storeId],
  );

  const check = useCallback(
    async (code: string) => {
      if (looking.current) return;
      looking.current = true;
      setLooking(true);
      try {
        const result = await lookUp(code, storeId);
        if (result.scanToken && result.voucher.redeemable)
          setFound({ ...result, scanToken: result.scanToken });
        else {
          const { reason, usedAt } = result.voucher;
          const facts = usedAt ? messages.usedHere(usedAt.at, usedAt.storeName) : undefined;
          const refusal = refusalOfReason(reason ?? 'alreadyRedeemed', facts);
          await answer(false, () => showOutcome({ kind: 'refused', refusal }));
        }
      } catch (error) {
        // A look-up changes nothing, so a lost answer is only a lost connection here.
        const failure =
          error instanceof ApiError && error.failure.kind === 'uncertain' ? undefined : failureOf(error);
        const refusal = refusalOf(failure ?? { kind: 'offline' });
        await answer(false, () => showOutcome({ kind: 'refused', refusal }));
      } finally {
        looking.current = false;
        setLooking(false);
      }
    },
    [answer, storeId],
  );

  const scan = useCallback(async () => {
    setCameraNote(undefined);
    const result = await scanCode();
    if (result.kind === 'scanned') await check(result.text);
    else if (result.kind === 'refused') {
      setCameraNote(
        result.reason === 'noCamera' ? messages.workspace.cameraMissing : messages.workspace.cameraRefused,
      );
    }
  }, [check]);

  const confirm = useCallback(
    async (saleAmountFen: number | undefined) => {
      if (!found) return;
      const body: RedemptionRequest = {
        scanToken: found.scanToken,
        storeId,
        expectedUsesLeft: found.voucher.usesLeft,
        ...(saleAmountFen === undefined ? {} : { saleAmountFen }),
      };
      await settle(await submit(body));
    },
    [found, settle, storeId, submit],
  );

  const query = useCallback(async () => settle(await queryProgress()), [queryProgress, settle]);

  return {
    found,
    isLooking,
    cameraNote,
    submission,
    scan,
    check,
    confirm,
    query,
    dismiss: () => setFound(undefined),
  };
}
