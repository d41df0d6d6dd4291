import { type Failure, failureOf } from '@/api/failures';
import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { showToast } from '@/ui/toast';
import { sendMerge, sendMergeCode } from './identity-api';
import { useStepUp } from './use-step-up';

const OTHER_CODE_WRONG = 'OTHER_CODE_WRONG';

/** Nothing to merge any more: an operator has answered meanwhile, or the other number has changed. How it stands takes the card's place. */
function seeIfGone(failure: Failure): void {
  if (failure.kind !== 'refused' || failure.code !== 'MERGE_NOT_OFFERED') return;
  showToast({ text: failure.detail });
  void queryClient.invalidateQueries({ queryKey: ['identity'] });
}

const codeTo = (to: 'own' | 'other') => async () => {
  try {
    return await sendMergeCode(to);
  } catch (error) {
    seeIfGone(failureOf(error));
    throw error;
  }
};
const codeToOwn = codeTo('own');
const codeToOther = codeTo('other');

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
    if (!code || !otherCode) return;
    const after = await control.submit({ code, otherCode });
    if (after.status === 'refused') seeIfGone(after.failure);
  };

  const { submission } = control;
  const refused =
    submission.status === 'refused' && submission.failure.kind === 'refused' ? submission.failure : undefined;
  const wrongAt = (code: string) => (refused?.code === code ? refused.detail : undefined);
  const ownWrong = wrongAt('SMS_CODE_WRONG');
  const otherWrong = wrongAt(OTHER_CODE_WRONG);
  return { own, other, control, merge, ownWrong, otherWrong };
}
