import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatDay, formatInstant } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Heading, Words } from '@/ui/text';
import type { IdentityReview, MergeOffer } from '../../../bff/features/account/contract/identity';
import { mergeWords as words } from './merge-messages';
import { StepUpField } from './step-up-field';
import { useMerge } from './use-merge';

interface MergeCardProps {
  merge: MergeOffer;
  review: IdentityReview;
}

/** One person, two numbers: what merging means, then a code for each phone beside the button, and what happens without the other one. */
export function MergeCard({ merge, review }: MergeCardProps) {
  const { own, other, control, merge: confirm, ownWrong, otherWrong } = useMerge();
  const { ownPhoneMasked, otherPhoneMasked } = merge;
  return (
    <>
      <Stack gap={2}>
        <Heading>{words.title}</Heading>
        <Words tone="ink2">{words.lead(otherPhoneMasked)}</Words>
      </Stack>
      <Card flush>
        <Row icon="policy" title={words.after} detail={words.afterKept} />
        <Row icon="user" title={words.afterGone(otherPhoneMasked)} detail={words.afterFinal} />
      </Card>
      <Deletions merge={merge} />
      <Card>
        <Stack gap={4}>
          <StepUpField stepUp={own} label={words.own(ownPhoneMasked)} hint={words.ownHint} error={ownWrong} />
          <StepUpField
            stepUp={other}
            label={words.other(otherPhoneMasked)}
            hint={words.otherHint}
            error={otherWrong}
          />
        </Stack>
      </Card>
      {!ownWrong && !otherWrong && <SubmissionNotice control={control} />}
      {control.submission.status !== 'unknown' && (
        <Button wide busy={control.submission.status === 'sending'} busyText={words.merging} onTap={confirm}>
          {words.merge}
        </Button>
      )}
      <Words size="sub" tone="ink2">
        {words.lost(formatInstant(review.dueAt))}
      </Words>
    </>
  );
}

/** A deletion that waits for one of the two: what the merge would do with it is said before the button. */
function Deletions({ merge: { ownDeletionAt, otherDeletionAt, otherPhoneMasked } }: { merge: MergeOffer }) {
  return (
    <>
      {ownDeletionAt && (
        <Notice
          tone="due"
          icon="trash"
          action={
            <Button kind="ghost" size="small" onTap={() => goTo('account/deletion')}>
              {words.toDeletion}
            </Button>
          }
        >
          {words.ownDeletion(formatDay(ownDeletionAt))}
        </Notice>
      )}
      {otherDeletionAt && (
        <Notice>{words.otherDeletion(otherPhoneMasked, formatDay(otherDeletionAt))}</Notice>
      )}
    </>
  );
}
