import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { sendMerge, sendMergeCode } from './api';
import { useStepUp } from './use-step-up';

const OTHER_CODE_WRONG = 'OTHER_CODE_WRONG';

const codeToOwn = () => sendMergeCode('own');
const codeToOther = () => sendMergeCode('other');

/** Both phones confirm, and two accounts of one person are one. A wrong code is said at the field it was typed into. */
export function useMerge() {
  const own = useStepUp(codeToOwn);
  const other = useStepUp(codeToOther);
  const control = useSubmission({
    formKey: 'identity-merge',
    send: sendMerge,
    // Who the person is decides about everything that was read so far.
    onDone: () => void queryClient.invalidateQueries(),
  });

  const merge = async (): Promise<void> => {
    const code = own.checked();
    const otherCode = other.checked();
    if (code && otherCode) await control.submit({ code, otherCode });
  };

  const { submission } = control;
  const refused =
    submission.status === 'refused' && submission.failure.kind === 'refused' ? submission.failure : undefined;
  const wrongAt = (code: string) => (refused?.code === code ? refused.detail : undefined);
  const ownWrong = wrongAt('SMS_CODE_WRONG');
  const otherWrong = wrongAt(OTHER_CODE_WRONG);
  return { own, other, control, merge, ownWrong, otherWrong };
}
