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
import { consentWords, privacyWords } from '../../messages';
import { usePrivacy } from '../../use-privacy';
import styles from './index.module.scss';

/** Facts instead of slogans: what was agreed to, when, and a switch to take it back. */
export default function PrivacyPage() {
  const privacy = usePrivacy();
  const { asking } = privacy;
  return (
    <Page title={privacyWords.title}>
      <View className={styles.lead}>
        <Words size="sub" tone="ink2">
          {privacyWords.lead}
        </Words>
      </View>
      {privacy.failure && (
        <Notice tone="due">
          {wordsOf(privacy.failure).title}。{wordsOf(privacy.failure).detail}
        </Notice>
      )}
      {privacy.signedIn ? (
        <Section title={privacyWords.consents}>
          <Loaded read={privacy.read}>
            {(consents) =>
              consents.length === 0 ? (
                <Card>
                  <Words tone="ink2">{privacyWords.none}</Words>
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
          title={privacyWords.notSignedIn}
          action={{ text: privacyWords.login, onTap: () => void goTo('account/login') }}
        >
          {privacyWords.loginHint}
        </Empty>
      )}
      <Section title={privacyWords.documents}>
        <Card flush>
          <Row
            icon="doc"
            title={privacyWords.privacy}
            onTap={() => void goTo('account/document', { name: 'privacy' })}
          />
          <Row
            icon="doc"
            title={privacyWords.terms}
            onTap={() => void goTo('account/document', { name: 'terms' })}
          />
        </Card>
      </Section>
      <Sheet
        open={asking !== undefined}
        title={privacyWords.logoutTitle}
        onClose={privacy.cancel}
        action={
          <Button wide kind="danger" onTap={() => asking && privacy.withdrawAndLeave(asking.purpose)}>
            {privacyWords.revokeAndLogout}
          </Button>
        }
      >
        {privacyWords.logoutMeans}
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
  const when = `${formatInstant(consent.at)} ${consent.granted ? privacyWords.agree : privacyWords.revoke}`;
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
