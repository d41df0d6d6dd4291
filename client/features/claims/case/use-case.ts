import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { claimDetail, type ClaimDetail } from '../../../../bff/features/claims/contract';
import { readClaim } from '../api';
import { connectPhotoQueue } from '@/api/photo-queue';
import { withShotsAtHand } from '../photos/shots-at-hand';

/** Steps move while somebody looks at them: often enough to be true, seldom enough for the battery. */
const REFRESH_MS = 15_000;

/** The signed address of a picture opens it to whoever has it, for a while: it does not stay on the phone. */
export const keptClaim = z.pipe(
  claimDetail,
  z.transform((claim) => ({
    ...claim,
    photos: {
      ...claim.photos,
      received: claim.photos.received.map((photo) => ({ ...photo, url: '', thumbUrl: '' })),
    },
  })),
);

/** A claim as every screen shows it. */
export const readShownClaim = async (id: string, signal: AbortSignal): Promise<ClaimDetail> =>
  withShotsAtHand(await readClaim(id, signal));

export function useCase(id: string) {
  const signedIn = useSignedIn();
  const claim = useRead({
    key: ['claims', id],
    read: ({ signal }) => readShownClaim(id, signal),
    kept: keptClaim,
    enabled: signedIn && id !== '',
    refreshEveryMs: REFRESH_MS,
  });
  useEffect(connectPhotoQueue, []);
  useDidShow(() => {
    if (claim.data) void claim.refresh();
  });
  return { signedIn, claim };
}
