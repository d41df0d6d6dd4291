import { useEffect, useState } from 'react';
import { ensureConsent } from '@/api/consents';
import { failureOf, type Failure } from '@/api/failures';
import { forgetPending, loadPending, storePending } from '@/api/pending-write';
import { queryClient } from '@/api/query-client';
import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { discardPhoto, takePhoto } from '@/platform/camera';
import type { PhotoResult, PhotoSource } from '@/platform/camera-types';
import type { AskedPurpose } from '@/platform/consent-question';
import { wordsOf } from '@/ui/failure-words';
import type { ClaimDetail, Shot } from '../../../bff/features/claims/contract';
import { readClaim, uploadPhoto } from './api';
import { missingShots } from './case-steps';
import { photoWords } from './messages';

/** A photo on its way. `waiting` is safe on the phone and goes again by a tap, under the same request id. */
export type Try =
  | { status: 'uploading'; path: string; percent: number }
  | { status: 'waiting'; path: string; words: string }
  | { status: 'refused'; path: string; words: string };

type Tries = Partial<Record<Shot, Try>>;

interface Kept {
  path: string;
}

const formKey = (claimId: string, shot: Shot) => `photo:${claimId}:${shot}`;

/** Papers and medical records are agreed to by themselves: they say more about a person than a dented door. */
const purposes: Partial<Record<Shot, AskedPurpose>> = {
  drivingLicence: 'idPhotos',
  vehicleLicence: 'idPhotos',
  otherPapers: 'idPhotos',
  medicalPapers: 'health',
};
const purposeOf = (shot: Shot): AskedPurpose => purposes[shot] ?? 'photos';

const cameraProblems: Partial<Record<PhotoResult['kind'], string>> = {
  refused: photoWords.cameraRefused,
  unreadable: photoWords.unreadable,
};

/** A browser's own addresses do not outlive the page; a mini-program keeps the file itself. */
const outlivesThePage = (path: string): boolean => !path.startsWith('blob:');

function keptTries(claimId: string, shots: readonly Shot[]): Tries {
  const tries: Tries = {};
  for (const shot of shots) {
    const pending = loadPending<Kept>(formKey(claimId, shot));
    if (!pending) continue;
    if (outlivesThePage(pending.body.path)) {
      tries[shot] = { status: 'waiting', path: pending.body.path, words: photoWords.notSent };
    } else forgetPending(formKey(claimId, shot));
  }
  return tries;
}

function afterFailure(path: string, failure: Failure): Try {
  if (failure.kind === 'refused' && failure.status !== 429) {
    return { status: 'refused', path, words: failure.detail };
  }
  const unsure = failure.kind === 'uncertain' || failure.kind === 'contract';
  if (unsure) return { status: 'waiting', path, words: photoWords.notSure };
  return {
    status: 'waiting',
    path,
    words: failure.kind === 'offline' ? photoWords.notSent : wordsOf(failure).title,
  };
}

/** The shot that is up: chosen by hand, else the first that nobody has taken. */
function shotInTurn(
  claim: ClaimDetail | undefined,
  tries: Tries,
  chosen: Shot | undefined,
): Shot | undefined {
  if (!claim) return undefined;
  if (chosen) return chosen;
  const missing = missingShots(claim);
  return (missing.find(({ shot }) => !tries[shot]) ?? missing[0] ?? claim.photos.required[0])?.shot;
}

/** The photos of a claim, one shot at a time. Each has its own state; none holds up another. */
export function usePhotos(claimId: string) {
  const signedIn = useSignedIn();
  const [tries, setTries] = useState<Tries>({});
  const [chosen, setChosen] = useState<Shot>();
  const [cameraProblem, setCameraProblem] = useState<string>();
  const [cameraRefused, setCameraRefused] = useState(false);
  const claim = useRead({
    key: ['claims', claimId],
    read: ({ signal }) => readClaim(claimId, signal),
    enabled: signedIn && claimId !== '',
  });
  const required = claim.data?.photos.required;

  useEffect(() => {
    if (!required) return;
    const kept = keptTries(
      claimId,
      required.map(({ shot }) => shot),
    );
    setTries((now) => ({ ...kept, ...now }));
  }, [claimId, required]);

  const setTry = (shot: Shot, next: Try | undefined) => setTries((now) => ({ ...now, [shot]: next }));

  const send = async (shot: Shot, path: string, idempotencyKey: string): Promise<void> => {
    setTry(shot, { status: 'uploading', path, percent: 0 });
    const onProgress = (percent: number) => setTry(shot, { status: 'uploading', path, percent });
    try {
      await uploadPhoto({ claimId, shot, path, idempotencyKey, onProgress });
      forgetPending(formKey(claimId, shot));
      await claim.refresh();
      setTry(shot, undefined);
      discardPhoto(path);
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    } catch (error) {
      const next = afterFailure(path, failureOf(error));
      if (next.status === 'refused') forgetPending(formKey(claimId, shot));
      setTry(shot, next);
    }
  };

  const current = shotInTurn(claim.data, tries, chosen);

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
    const { path } = result.photo;
    const { idempotencyKey } = storePending<Kept>(formKey(claimId, current), { path });
    setChosen(undefined);
    // The next one may be taken while this one is on its way.
    void send(current, path, idempotencyKey);
  };

  const retry = (shot: Shot): Promise<void> => {
    const pending = loadPending<Kept>(formKey(claimId, shot));
    return pending ? send(shot, pending.body.path, pending.idempotencyKey) : Promise.resolve();
  };

  const choose = (shot: Shot) => {
    if (tries[shot]?.status === 'waiting') void retry(shot);
    else setChosen(shot);
  };

  return { signedIn, claim, tries, current, cameraProblem, cameraRefused, take, retry, choose };
}

export type Photos = ReturnType<typeof usePhotos>;
