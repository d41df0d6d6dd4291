import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { readMe } from '../../api';
import type { DocumentName } from '../../documents';
import { privacyWords } from '../../messages';
import { correctWords as words } from '../../correct-messages';
import { PrivacyRows } from '../../privacy-rows';
import { SignedInOnly } from '../../signed-in-only';

const documents: readonly { name: DocumentName; title: string; detail?: string }[] = [
  { name: 'collected', title: words.collected, detail: words.collectedDetail },
  { name: 'shared', title: words.shared, detail: words.sharedDetail },
  { name: 'privacy', title: words.privacy },
  { name: 'terms', title: words.terms },
];

/** Facts instead of slogans: what was seen, agreed to and kept, and the ways to change it. */
export default function PrivacyPage() {
  const signedIn = useSignedIn();
  return (
    <Page title={privacyWords.title}>
      <SignedInOnly>
        <PrivacyRows />
      </SignedInOnly>
      {signedIn && <Corrections />}
      <Section title={words.documents}>
        <Card flush>
          {documents.map(({ name, title, detail }) => (
            <Row
              key={name}
              icon="doc"
              title={title}
              detail={detail}
              onTap={() => void goTo('account/document', { name })}
            />
          ))}
        </Card>
      </Section>
    </Page>
  );
}

/** What is wrong is put right where it came from: what stands on a policy needs the paper, a car needs a tap. */
function Corrections() {
  const me = useRead({ key: ['me'], read: ({ signal }) => readMe(signal) });
  const verified = me.data?.identityVerified ?? false;
  const call = () => void callPhone(brand.hotline);
  return (
    <Section title={words.title}>
      <Card flush>
        <Row
          icon="user"
          title={words.identity}
          detail={verified ? words.identityVerified : words.identityOpen}
          onTap={verified ? call : () => void goTo('account/identity')}
        />
        <Row icon="phone" title={words.phone} detail={words.phoneHow} onTap={call} />
        <Row
          icon="car"
          title={words.vehicles}
          detail={words.vehiclesHow}
          onTap={() => void goTo('vehicles/list')}
        />
      </Card>
    </Section>
  );
}
