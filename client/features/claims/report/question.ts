import { useEffect, useRef } from 'react';
import { focusOn } from '@/platform/focus';

/** The id of the heading that asks; there is one at a time. */
export const QUESTION = 'report-question';

/** A tap has answered and its button is gone: a keyboard and a screen reader go on at the next question. */
export function useNextQuestion(step: string): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    focusOn(QUESTION);
  }, [step]);
}
