import { useEffect, useState } from 'react';
import { ensureConsent } from '@/api/consents';
import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { takePhoto } from '@/platform/camera';
import type { PhotoResult, PhotoSource } from '@/platform/camera-types';
import type { AskedPurpose } from '@/platform/consent-question';
import type { ClaimDetail, Shot } from '../../../../bff/features/claims/contract';
import { missingShots } from '../case/case-steps';
import { keptClaim, readShownClaim } from '../case/use-case';
import { photoWords } from '../messages';
import { connectPhotoQueue, queuePhoto, retryPhoto, usePhotoQueue, type QueuedPhoto } from './photo-queue';
import { ownerOfReport } from './photo-records';
import { useReceived, useSentReport } from '../report/report-box';
import { shotsAtHand } from './shots-at-hand';

type Tries = Partial<Record<Shot, QueuedPhoto>>;
export type PhotoList = ClaimDetail['photos'];

/** Papers and medical records are agreed to by themselves: they say more about a person than a dented door. */
const purposes: Partial<Record<Shot, AskedPurpose>> = {
  drivingLicence: 'idPhotos',
  vehicleLicence: 'idPhotos',
  otherPapers: 'idPhotos',
  medicalPapers: 'health',
};
export const purposeOf = (shot: Shot): AskedPurpose => purposes[shot] ?? 'photos';

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

/** Of a claim, or of a report that has not arrived yet: then the list is the one at hand, and the photos wait with the report. */
function useList(claimId: string, reportId: string) {
  const signedIn = useSignedIn();
  const received = useReceived(reportId);
  const report = useSentReport(reportId);
  const id = claimId || (received?.id ?? '');
  const claim = useRead({
    key: ['claims', id],
    read: ({ signal }) => readShownClaim(id, signal),
    kept: keptClaim,
    enabled: signedIn && id !== '',
  });
  const atHand = report && { required: shotsAtHand(report.scenario, report.injured), received: [] };
  return { signedIn, claim, id, list: claim.data?.photos ?? (id === '' ? atHand : undefined) };
}

interface PhotosOf {
  claimId: string;
  /** The request id of a report that is still on this phone. */
  reportId: string;
}

/** The photos of a claim, one shot at a time. Each has its own state; none holds up another. */
export function usePhotos({ claimId, reportId }: PhotosOf) {
  const { signedIn, claim, id, list } = useList(claimId, reportId);
  const [chosen, setChosen] = useState<Shot>();
  const [cameraProblem, setCameraProblem] = useState<string>();
  const [cameraRefused, setCameraRefused] = useState(false);
  const owner = id || ownerOfReport(reportId);
  useEffect(connectPhotoQueue, []);

  const queue = usePhotoQueue(({ photos }) => photos);
  const tries: Tries = {};
  for (const photo of queue)
    if (photo.owner === owner && photo.slot === photo.shot) tries[photo.shot] = photo;
  const current = shotInTurn(list, tries, chosen);

  const take = async (source: PhotoSource): Promise<void> => {
    if (!current) return;
    if (!(await ensureConsent(purposeOf(current)))) {
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

  const retry = (shot: Shot): void => {
    const photo = tries[shot];
    if (photo) retryPhoto(photo.id);
  };

  const choose = (shot: Shot) => {
    if (tries[shot]?.status === 'waiting' && id !== '') retry(shot);
    else setChosen(shot);
  };

  return { signedIn, claim, id, list, tries, current, cameraProblem, cameraRefused, take, retry, choose };
}

export type Photos = ReturnType<typeof usePhotos>;
