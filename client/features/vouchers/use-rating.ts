import { useState } from 'react';
import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { formatPoints } from '@/ui/format/money';
import { showToast } from '@/ui/toast';
import type { RatingAnswer, RatingRequest } from '../../../bff/features/vouchers/contract';
import { rate } from './api';
import { ratingWords as words } from './messages';

export type Score = keyof typeof words.scores;
export type Promised = keyof typeof words.promises;

/** Two questions about one use. The points for the trouble come once, whatever the network does. */
export function useRating(voucherId: string, redemptionId: string, onDone: () => void) {
  const [score, setScore] = useState<Score>();
  const [promised, setPromised] = useState<Promised>();
  const [missing, setMissing] = useState(false);
  const control = useSubmission<RatingRequest, RatingAnswer>({
    formKey: `rating:${redemptionId}`,
    send: (body, key) => rate(voucherId, body, key),
    onDone: ({ pointsEarned }) => {
      showToast({ text: words.thanks(pointsEarned === null ? null : formatPoints(pointsEarned)) });
      void queryClient.invalidateQueries({ queryKey: ['voucher', voucherId] });
      void queryClient.invalidateQueries({ queryKey: ['points'] });
      onDone();
    },
  });
  const send = async () => {
    setMissing(!score || !promised);
    if (!score || !promised) return;
    await control.submit({ redemptionId, score: Number(score), asPromised: promised === 'yes' });
  };
  return { score, setScore, promised, setPromised, missing, control, send };
}
