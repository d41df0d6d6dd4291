import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from '@/api/failures';
import type { Presentation } from '../../../bff/features/vouchers/contract';
import { present } from './api';

/** Renewed this long before it lapses, so that the screen never shows a code that is about to die in the clerk's hand. */
const RENEW_BEFORE_MS = 10_000;
const RETRY_MS = 4_000;

export interface Shown {
  presentation: Presentation | undefined;
  secondsLeft: number;
  /** Why the latest renewal did not arrive; the code shown before may still be good. */
  failure: Failure | undefined;
  renew: () => Promise<void>;
}

/**
 * The code on the screen: asked for when the page shows, renewed by itself while it is looked at, left alone while it is hidden. The two latest codes
 * are valid, so a renewal never spoils a scan under way.
 */
export function usePresentation(voucherId: string, enabled: boolean): Shown {
  const [presentation, setPresentation] = useState<Presentation>();
  const [failure, setFailure] = useState<Failure>();
  const [now, setNow] = useState(() => Date.now());
  const visible = useRef(true);
  const asking = useRef<Promise<void> | undefined>(undefined);
  const retryAt = useRef(0);

  const renew = useCallback((): Promise<void> => {
    asking.current ??= present(voucherId)
      .then((next) => {
        setPresentation(next);
        setFailure(undefined);
      })
      .catch((error: unknown) => {
        retryAt.current = Date.now() + RETRY_MS;
        setFailure(failureOf(error));
      })
      .finally(() => {
        asking.current = undefined;
      });
    return asking.current;
  }, [voucherId]);

  useEffect(() => {
    if (enabled) void renew();
  }, [enabled, renew]);

  useEffect(() => {
    if (!enabled) return undefined;
    const timer = setInterval(() => {
      if (!visible.current) return;
      const at = Date.now();
      setNow(at);
      const endsAt = presentation ? Date.parse(presentation.expiresAt) : 0;
      if (endsAt - at < RENEW_BEFORE_MS && at >= retryAt.current) void renew();
    }, 1_000);
    return () => clearInterval(timer);
  }, [enabled, presentation, renew]);

  useDidHide(() => {
    visible.current = false;
  });
  useDidShow(() => {
    visible.current = true;
  });

  const leftMs = presentation ? Date.parse(presentation.expiresAt) - now : 0;
  const lapsed = presentation !== undefined && leftMs <= 0;
  return {
    presentation: lapsed ? undefined : presentation,
    secondsLeft: Math.max(0, Math.ceil(leftMs / 1_000)),
    failure,
    renew,
  };
}
