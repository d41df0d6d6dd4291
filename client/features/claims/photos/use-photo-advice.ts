import { useEffect, useRef, useState } from 'react';
import { readPhotoPixels } from '@/platform/photo-pixels';
import type { Shot } from '../../../../bff/features/claims/contract';
import {
  isSamePicture,
  isTooSmall,
  measurePhoto,
  qualityOf,
  type PhotoMeasures,
  type PhotoQuality,
} from './photo-quality';
import type { Photos } from './use-shots';

const SIDE_PX = 256;

export type PhotoAdvice =
  | { shot: Shot; about: Exclude<PhotoQuality, 'fine'> | 'small' }
  /** The same picture stands for another shot already. */
  | { shot: Shot; about: 'repeated'; other: Shot };

interface Looked {
  shot: Shot;
  measures: PhotoMeasures;
  small: boolean;
}

function adviceFor({ shot, measures, small }: Looked, others: readonly Looked[]): PhotoAdvice | undefined {
  if (small) return { shot, about: 'small' };
  const quality = qualityOf(measures);
  if (quality !== 'fine') return { shot, about: quality };
  const same = others.find((one) => one.shot !== shot && isSamePicture(one.measures, measures));
  return same && { shot, about: 'repeated', other: same.shot };
}

/** Looks at each photo as it is taken, on the phone; what could be better is said once, and nothing waits for it. */
export function usePhotoAdvice({ tries }: Photos) {
  const [advice, setAdvice] = useState<PhotoAdvice>();
  const lookedAt = useRef(new Map<string, Looked>());
  const begun = useRef(new Set<string>());
  useEffect(() => {
    const look = async (id: string, shot: Shot, path: string) => {
      const photo = await readPhotoPixels(path, SIDE_PX);
      if (!photo) return;
      const looked = { shot, measures: measurePhoto(photo.pixels, SIDE_PX), small: isTooSmall(photo) };
      const before = [...lookedAt.current.values()];
      lookedAt.current.set(id, looked);
      const next = adviceFor(looked, before);
      setAdvice((now) => next ?? (now?.shot === shot ? undefined : now));
    };
    for (const photo of Object.values(tries)) {
      const { id, shot, path } = photo;
      if (path === undefined || begun.current.has(id)) continue;
      begun.current.add(id);
      void look(id, shot, path);
    }
  }, [tries]);
  return { advice, dismiss: () => setAdvice(undefined) };
}
