import { useEffect, useRef, useState } from 'react';
import { purposeOf } from '@/api/photo-consent';
import {
  connectPhotoQueue,
  queuePhoto,
  retryPhoto,
  usePhotoQueue,
  type QueuedPhoto,
} from '@/api/photo-queue';
import { takePhoto } from '@/platform/camera';
import type { PhotoResult, PhotoSource } from '@/platform/camera-types';
import type { AskedPurpose } from '@/platform/consent-question';
import type { ClaimDetail, Scenario, Shot } from '../../../../bff/features/claims/contract';
import { missingShots } from '../case/case-steps';
import { photoWords } from '../messages';

type Tries = Partial<Record<Shot, QueuedPhoto>>;
type Received = ClaimDetail['photos']['received'][number];

/** What is wanted and what has arrived; who sends through a link cannot look at it again. */
export interface PhotoList {
  /** What happened: the drawings follow from it. */
  scenario: Scenario;
  required: ClaimDetail['photos']['required'];
  received: readonly (Pick<Received, 'shot'> & Partial<Pick<Received, 'url' | 'thumbUrl'>>)[];
}

export const cameraProblems: Partial<Record<PhotoResult['kind'], string>> = {
  refused: photoWords.cameraRefused,
  unreadable: photoWords.unreadable,
};

/** The shot that is up: chosen by hand, else the first that nobody has taken. */
function shotInTurn(list: PhotoList | undefined, tries: Tries, chosen: Shot | undefined): Shot | undefined {
  if (!list) return undefined;
  if (chosen) return chosen;
  const missing = missingShots({ photos: list });
  return (missing.find(({ shot }) => !tries[shot]) ?? missing[0] ?? list.required[0])?.shot;
}

interface ShotsOf {
  list: PhotoList | undefined;
  /** Whose the photos are: see platform/photo-records. */
  owner: string;
  /** They lie on this phone until the report has arrived. */
  waitsForReport: boolean;
  agree: (purpose: AskedPurpose) => Promise<boolean>;
}

/** One shot at a time. Each photo has its own state; none holds up another. */
export function useShots({ list, owner, waitsForReport, agree }: ShotsOf) {
  const [chosen, setChosen] = useState<Shot>();
  const [cameraProblem, setCameraProblem] = useState<string>();
  const [cameraRefused, setCameraRefused] = useState(false);
  useEffect(connectPhotoQueue, []);

  const queue = usePhotoQueue(({ photos }) => photos);
  const tries: Tries = {};
  for (const photo of queue)
    if (photo.owner === owner && photo.slot === photo.shot) tries[photo.shot] = photo;
  const current = shotInTurn(list, tries, chosen);

  const take = async (source: PhotoSource): Promise<void> => {
    if (!current) return;
    if (!(await agree(purposeOf(current)))) {
      setCameraProblem(photoWords.notAgreed);
      return;
    }
    const result = await takePhoto(source);
    setCameraProblem(cameraProblems[result.kind]);
    setCameraRefused(result.kind === 'refused');
    if (result.kind !== 'taken') return;
    setChosen(undefined);
    // The next one may be taken while this one is on its way.
    await queuePhoto({ owner, slot: current, shot: current, path: result.photo.path });
  };

  const sendAgain = async ({ id, shot, needsConsent }: QueuedPhoto): Promise<void> => {
    if (needsConsent && !(await agree(purposeOf(shot)))) return setCameraProblem(photoWords.notAgreed);
    setCameraProblem(undefined);
    retryPhoto(id);
  };
  const retry = (shot: Shot): void => {
    const photo = tries[shot];
    if (photo) void sendAgain(photo);
  };

  // The consent was taken back meanwhile: asked once by itself, where the photo is; after a no only a tap asks.
  const unagreed = Object.values(tries).find(({ needsConsent }) => needsConsent);
  const askForIt = () => void (unagreed && sendAgain(unagreed));
  const latest = useRef(askForIt);
  latest.current = askForIt;
  const unagreedId = unagreed?.id;
  useEffect(() => latest.current(), [unagreedId]);

  const choose = (shot: Shot) => {
    if (tries[shot]?.status === 'waiting' && !waitsForReport) retry(shot);
    else setChosen(shot);
  };

  return { tries, current, waitsForReport, cameraProblem, cameraRefused, take, retry, choose };
}

export type Photos = ReturnType<typeof useShots>;
