import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Heading } from '@/ui/text';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { ratingWords } from '../after-messages';
import { useClaimWrite } from '../case/use-claim-write';
import { ScoreRow } from './score-row';

const scores = ratingWords.scores.map((text, index) => ({ value: String(index + 1), text }));

/** Two questions at most, asked once, when everything is over. */
export function CaseRating({ claim: { id, options, satisfaction } }: { claim: ClaimDetail }) {
  const [score, setScore] = useState<string>();
  const [comment, setComment] = useState('');
  const control = useClaimWrite(id, { about: 'satisfaction' });
  if (satisfaction) {
    return <Notice tone="ok">{ratingWords.thanks(scores[satisfaction.score - 1]?.text ?? '')}</Notice>;
  }
  if (!options.rate.allowed) return null;
  const send = () =>
    control.submit({
      path: ['satisfaction'],
      body: { score: Number(score), ...(comment.trim() === '' ? {} : { comment: comment.trim() }) },
    });
  return (
    <Card>
      <Stack gap={4}>
        <Heading size="head">{ratingWords.title}</Heading>
        <SubmissionNotice control={control} />
        <ScoreRow options={scores} value={score} onChange={setScore} />
        {score && (
          <>
            <Field
              label={ratingWords.comment}
              multiline
              maxLength={500}
              value={comment}
              onChange={setComment}
            />
            {control.submission.status !== 'unknown' && (
              <Button wide busyText={ratingWords.submitting} onTap={send}>
                {ratingWords.submit}
              </Button>
            )}
          </>
        )}
      </Stack>
    </Card>
  );
}
