import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { goTo } from '@/platform/routes';
import { useWaitingCounts } from '@/platform/waiting-writes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { Toggle } from '@/ui/toggle';
import { HoldingsCard } from '../../holdings-card';
import { InstallRow } from '../../install-row';
import { MeSheets, themeNames } from '../../me-sheets';
import { PrivacyRows } from '../../privacy-rows';
import { ProfileHead, ProfileSkeleton, VisitorHead } from '../../profile-head';
import { useMe, worksAtCounter } from '../../use-me';
import { mePageWords } from '../../messages';

export default function MePage() {
  const screen = useMe();
  usePullDownRefresh(() => void screen.refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page title={mePageWords.title} tab="me" ground="hero">
      {screen.signedIn ? <Member screen={screen} /> : <VisitorHead />}
      <Card flush>
        <Row
          icon="type"
          title={mePageWords.elder}
          detail={mePageWords.elderDetail}
          value={<Toggle on={screen.elder} label={mePageWords.elder} onChange={screen.chooseElder} />}
        />
        <Row
          icon="moon"
          title={mePageWords.theme}
          value={themeNames[screen.theme]}
          onTap={() => screen.openSheet('theme')}
        />
      </Card>
      <Section title={mePageWords.privacySection}>
        <PrivacyRows withMore />
      </Section>
      <Card flush>
        <Row
          icon="phone"
          title={mePageWords.callHotline}
          detail={brand.hotline}
          onTap={() => void callPhone(brand.hotline)}
        />
        <InstallRow />
        <Row icon="info" title={mePageWords.about} onTap={() => screen.openSheet('about')} />
      </Card>
      {screen.signedIn && (
        <Button kind="text" onTap={() => screen.openSheet('logout')}>
          {mePageWords.logout}
        </Button>
      )}
      <MeSheets screen={screen} />
    </Page>
  );
}

/** Only there while something was done without network. */
function Outbox() {
  const { toSend, refused } = useWaitingCounts();
  if (toSend + refused === 0) return null;
  const value =
    refused > 0 ? (
      <Tag tone="bad">{mePageWords.outboxRefused(refused)}</Tag>
    ) : (
      mePageWords.outboxCount(toSend)
    );
  return <Row icon="send" title={mePageWords.outbox} value={value} onTap={() => void goTo('outbox/list')} />;
}

function Member({ screen }: { screen: ReturnType<typeof useMe> }) {
  return (
    <>
      <Loaded
        read={screen.me}
        system={mePageWords.system}
        unaffected={mePageWords.unaffected}
        skeleton={<ProfileSkeleton />}
      >
        {(account) => (
          <>
            <ProfileHead account={account} />
            {worksAtCounter(account) && (
              <Card flush>
                <Row
                  icon="swap"
                  tile="brand"
                  title={mePageWords.toMerchant}
                  detail={account.stores.map(({ name }) => name).join('，')}
                  onTap={() => void goTo('merchant/workspace')}
                />
              </Card>
            )}
            {!account.identityVerified && (
              <Card flush>
                <Row
                  icon="policy"
                  tile="brand"
                  title={mePageWords.identity}
                  detail={mePageWords.identityDetail}
                  onTap={() => void goTo('account/identity')}
                />
              </Card>
            )}
          </>
        )}
      </Loaded>
      <HoldingsCard holdings={screen.holdings.data} />
      <Card flush>
        <Row icon="gift" title={mePageWords.gifts} onTap={() => void goTo('gifts/list')} />
        <Row icon="doc" title={mePageWords.orders} onTap={() => void goTo('gifts/orders')} />
        <Row icon="list" title={mePageWords.claims} onTap={() => void goTo('claims/list')} />
        <Outbox />
      </Card>
    </>
  );
}
