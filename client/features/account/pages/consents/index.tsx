import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { wordsOf } from '@/ui/failure-words';
import { formatInstant } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { Toggle } from '@/ui/toggle';
import type { Consent } from '../../../../../bff/features/account/contract';
import { ConsentReceipt } from '../../consent-receipt';
import { latestConsents } from '../../latest-consents';
import { consentWords, privacyWords } from '../../messages';
import { consentPageWords as words, consentStops } from '../../consent-messages';
import { privacyRowWords } from '../../privacy-messages';
import { SignedInOnly } from '../../signed-in-only';
import { endsLogin, useConsents } from '../../use-consents';

type Consents = ReturnType<typeof useConsents>;

/** What was agreed to, when, in which words, and a switch to take it back. */
export default function ConsentsPage() {
  const consents = useConsents();
  return (
    <Page title={privacyRowWords.consents}>
      <Words size="sub" tone="ink2">
        {words.lead}
      </Words>
      {consents.failure && (
        <Notice tone="due">
          {wordsOf(consents.failure).title}。{wordsOf(consents.failure).detail}
        </Notice>
      )}
      <SignedInOnly>
        <Loaded read={consents.read}>
          {(records) =>
            records.length === 0 ? (
              <Card>
                <Words tone="ink2">{privacyWords.none}</Words>
              </Card>
            ) : (
              <Records records={records} consents={consents} />
            )
          }
        </Loaded>
      </SignedInOnly>
      <WithdrawSheet consents={consents} />
      <ConsentReceipt consent={consents.receipt} onClose={() => consents.showReceipt(undefined)} />
    </Page>
  );
}

function Records({ records, consents }: { records: readonly Consent[]; consents: Consents }) {
  return (
    <>
      <Card flush>
        {latestConsents(records).map((consent) => {
          const { name, use } = consentWords[consent.purpose];
          return (
            <Row
              key={consent.purpose}
              title={name}
              detail={use}
              value={
                <Toggle
                  on={consents.isGranted(consent)}
                  label={name}
                  onChange={(granted) => consents.change(consent, granted)}
                />
              }
            />
          );
        })}
      </Card>
      <Section title={words.history}>
        <Card flush>
          {records.map((record) => (
            <Row
              key={record.id}
              icon={record.granted ? 'check' : 'undo'}
              title={`${record.granted ? privacyWords.agree : privacyWords.revoke} ${consentWords[record.purpose].name}`}
              detail={formatInstant(record.at)}
              onTap={() => consents.showReceipt(record)}
            />
          ))}
        </Card>
      </Section>
    </>
  );
}

function WithdrawSheet({ consents }: { consents: Consents }) {
  const { asking } = consents;
  if (!asking) return null;
  const leaves = endsLogin(asking.purpose);
  return (
    <Sheet
      open
      title={words.withdrawTitle(consentWords[asking.purpose].name)}
      onClose={consents.cancel}
      action={
        <Stack gap={2}>
          <Button wide kind="danger" onTap={() => consents.withdraw(asking)}>
            {leaves ? privacyWords.revokeAndLogout : words.withdraw}
          </Button>
          <Button wide kind="ghost" onTap={consents.cancel}>
            {words.keep}
          </Button>
        </Stack>
      }
    >
      <View>{consentStops[asking.purpose]}</View>
    </Sheet>
  );
}
