import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { brand } from '@/platform/brand';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorState } from '@/ui/error-state';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Skeleton } from '@/ui/skeleton';
import { Stack } from '@/ui/stack';
import { StaleNotice } from '@/ui/stale-notice';
import { Heading, Words } from '@/ui/text';
import type { Home } from '../../../../../bff/features/home/contract';
import { Claims, NoClaim } from '../../claims';
import { DueList } from '../../due-list';
import { Hello } from '../../hello';
import { noticeTarget, visitorWords } from '../../messages';
import { ReportKept } from '../../report-kept';
import { ReportButtons } from '../../report-buttons';
import { Shortcuts } from '../../shortcuts';
import { useHome } from '../../use-home';

/** The open claim first, then the one main action, then what is due. */
export default function HomePage() {
  const screen = useHome();
  const { parts, home } = screen;
  const { value: claims, knownSince } = parts.openClaims;
  const hasClaim = (claims?.length ?? 0) > 0;
  // What is known from earlier may have changed: then nothing is said about it.
  const isClear = claims?.length === 0 && !knownSince && home.data?.notices.length === 0;
  usePullDownRefresh(() => void home.refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page title={`${brand.insurer} ${brand.product}`} tab="home" ground="hero">
      <Hello
        plates={parts.cover.value?.plates ?? []}
        coming={screen.signedIn && !home.data && !home.failure}
      />
      <State screen={screen} />
      <ReportKept />
      <Claims part={parts.openClaims} />
      {!hasClaim && <Notices home={home.data} />}
      {isClear && <NoClaim />}
      <ReportButtons />
      <Shortcuts vouchers={parts.vouchers} />
      {hasClaim && <Notices home={home.data} />}
      {screen.signedIn ? home.data && <DueList due={parts.nextDue} gifts={parts.gifts} /> : <Visitor />}
    </Page>
  );
}

/** What is to be done about the account. It takes the place of a claim where there is none. */
function Notices({ home }: { home: Home | undefined }) {
  return (
    <>
      {home?.notices.map(({ id, kind, title, detail }) => (
        <Card key={id} flush>
          <Row
            icon="user"
            tile="brand"
            title={title}
            detail={detail}
            onTap={() => void goTo(noticeTarget[kind])}
          />
        </Card>
      ))}
    </>
  );
}

/** Content stays while it cannot be renewed; only a first load without an answer shows what went wrong. */
function State({ screen: { signedIn, home } }: { screen: ReturnType<typeof useHome> }) {
  if (!signedIn) return null;
  if (home.data) {
    return home.failure && home.receivedAt ? (
      <StaleNotice asOf={home.receivedAt} failure={home.failure} onRetry={home.refresh} />
    ) : null;
  }
  if (home.failure) return <ErrorState failure={home.failure} onRetry={home.refresh} />;
  return <Skeleton cards={1} lines={3} />;
}

function Visitor() {
  return (
    <Card>
      <Stack>
        <View>
          <Heading size="head">{visitorWords.title}</Heading>
          <Words size="sub" tone="ink2">
            {visitorWords.lead}
          </Words>
        </View>
        <Button kind="ghost" onTap={() => goTo('account/login')}>
          {visitorWords.login}
        </Button>
      </Stack>
    </Card>
  );
}
