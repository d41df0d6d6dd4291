import Taro from '@tarojs/taro';
import { useCallback, useRef } from 'react';
import { goBack, redirectTo } from '@/platform/routes';
import { askForNext, askToRetype } from './outcome';

/** Back to the counter that lies below; a second tap on the way does not leave that one too. */
export function useLeaveResult() {
  const leaving = useRef(false);
  const leave = useCallback(() => {
    if (leaving.current) return;
    leaving.current = true;
    void (Taro.getCurrentPages().length > 1 ? goBack() : redirectTo('merchant/workspace'));
  }, []);
  const nextGuest = useCallback(() => {
    askForNext();
    leave();
  }, [leave]);
  const retype = useCallback(
    (typed: string) => {
      askToRetype(typed);
      leave();
    },
    [leave],
  );
  return { leave, nextGuest, retype };
}
