import { useRouter } from '@tarojs/taro';
import { goBack } from '@/platform/routes';
import { openCameraSettings } from '@/platform/camera';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { ErrorState } from '@/ui/error-state';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { missingShots } from '../../case/case-steps';
import { PhotoAdviceCard } from '../../photos/photo-advice-card';
import { PhotoControls } from '../../photos/photo-controls';
import { PhotoFrame } from '../../photos/photo-frame';
import { PhotoProgress } from '../../photos/photo-progress';
import { PhotoStrip } from '../../photos/photo-strip';
import { usePhotos, type PhotoList, type Photos } from '../../photos/use-photos';
import { photoPageWords, photoWords } from '../../messages';

/** One picture at a time, with a drawing of what belongs into it. Advice never blocks, and later is fine. */
export default function PhotoPage() {
  const { id: claimId = '', report: reportId = '' } = useRouter().params;
  const photos = usePhotos({ claimId, reportId });
  const { list, signedIn } = photos;
  if (!signedIn) {
    return (
      <Page title={photoPageWords.title} ground="camera">
        <ErrorState failure={{ kind: 'sessionGone' }} />
      </Page>
    );
  }
  if (!list) {
    return (
      <Page title={photoPageWords.title} ground="camera">
        <Loaded read={photos.claim} system={photoPageWords.system} unaffected={photoPageWords.unaffected}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  const finished =
    missingShots({ photos: list }).length === 0 && photos.tries[photos.current ?? 'other'] === undefined;
  return (
    <Page
      title={photoPageWords.title}
      ground="camera"
      action={<PhotoControls photos={photos} finished={finished} />}
    >
      <Shots list={list} photos={photos} finished={finished} />
    </Page>
  );
}

interface ShotsProps {
  list: PhotoList;
  photos: Photos;
  finished: boolean;
}

function Shots({ list, photos, finished }: ShotsProps) {
  if (list.required.length === 0) {
    return (
      <Empty
        icon="camera"
        title={photoPageWords.noPhotos}
        action={{ text: photoPageWords.progress, onTap: () => void goBack() }}
      />
    );
  }
  const isUnsafe = Object.values(photos.tries).some(({ isSafe }) => !isSafe);
  return (
    <>
      {isUnsafe && <Notice tone="due">{photoWords.noRoom}</Notice>}
      <PhotoFrame list={list} photos={photos} finished={finished} />
      {photos.cameraRefused && (
        <Button kind="ghost" wide icon="camera" onTap={openCameraSettings}>
          {photoPageWords.openSettings}
        </Button>
      )}
      <PhotoAdviceCard list={list} photos={photos} />
      <PhotoProgress list={list} photos={photos} />
      <PhotoStrip list={list} photos={photos} />
    </>
  );
}
