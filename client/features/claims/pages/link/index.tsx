import { useState } from 'react';
import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { missingShots } from '../../case/case-steps';
import { LinkEnd } from '../../link/link-end';
import { LinkIntro } from '../../link/link-intro';
import { linkEndWords, linkOverWords, linkWords } from '../../link/messages';
import { useLink } from '../../link/use-link';
import { caseActionWords } from '../../messages';
import { PhotoControls } from '../../photos/photo-controls';
import { ShotTaking } from '../../photos/shot-taking';

/** Somebody beside the car adds pictures to one claim: no login, nothing else to see, and always told where each picture is. */
export default function LinkPage() {
  const link = useLink();
  const { view, list, photos, isCut, isOver, read, agreed } = link;
  const [step, setStep] = useState<'begin' | 'shoot' | 'end'>(agreed ? 'shoot' : 'begin');
  if (isCut || isOver) return <Over isCut={isCut} kept={link.kept} />;
  if (!view || !list) {
    return (
      <Page title={linkWords.title}>
        <Loaded read={read} system={linkWords.system} unaffected={linkWords.unaffected}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  const isUsedUp = view.photosLeft <= 0;
  if (list.required.length === 0) {
    return (
      <Page title={linkWords.title}>
        <Empty icon="check" title={linkEndWords.allHere}>
          {linkEndWords.allHereMeans}
        </Empty>
      </Page>
    );
  }
  if (step === 'end' || isUsedUp) {
    const isComplete = missingShots({ photos: list }).length === 0;
    const more = (
      <Button kind={isComplete ? 'ghost' : 'primary'} icon="camera" wide onTap={() => setStep('shoot')}>
        {isComplete ? linkEndWords.more : linkEndWords.goOn}
      </Button>
    );
    return (
      <Page title={linkWords.title} action={isUsedUp ? undefined : <ActionBar>{more}</ActionBar>}>
        <LinkEnd view={view} photos={photos} />
      </Page>
    );
  }
  if (step === 'begin') {
    const begin = () => {
      link.agreeToPhotos();
      setStep('shoot');
    };
    return (
      <Page
        title={linkWords.title}
        action={
          <ActionBar>
            <Button wide icon="camera" onTap={begin}>
              {linkWords.start}
            </Button>
          </ActionBar>
        }
      >
        <LinkIntro view={view} />
      </Page>
    );
  }
  const isFinished =
    missingShots({ photos: list }).length === 0 && photos.tries[photos.current ?? 'other'] === undefined;
  const words = { finished: linkWords.finished, leave: linkWords.leave };
  const controls = { photos, words, finished: isFinished, onLeave: () => setStep('end') };
  return (
    <Page title={linkWords.title} ground="camera" action={<PhotoControls {...controls} />}>
      <ShotTaking list={list} photos={photos} finished={isFinished} />
    </Page>
  );
}

/** Over or cut in half: said without blame, with what is still on the phone and somebody to call. */
function Over({ isCut, kept }: { isCut: boolean; kept: number }) {
  const call = {
    text: caseActionWords.callHotline(brand.hotline),
    onTap: () => void callPhone(brand.hotline),
  };
  return (
    <Page title={linkWords.title}>
      <Empty
        icon={isCut ? 'info' : 'clock'}
        title={isCut ? linkOverWords.cut : linkOverWords.over}
        secondary={call}
      >
        {isCut ? linkOverWords.cutMeans : linkOverWords.overMeans}
        {kept > 0 ? linkOverWords.kept(kept) : ''}
      </Empty>
    </Page>
  );
}
