import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import { ratingWords as words } from './messages';
import { type Promised, type Score, useRating } from './use-rating';

/** Best first: most people mean it well, and a tap at the left is the nearest. */
const scores = (['5', '4', '3', '2', '1'] as Score[]).map((value) => ({ value, text: words.scores[value] }));
const promises = (['yes', 'no'] as Promised[]).map((value) => ({ value, text: words.promises[value] }));

interface RatingSheetProps {
  voucherId: string;
  redemptionId: string;
  onClose: () => void;
}

export function RatingSheet({ voucherId, redemptionId, onClose }: RatingSheetProps) {
  const rating = useRating(voucherId, redemptionId, onClose);
  const { control } = rating;
  const action = control.submission.status !== 'unknown' && (
    <Button wide busyText={words.sending} onTap={rating.send}>
      {words.send}
    </Button>
  );
  return (
    <Sheet open title={words.open} onClose={onClose} action={action}>
      <Stack gap={4}>
        <Words bold>{words.score}</Words>
        <Choice label={words.score} options={scores} value={rating.score} onChange={rating.setScore} />
        <Words bold>{words.promised}</Words>
        <Choice
          label={words.promised}
          options={promises}
          value={rating.promised}
          onChange={rating.setPromised}
        />
        {rating.missing && <Notice tone="due">{words.missing}</Notice>}
        <SubmissionNotice control={control} />
      </Stack>
    </Sheet>
  );
}
