import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from '@/api/failures';
import type { Presentation } from '../../../bff/features/vouchers/contract';
import { present } from './api';

/** Renewed this long before it lapses, so that the screen never shows a code that is about to die in the clerk's hand. */
const RENEW_BEFORE_MS = 10_000;
const RETRY_MS = 4_000;
/** How long the server lets a presentation live. */
const LIFETIME_MS = 60_000;
const CLOCK_TOLERANCE_MS = 5_000;

export interface Shown {
  presentation: Presentation | undefined;
  secondsLeft: number;
  /** What remains of its life, 0 to 1. */
  share: number;
  /** Why the latest renewal did not arrive; the code shown before may still be good. */
  failure: Failure | undefined;
  renew: () => Promise<void>;
}

interface Current {
  presentation: Presentation;
  endsAtMs: number;
}

/** On the phone's own clock: where that one is wrong, the code lives from when it was asked for. */
function endOf({ expiresAt }: Presentation, askedAtMs: number): number {
  const told = Date.parse(expiresAt);
  const leftMs = told - Date.now();
  return leftMs > 0 && leftMs <= LIFETIME_MS + CLOCK_TOLERANCE_MS ? told : askedAtMs + LIFETIME_MS;
}

/** A server that asks for time gets it. */
const waitAfter = (failure: Failure): number =>
  'retryAfterSeconds' in failure && failure.retryAfterSeconds
    ? Math.max(RETRY_MS, failure.retryAfterSeconds * 1_000)
    : RETRY_MS;

/**
 * The code on the screen: asked for when the page shows, renewed by itself while it is looked at, left alone while it is hidden. The two latest codes
 * are valid, so a renewal never spoils a scan under way.
 */
export function usePresentation(voucherId: string, enabled: boolean): Shown {
  const [current, setCurrent] = useState<Current>();
  const [failure, setFailure] = useState<Failure>();
  const [now, setNow] = useState(() => Date.now());
  const visible = useRef(true);
  const asking = useRef<Promise<void> | undefined>(undefined);
  const retryAt = useRef(0);

  const renew = useCallback((): Promise<void> => {
    const askedAtMs = Date.now();
    asking.current ??= present(voucherId)
      .then((presentation) => {
        setCurrent({ presentation, endsAtMs: endOf(presentation, askedAtMs) });
        setNow(Date.now());
        setFailure(undefined);
      })
      .catch((error: unknown) => {
        const next = failureOf(error);
        retryAt.current = Date.now() + waitAfter(next);
        setFailure(next);
      })
      .finally(() => {
        asking.current = undefined;
      });
    return asking.current;
  }, [voucherId]);

  const tick = useRef<() => void>(() => undefined);
  tick.current = () => {
    if (!enabled || !visible.current) return;
    const at = Date.now();
    setNow(at);
    if ((current?.endsAtMs ?? 0) - at < RENEW_BEFORE_MS && at >= retryAt.current) void renew();
  };

  useEffect(() => {
    if (enabled) void renew();
  }, [enabled, renew]);

  useEffect(() => {
    if (!enabled) return undefined;
    const timer = setInterval(() => tick.current(), 1_000);
    return () => clearInterval(timer);
  }, [enabled]);

  useDidHide(() => {
    visible.current = false;
  });
  useDidShow(() => {
    visible.current = true;
    tick.current();
  });

  const leftMs = Math.max(0, (current?.endsAtMs ?? 0) - now);
  return {
    presentation: leftMs > 0 ? current?.presentation : undefined,
    secondsLeft: Math.ceil(leftMs / 1_000),
    share: leftMs / LIFETIME_MS,
    failure,
    renew,
  };
}
