import { useCallback, useEffect, useRef, useState } from 'react';
import { scanCode } from '@/platform/scan';
import { askFor, type LookUpAnswer } from './look-up-answer';
import { messages } from './messages';

const words = messages.workspace;

/** Scanning or typing, and looking at what it is. One question at a time; an answer nobody waits for any more is dropped. */
export function useLookUp(
  storeId: string,
  onAnswer: (answer: LookUpAnswer, typed: string | undefined) => void,
) {
  const [isLooking, setLooking] = useState(false);
  const [cameraNote, setCameraNote] = useState<string>();
  const busy = useRef(false);
  const question = useRef(0);

  useEffect(
    () => () => {
      question.current += 1;
    },
    [],
  );

  const ask = useCallback(
    async (code: string, typed: string | undefined) => {
      if (busy.current) return;
      busy.current = true;
      const mine = (question.current += 1);
      setLooking(true);
      const answer = await askFor(code, storeId);
      if (mine !== question.current) return;
      busy.current = false;
      setLooking(false);
      onAnswer(answer, typed);
    },
    [onAnswer, storeId],
  );

  const check = useCallback((typed: string) => ask(typed, typed), [ask]);

  /** The clerk no longer wants to know. */
  const cancel = useCallback(() => {
    question.current += 1;
    busy.current = false;
    setLooking(false);
  }, []);

  const scan = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setCameraNote(undefined);
    const mine = question.current;
    const result = await scanCode();
    if (mine !== question.current) return;
    busy.current = false;
    if (result.kind === 'scanned') await ask(result.text, undefined);
    else if (result.kind === 'refused')
      setCameraNote(result.reason === 'noCamera' ? words.cameraMissing : words.cameraRefused);
  }, [ask]);

  return { isLooking, cameraNote, check, cancel, scan };
}
