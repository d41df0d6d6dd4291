import { useEffect, useRef, useState } from 'react';
import { readPhotoPixels } from '@/platform/photo-pixels';
import type { Shot } from '../../../bff/features/claims/contract';
import { qualityOf, type PhotoQuality } from './photo-quality';
import type { Photos } from './use-photos';

const SIDE_PX = 256;

export interface PhotoAdvice {
  shot: Shot;
  quality: Exclude<PhotoQuality, 'fine'>;
}

/** Looks at each photo as it goes out, on the phone; a dark or blurred one may be taken again, and need not be. */
export function usePhotoAdvice({ tries }: Photos) {
  const [advice, setAdvice] = useState<PhotoAdvice>();
  const lookedAt = useRef(new Set<string>());
  useEffect(() => {
    const look = async (shot: Shot, path: string) => {
      const pixels = await readPhotoPixels(path, SIDE_PX);
      const quality = pixels ? qualityOf(pixels, SIDE_PX) : 'fine';
      setAdvice((now) => (quality === 'fine' ? (now?.shot === shot ? undefined : now) : { shot, quality }));
    };
    for (const [shot, attempt] of Object.entries(tries)) {
      if (attempt?.status !== 'uploading' || lookedAt.current.has(attempt.path)) continue;
      lookedAt.current.add(attempt.path);
      void look(shot as Shot, attempt.path);
    }
  }, [tries]);
  return { advice, dismiss: () => setAdvice(undefined) };
}
