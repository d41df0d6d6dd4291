import { useEffect } from 'react';
import * as z from 'zod/mini';
import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { claimSummary, type ClaimSummary } from '../../../../bff/features/claims/contract';
import { readClaims } from '../api';
import { connectPhotoQueue } from '@/api/photo-queue';

const allClaims = z.object({
  items: z.array(claimSummary),
  asOf: z.optional(z.string()),
  stale: z.optional(z.boolean()),
});

/** A person has few claims; the bound only keeps a broken cursor from reading for ever. */
const MOST_PAGES = 20;

/** All claims, newest first: an old one is never dropped silently. */
async function readAllClaims(
  signal: AbortSignal,
): Promise<{ items: ClaimSummary[]; asOf?: string; stale?: boolean }> {
  const items: ClaimSummary[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items: more, nextCursor, asOf, stale } = await readClaims(cursor, signal);
    items.push(...more);
    if (nextCursor === null) return { items, asOf, stale };
    cursor = nextCursor;
  }
  return { items };
}

export function useClaims() {
  const signedIn = useSignedIn();
  useEffect(connectPhotoQueue, []);
  const claims = useRead({
    key: ['claims'],
    read: ({ signal }) => readAllClaims(signal),
    enabled: signedIn,
    kept: allClaims,
  });
  return { signedIn, claims };
}
