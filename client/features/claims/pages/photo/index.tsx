import { useRouter } from '@tarojs/taro';
import { redirectTo } from '@/platform/routes';
import { openCameraSettings } from '@/platform/camera';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { ErrorState } from '@/ui/error-state';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import type { ClaimDetail } from '../../../../../bff/features/claims/contract';
import { missingShots } from '../../case-steps';
import { PhotoAdviceCard } from '../../photo-advice-card';
import { PhotoControls } from '../../photo-controls';
import { PhotoFrame } from '../../photo-frame';
import { PhotoStrip } from '../../photo-strip';
import { usePhotos, type Photos } from '../../use-photos';
import { photoPageWords } from '../../messages';

/** One picture at a time, with a drawing of what belongs into it. Advice never blocks, and later is fine. */
export default function PhotoPage() {
  const id = useRouter().params.id ?? '';
  const photos = usePhotos(id);
  if (!photos.signedIn) {
    return (
      <Page title={photoPageWords.title} ground="camera">
        <ErrorState failure={{ kind: 'sessionGone' }} />
      </Page>
    );
  }
  const { data } = photos.claim;
  if (!data) {
    return (
      <Page title={photoPageWords.title} ground="camera">
        <Loaded read={photos.claim} system={photoPageWords.system} unaffected={photoPageWords.unaffected}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  const finished = missingShots(data).length === 0 && photos.tries[photos.current ?? 'other'] === undefined;
  return (
    <Page
      title={photoPageWords.title}
      ground="camera"
      action={<PhotoControls id={id} photos={photos} finished={finished} />}
    >
      <Shots id={id} claim={data} photos={photos} finished={finished} />
    </Page>
  );
}

interface ShotsProps {
  id: string;
  claim: ClaimDetail;
  photos: Photos;
  finished: boolean;
}

function Shots({ id, claim, photos, finished }: ShotsProps) {
  if (claim.photos.required.length === 0) {
    return (
      <Empty
        icon="camera"
        title={photoPageWords.noPhotos}
        action={{ text: photoPageWords.progress, onTap: () => void redirectTo('claims/case', { id }) }}
      />
    );
  }
  return (
    <>
      <PhotoFrame claim={claim} photos={photos} finished={finished} />
      {photos.cameraRefused && (
        <Button kind="ghost" wide icon="camera" onTap={openCameraSettings}>
          {photoPageWords.openSettings}
        </Button>
      )}
      <PhotoAdviceCard claim={claim} photos={photos} />
      <PhotoStrip claim={claim} photos={photos} />
    </>
  );
}
