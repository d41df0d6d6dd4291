import { useRouter } from '@tarojs/taro';
import { goBack, redirectTo } from '@/platform/routes';
import { Empty } from '@/ui/empty';
import { ErrorState } from '@/ui/error-state';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { missingShots } from '../../case/case-steps';
import { PhotoControls } from '../../photos/photo-controls';
import { ShotTaking } from '../../photos/shot-taking';
import { usePhotos } from '../../photos/use-photos';
import { photoControlWords, photoPageWords } from '../../messages';

/** One picture at a time, with a drawing of what belongs into it. Advice never blocks, and later is fine. */
export default function PhotoPage() {
  const { id: claimId = '', report: reportId = '' } = useRouter().params;
  const { list, signedIn, claim, id, photos } = usePhotos({ claimId, reportId });
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
        <Loaded read={claim} system={photoPageWords.system} unaffected={photoPageWords.unaffected}>
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
      action={
        <PhotoControls
          photos={photos}
          finished={finished}
          // A report that has not arrived has no progress yet: it stands on its own page.
          onLeave={() => void (id === '' ? redirectTo('claims/report') : redirectTo('claims/case', { id }))}
          words={{
            finished: photoControlWords.finished,
            leave: finished ? photoControlWords.progress : photoControlWords.later,
          }}
        />
      }
    >
      {list.required.length === 0 ? (
        <NoPhotos />
      ) : (
        <ShotTaking list={list} photos={photos} finished={finished} />
      )}
    </Page>
  );
}

function NoPhotos() {
  return (
    <Empty
      icon="camera"
      title={photoPageWords.noPhotos}
      action={{ text: photoPageWords.progress, onTap: () => void goBack() }}
    />
  );
}
