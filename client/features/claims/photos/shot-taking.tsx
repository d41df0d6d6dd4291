import { openCameraSettings } from '@/platform/camera';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { photoPageWords, photoWords } from '../messages';
import { PhotoAdviceCard } from './photo-advice-card';
import { PhotoFrame } from './photo-frame';
import { PhotoProgress } from './photo-progress';
import { PhotoStrip } from './photo-strip';
import { usePhotoAdvice } from './use-photo-advice';
import type { PhotoList, Photos } from './use-shots';

interface ShotTakingProps {
  list: PhotoList;
  photos: Photos;
  finished: boolean;
}

/** One picture at a time, what could be better about it, and how far all of them are. */
export function ShotTaking({ list, photos, finished }: ShotTakingProps) {
  const isUnsafe = Object.values(photos.tries).some(({ isSafe }) => !isSafe);
  const { advice, dismiss } = usePhotoAdvice(photos);
  return (
    <>
      {isUnsafe && <Notice tone="due">{photoWords.noRoom}</Notice>}
      <PhotoFrame list={list} photos={photos} finished={finished} advised={advice !== undefined} />
      {photos.cameraRefused && (
        <Button kind="ghost" wide icon="camera" onTap={openCameraSettings}>
          {photoPageWords.openSettings}
        </Button>
      )}
      {advice && <PhotoAdviceCard list={list} photos={photos} advice={advice} dismiss={dismiss} />}
      <PhotoProgress list={list} photos={photos} />
      <PhotoStrip list={list} photos={photos} />
    </>
  );
}
