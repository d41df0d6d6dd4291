import { useState } from 'react';
import { usePages } from '@/api/use-pages';
import { ensureConsent } from '@/api/consents';
import { findPlace } from '@/platform/place';
import type { ServiceKind } from '../../../bff/features/vouchers/contract';
import { storeList } from '../../../bff/features/stores/contract';
import { readStores } from './api';

type Position =
  | 'unasked'
  | 'locating'
  /** No to our own question: another tap may ask again. */
  | 'notAgreed'
  | 'refused'
  /** Only the settings page can change it. */
  | 'refusedInSettings'
  | 'unavailable'
  | { latitude: number; longitude: number };

/** The shops of everything, of a kind of service, or of just one entry of the catalogue. */
export interface Wanted {
  service?: ServiceKind | undefined;
  serviceId?: string | undefined;
}

/** Shops by name at first; by distance once the person has asked for it. The position is used for this one question and kept nowhere. */
export function useNearby(initial: Wanted) {
  const [wanted, setWanted] = useState(initial);
  const [position, setPosition] = useState<Position>('unasked');
  const here = typeof position === 'object' ? position : undefined;
  const pages = usePages({
    key: ['stores', wanted.service, wanted.serviceId, here?.latitude, here?.longitude],
    read: (cursor, signal) => {
      const { service, serviceId } = wanted;
      return readStores(
        { service, serviceId, latitude: here?.latitude, longitude: here?.longitude },
        cursor,
        signal,
      );
    },
    // Its key holds the position, which is kept nowhere.
    kept: here ? undefined : storeList,
  });
  const locate = async () => {
    if (!(await ensureConsent('location'))) return setPosition('notAgreed');
    setPosition('locating');
    const place = await findPlace();
    if (place.kind === 'found') setPosition({ latitude: place.latitude, longitude: place.longitude });
    else if (place.kind === 'refused') setPosition(place.canAskInSettings ? 'refusedInSettings' : 'refused');
    else setPosition(place.kind);
  };
  return { wanted, setWanted, position, locate, pages };
}
