import { View } from '@tarojs/components';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { wordsOf } from '@/ui/failure-words';
import { formatInstant } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Words } from '@/ui/text';
import { Toggle } from '@/ui/toggle';
import type { Consent } from '../../../../../bff/features/account/contract';
import { consentWords } from '../../messages';
import { usePrivacy } from '../../use-privacy';
import styles from './index.module.scss';

/** Facts instead of slogans: what was agreed to, when, and a switch to take it back. */
export default function PrivacyPage() {
  const privacy = usePrivacy();
  const { asking } = privacy;
  return (
    <Page title="隐私中心">
      <View className={styles.lead}>
        <Words size="sub" tone="ink2">
          每一项都是您自己同意的，随时可以关掉。关掉一项，其他服务照常。
        </Words>
      </View>
      {privacy.failure && (
        <Notice tone="due">
          {wordsOf(privacy.failure).title}。{wordsOf(privacy.failure).detail}
        </Notice>
      )}
      {privacy.signedIn ? (
        <Section title="我同意过什么">
          <Loaded read={privacy.read}>
            {(consents) =>
              consents.length === 0 ? (
                <Card>
                  <Words tone="ink2">您还没有同意过任何一项。</Words>
                </Card>
              ) : (
                <Card flush>
                  {consents.map((consent) => (
                    <ConsentRow key={consent.purpose} consent={consent} onChange={privacy.change} />
                  ))}
                </Card>
              )
            }
          </Loaded>
        </Section>
      ) : (
        <Empty
          icon="key"
          title="还没有登录"
          action={{ text: '去登录', onTap: () => void goTo('account/login') }}
        >
          登录后，您同意过什么都列在这里。
        </Empty>
      )}
      <Section title="看原文">
        <Card flush>
          <Row icon="doc" title="隐私政策" onTap={() => void goTo('account/document', { name: 'privacy' })} />
          <Row icon="doc" title="用户协议" onTap={() => void goTo('account/document', { name: 'terms' })} />
        </Card>
      </Section>
      <Sheet
        open={asking !== undefined}
        title="收回后会退出登录"
        onClose={privacy.cancel}
        action={
          <Button wide kind="danger" onTap={() => asking && privacy.withdrawAndLeave(asking.purpose)}>
            收回并退出登录
          </Button>
        }
      >
        没有这一项，我们认不出您，所以会退出登录。您的保单、券和正在办理的理赔都不受影响，重新登录就能接着用。
      </Sheet>
    </Page>
  );
}

interface ConsentRowProps {
  consent: Consent;
  onChange: (consent: Consent, granted: boolean) => void;
}

function ConsentRow({ consent, onChange }: ConsentRowProps) {
  const { name, use } = consentWords[consent.purpose];
  const when = `${formatInstant(consent.at)} ${consent.granted ? '同意' : '收回'}`;
  return (
    <Row
      title={name}
      detail={
        <>
          <View>{use}</View>
          <View>{when}</View>
        </>
      }
      value={<Toggle on={consent.granted} label={name} onChange={(granted) => onChange(consent, granted)} />}
    />
  );
}
