import { useState } from 'react';
import { type Failure, failureOf } from '@/api/failures';

/**
 * A write that says how things are to be, so that saying it twice is saying it once: whatever went wrong, the same tap may say it again, and needs no
 * request id.
 */
export function useNaturalWrite<Answer>(send: () => Promise<Answer>, onDone: (answer: Answer) => void) {
  const [failure, setFailure] = useState<Failure>();
  const run = async (): Promise<void> => {
    setFailure(undefined);
    try {
      onDone(await send());
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return { failure, run };
}
