import { useEffect, useRef, useState } from 'react';
import { ensureConsent, wasAgreedTo } from '@/api/consents';
import { findPlace, openPlaceSettings } from '@/platform/place';
import { placeWasAllowed, rememberPlaceAllowed } from '@/platform/place-permission';
import { toGcj02 } from './gcj02';
import { reportWords } from './messages';

interface PlaceOptions {
  /** Look without being asked, but only for who has allowed it before on this phone. */
  lookNow: boolean;
  onFound: (position: { latitude: number; longitude: number }) => void;
}

/** The position of the accident. Asked by the tap that explains it; a refusal is an answer, and an address typed by hand serves as well. */
export function usePlace({ lookNow, onFound }: PlaceOptions) {
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState<{ words: string; canAskInSettings: boolean }>();
  const lookedByItself = useRef(false);
  const tell = useRef(onFound);
  tell.current = onFound;

  const look = async (byTap: boolean): Promise<void> => {
    setProblem(undefined);
    if (byTap && !(await ensureConsent('location'))) {
      setProblem({ words: reportWords.placeRefused, canAskInSettings: false });
      return;
    }
    setLooking(true);
    const result = await findPlace();
    setLooking(false);
    if (result.kind === 'found') {
      const { latitude, longitude, coordinates } = result;
      tell.current(coordinates === 'wgs84' ? toGcj02({ latitude, longitude }) : { latitude, longitude });
      rememberPlaceAllowed(true);
      return;
    }
    if (result.kind === 'refused') rememberPlaceAllowed(false);
    if (!byTap) return;
    setProblem(
      result.kind === 'refused'
        ? { words: reportWords.placeRefused, canAskInSettings: result.canAskInSettings }
        : { words: reportWords.placeUnavailable, canAskInSettings: false },
    );
  };

  useEffect(() => {
    if (!lookNow || lookedByItself.current || !placeWasAllowed() || !wasAgreedTo('location')) return;
    lookedByItself.current = true;
    void look(false);
  });

  return { looking, problem, askForPlace: () => look(true), openSettings: openPlaceSettings };
}
