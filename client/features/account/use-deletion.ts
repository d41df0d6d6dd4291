import { useState } from 'react';
import { failureOf, type Failure } from '@/api/failures';
import { queryClient } from '@/api/query-client';
import { useSignedIn } from '@/api/session';
import { useSubmission } from '@/api/submission';
import { useRead } from '@/api/use-read';
import { showToast } from '@/ui/toast';
import { askDeletion, keepAccount, readDeletion } from './privacy-api';
import { deletionWords } from './deletion-messages';
import { useStepUp } from './use-step-up';

/** A merge that is offered says what a deletion would do with it. */
const readAgain = () =>
  Promise.all([['deletion'], ['identity']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));

/** Leaving: what it costs is shown before, a fresh code confirms it, and for a week one tap calls it off. */
export function useDeletion() {
  const signedIn = useSignedIn();
  const stepUp = useStepUp();
  const [failure, setFailure] = useState<Failure>();
  const read = useRead({
    key: ['deletion'],
    read: ({ signal }) => readDeletion(signal),
    enabled: signedIn,
  });
  const control = useSubmission({
    formKey: 'deletion',
    send: askDeletion,
    onDone: () => {
      stepUp.forget();
      void readAgain();
    },
  });

  const ask = async (): Promise<void> => {
    const code = stepUp.checked();
    if (code) await control.submit({ code });
  };

  const keep = async (): Promise<void> => {
    setFailure(undefined);
    try {
      await keepAccount();
      control.reset();
      await readAgain();
      showToast({ text: deletionWords.kept2 });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  return { read, stepUp, control, failure, ask, keep };
}
