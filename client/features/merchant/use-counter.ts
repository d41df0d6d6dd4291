import { useCallback, useState } from 'react';
import type { RedemptionRequest } from '../../../bff/features/merchant/contract';
import type { Found, LookUpAnswer } from './look-up-answer';
import { troubleOf } from './refusal';
import { announce, useRedemption } from './use-redemption';
import { useAskUntilKnown } from './use-ask-until-known';
import { useLookUp } from './use-look-up';

function bodyOf({ voucher, scanToken }: Found, storeId: string, saleAmountFen?: number): RedemptionRequest {
  return {
    scanToken,
    storeId,
    expectedUsesLeft: voucher.usesLeft,
    ...(saleAmountFen === undefined ? {} : { saleAmountFen }),
  };
}

/** One guest at the counter: scan or type, look at what it is, confirm once. `onOutcome` opens the result page. */
export function useCounter(storeId: string, onOutcome: () => Promise<void>) {
  const [found, setFound] = useState<Found>();
  const [lookUpTrouble, setLookUpTrouble] = useState<string>();

  const openResult = useCallback(async () => {
    setFound(undefined);
    await onOutcome();
  }, [onOutcome]);
  const { submission, isAsking, redeemOnce, query, reset } = useRedemption(storeId, openResult);
  useAskUntilKnown(submission.status, query);

  const hear = useCallback(
    (answer: LookUpAnswer, typed: string | undefined) => {
      setLookUpTrouble(answer.kind === 'trouble' ? answer.text : undefined);
      if (answer.kind === 'found') setFound(answer.found);
      if (answer.kind !== 'refused') return;
      const { outcome } = answer;
      const mayBeMistyped = outcome.kind === 'refused' && outcome.voucherTitle === undefined;
      announce(mayBeMistyped ? { ...outcome, typed } : outcome);
      void onOutcome();
    },
    [onOutcome],
  );
  const lookUp = useLookUp(storeId, hear);

  const isSending = submission.status === 'sending' && !isAsking;
  return {
    found,
    submission,
    isSending,
    isAsking,
    isLooking: lookUp.isLooking,
    cameraNote: lookUp.cameraNote,
    lookUpTrouble,
    /** Why the redemption surely did not happen; the same tap may try again. */
    confirmTrouble: submission.status === 'refused' ? troubleOf(submission.failure) : undefined,
    scan: async () => {
      setLookUpTrouble(undefined);
      await lookUp.scan();
    },
    check: lookUp.check,
    cancelLookUp: () => {
      lookUp.cancel();
      setLookUpTrouble(undefined);
    },
    confirm: async (saleAmountFen: number | undefined) => {
      if (found && !isSending) await redeemOnce(bodyOf(found, storeId, saleAmountFen), found.voucher);
    },
    query,
    /** While it is being sent there is nothing to take back. */
    dismiss: () => {
      if (isSending) return;
      setFound(undefined);
      reset();
    },
  };
}
