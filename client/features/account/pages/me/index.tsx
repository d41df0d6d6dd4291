import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Toggle } from '@/ui/toggle';
import { HoldingsCard } from '../../holdings-card';
import { MeSheets, themeNames } from '../../me-sheets';
import { ProfileHead, VisitorHead } from '../../profile-head';
import { useMe, worksAtCounter } from '../../use-me';

export default function MePage() {
  const screen = useMe();
  usePullDownRefresh(() => void screen.refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page title="我的" tab="me" ground="hero">
      {screen.signedIn ? <Member screen={screen} /> : <VisitorHead />}
      <Card flush>
        <Row
          icon="type"
          title="大字版"
          detail="字更大，按钮更大，随时打电话"
          value={<Toggle on={screen.elder} label="大字版" onChange={screen.chooseElder} />}
        />
        <Row
          icon="moon"
          title="深色"
          value={themeNames[screen.theme]}
          onTap={() => screen.openSheet('theme')}
        />
      </Card>
      <Section title="隐私和帮助">
        <Card flush>
          <Row
            icon="lock"
            title="隐私中心"
            detail="我同意过什么，随时可以收回"
            onTap={() => void goTo('account/privacy')}
          />
          <Row
            icon="phone"
            title="打客服"
            detail={brand.hotline}
            onTap={() => void callPhone(brand.hotline)}
          />
          <Row icon="info" title="关于" onTap={() => screen.openSheet('about')} />
        </Card>
      </Section>
      {screen.signedIn && (
        <Button kind="text" onTap={() => screen.openSheet('logout')}>
          退出登录
        </Button>
      )}
      <MeSheets screen={screen} />
    </Page>
  );
}

function Member({ screen }: { screen: ReturnType<typeof useMe> }) {
  return (
    <>
      <Loaded read={screen.me} system="会员系统" unaffected="您的权益不受影响">
        {(account) => (
          <>
            <ProfileHead account={account} />
            {worksAtCounter(account) && (
              <Card flush>
                <Row
                  icon="swap"
                  tile="brand"
                  title="切换到商户工作台"
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
                  title="完善信息，查看保单"
                  detail="填姓名和证件号，约 1 分钟"
                  onTap={() => void goTo('account/identity')}
                />
              </Card>
            )}
          </>
        )}
      </Loaded>
      <HoldingsCard holdings={screen.holdings.data} />
      <Card flush>
        <Row icon="gift" title="我的礼包" onTap={() => void goTo('gifts/list')} />
        <Row icon="doc" title="我的订单" onTap={() => void goTo('gifts/orders')} />
        <Row icon="list" title="理赔记录" onTap={() => void goTo('claims/list')} />
      </Card>
    </>
  );
}
