import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Submission } from '@/api/submission';
import { useOnline } from '@/platform/online';

/** The first question soon, because most lost answers are found at once; later ones spare a line that is down. */
const PAUSES_MS = [1000, 2000, 4000, 8000];

/**
 * Asks what became of a write whose answer was lost, again and again until it is known. Only the page in front asks, and only while the phone says it
 * has a network; both coming back begin anew with the short pause.
 */
export function useAskUntilKnown(status: Submission<unknown>['status'], ask: () => Promise<unknown>): void {
  const [inFront, setInFront] = useState(true);
  const online = useOnline((state) => state.online);
  const asked = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;
  useDidShow(() => setInFront(true));
  useDidHide(() => setInFront(false));

  useEffect(() => {
    asked.current = 0;
  }, [inFront, online]);

  useEffect(() => {
    if (status !== 'unknown' || !inFront || !online) return undefined;
    const pauseMs = PAUSES_MS[Math.min(asked.current, PAUSES_MS.length - 1)];
    const timer = setTimeout(() => {
      asked.current += 1;
      void latest.current();
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [status, inFront, online]);
}
