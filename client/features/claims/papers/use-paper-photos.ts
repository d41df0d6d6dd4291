import { useEffect, useState } from 'react';
import { ensureConsent } from '@/api/consents';
import { purposeOf } from '@/api/photo-consent';
import { takePhoto } from '@/platform/camera';
import type { PhotoSource } from '@/platform/camera-types';
import { showToast } from '@/ui/toast';
import type { Shot } from '../../../../bff/features/claims/contract';
import type { Paper, PaperKind } from '../../../../bff/upstream/core/contract/claim-parts';
import { paperWords } from '../after-messages';
import { photoWords } from '../messages';
import {
  connectPhotoQueue,
  forgetPhoto,
  queuePhoto,
  retryPhoto,
  sentPhoto,
  usePhotoQueue,
  type QueuedPhoto,
} from '@/api/photo-queue';
import { useClaimWrite } from '../case/use-claim-write';
import { cameraProblems } from '../photos/use-shots';

const MOST_PICTURES = 10;

const shotOf: Partial<Record<PaperKind, Shot>> = {
  drivingLicence: 'drivingLicence',
  vehicleLicence: 'vehicleLicence',
  diagnosis: 'medicalPapers',
  medicalRecords: 'medicalPapers',
  medicalReceipts: 'medicalPapers',
};

/** The pictures of one paper: each goes out as soon as it is taken, and the paper is handed in once all have arrived. */
export function usePaperPhotos(claimId: string, paper: Paper, onDone: () => void) {
  const { id: paperId, kind } = paper;
  const shot = shotOf[kind] ?? 'otherPapers';
  const [ids, setIds] = useState<readonly string[]>(() =>
    ofPaper(usePhotoQueue.getState().photos, claimId, paperId),
  );
  const [problem, setProblem] = useState<string>();
  const queue = usePhotoQueue(({ photos }) => photos);
  useEffect(connectPhotoQueue, []);
  const control = useClaimWrite(claimId, {
    about: `paper:${paperId}`,
    onDone: () => {
      showToast({ text: paperWords.handedIn });
      onDone();
    },
  });

  const pictures = ids.map((id) => ({ id, queued: queue.find((one) => one.id === id), sent: sentPhoto(id) }));
  const take = async (source: PhotoSource): Promise<void> => {
    if (ids.length >= MOST_PICTURES) return;
    if (!(await ensureConsent(purposeOf(shot)))) return setProblem(photoWords.notAgreed);
    const result = await takePhoto(source);
    setProblem(cameraProblems[result.kind]);
    if (result.kind !== 'taken') return;
    const slot = `paper:${paperId}:${Date.now()}`;
    const { id } = await queuePhoto({ owner: claimId, slot, shot, path: result.photo.path });
    setIds((now) => [...now, id]);
  };
  const remove = (id: string): void => {
    void forgetPhoto(id);
    setIds((now) => now.filter((one) => one !== id));
  };
  const arrived = pictures.flatMap(({ sent }) => (sent ? [sent.id] : []));
  const isWhole = pictures.length > 0 && arrived.length === pictures.length;
  const sendWaiting = async (): Promise<void> => {
    const waiting = pictures.flatMap(({ queued }) => (queued?.status === 'waiting' ? [queued] : []));
    const unagreed = waiting.some(({ needsConsent }) => needsConsent);
    if (unagreed && !(await ensureConsent(purposeOf(shot)))) return setProblem(photoWords.notAgreed);
    waiting.forEach(({ id }) => retryPhoto(id));
  };
  const submit = () => {
    if (!isWhole) {
      void sendWaiting();
      return setProblem(paperWords.notSent);
    }
    setProblem(undefined);
    return control.submit({ path: ['papers', paperId, 'submission'], body: { photoIds: arrived } });
  };
  return { control, pictures, problem, isWhole, take, remove, submit };
}

/** What was taken for this paper before the app was closed. */
const ofPaper = (photos: readonly QueuedPhoto[], claimId: string, paperId: string): string[] =>
  photos
    .filter(({ owner, slot }) => owner === claimId && slot.startsWith(`paper:${paperId}:`))
    .map(({ id }) => id);
