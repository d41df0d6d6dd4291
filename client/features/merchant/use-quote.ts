import { useEffect, useState } from 'react';
import { useRead } from '@/api/use-read';
import type { Quote } from '../../../bff/features/merchant/contract';
import { askQuote } from './api';
import { harmless, troubleOf } from './refusal';

/** Long enough that a price is typed to its end, too short to be waited for. */
const TYPED_OUT_MS = 350;

export type QuoteState =
  | { kind: 'none' }
  | { kind: 'asking' }
  | { kind: 'known'; quote: Quote }
  | { kind: 'trouble'; text: string; askAgain: () => Promise<void> };

/** What the guest pays for the typed price, by the club's own reckoning: the counter never does sums of its own. */
export function useQuote(scanToken: string, saleAmountFen: number | undefined): QuoteState {
  const [asked, setAsked] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(saleAmountFen), TYPED_OUT_MS);
    return () => clearTimeout(timer);
  }, [saleAmountFen]);
  const read = useRead({
    key: ['quote', scanToken, asked],
    read: ({ signal }) => askQuote(scanToken, asked ?? 0, signal),
    enabled: asked !== undefined,
  });
  if (saleAmountFen === undefined) return { kind: 'none' };
  if (asked !== saleAmountFen) return { kind: 'asking' };
  if (read.data) return { kind: 'known', quote: read.data };
  if (!read.failure || read.isRefreshing) return { kind: 'asking' };
  return { kind: 'trouble', text: troubleOf(harmless(read.failure)), askAgain: read.refresh };
}
