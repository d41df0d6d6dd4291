import { useState } from 'react';
import { failureOf } from '@/api/failures';
import { queryClient } from '@/api/query-client';
import { useSignedIn } from '@/api/session';
import { useSubmission } from '@/api/submission';
import { useRead } from '@/api/use-read';
import type { DataExport } from '../../../bff/features/account/contract/privacy';
import { fetchExport, makeExport, readLatestExport } from './privacy-api';
import { exportWords } from './export-messages';
import { useStepUp } from './use-step-up';

/** A copy on request: prove the phone, wait for all systems, open it. */
export function useExport() {
  const signedIn = useSignedIn();
  const stepUp = useStepUp();
  const [problem, setProblem] = useState<string>();
  const [again, setAgain] = useState(false);
  const read = useRead({
    key: ['export'],
    read: ({ signal }) => readLatestExport(signal),
    enabled: signedIn,
  });
  const control = useSubmission({
    formKey: 'export',
    send: makeExport,
    onDone: () => {
      stepUp.forget();
      setAgain(false);
      void queryClient.invalidateQueries({ queryKey: ['export'] });
    },
  });

  const make = async (): Promise<void> => {
    const code = stepUp.checked();
    if (code) await control.submit({ code });
  };

  const open = async (copy: DataExport, format: 'json' | 'pdf'): Promise<void> => {
    setProblem(undefined);
    try {
      await fetchExport(copy, format);
    } catch (error) {
      const failure = failureOf(error);
      setProblem(failure.kind === 'refused' && failure.detail ? failure.detail : exportWords.failed);
      void read.refresh();
    }
  };

  return { read, stepUp, control, problem, again, makeAnother: () => setAgain(true), make, open };
}
