import { useState } from 'react';
import { failureOf, type Failure } from '@/api/failures';
import { sendStepUpCode, type StepUpAnswer } from './privacy-api';
import { stepUpWords } from './step-up-messages';
import { useCountdown } from './use-countdown';

/** A fresh code to a phone, by default the account's own, typed below what it confirms. */
export function useStepUp(sendCode: () => Promise<StepUpAnswer> = sendStepUpCode) {
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const countdown = useCountdown();

  const send = async (): Promise<void> => {
    setFailure(undefined);
    setWrong(undefined);
    try {
      const { phoneMasked, retryAfterSeconds } = await sendCode();
      setSentTo(phoneMasked);
      countdown.start(retryAfterSeconds);
    } catch (error) {
      const now = failureOf(error);
      setFailure(now);
      if (now.kind === 'refused' && now.retryAfterSeconds) countdown.start(now.retryAfterSeconds);
    }
  };

  /** The code when it looks like one; otherwise says so at the field. */
  const checked = (): string | undefined => {
    const tidy = code.trim();
    const right = /^\d{6}$/.test(tidy);
    setWrong(right ? undefined : stepUpWords.codeWrong);
    return right ? tidy : undefined;
  };

  return {
    code,
    setCode,
    sentTo,
    wrong,
    failure,
    waitSeconds: countdown.secondsLeft,
    send,
    checked,
    forget: () => setCode(''),
  };
}

export type StepUp = ReturnType<typeof useStepUp>;
