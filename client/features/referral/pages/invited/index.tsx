import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useSignedIn } from '@/api/session';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { forgetInvitation, isInvitation, keepInvitation } from '@/platform/invitation';
import { goTo, redirectTo, switchTab } from '@/platform/routes';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { formatPoints } from '@/ui/format/money';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Grow, Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { ReferralTerms } from '../../../../../bff/features/referral/contract';
import { readTerms } from '../../api';
import { InvitedTerms } from '../../invited-terms';
import { invitedWords as words, referralSystemWords } from '../../messages';

/** Where a friend's link leads: what it brings whom, and who sees what of it, before anything is typed. */
export default function InvitedPage() {
  const { params } = useRouter();
  // Read once: while the login lies over this page, the address is another one.
  const [code] = useState(() => params.ref);
  const signedIn = useSignedIn();
  const [wasMember] = useState(signedIn);
  const [alone, setAlone] = useState(false);
  usePullToRefresh(['referral-terms']);
  const terms = useRead({ key: ['referral-terms'], read: ({ signal }) => readTerms(signal) });
  useEffect(() => {
    if (wasMember || !isInvitation(code)) return;
    if (alone) forgetInvitation();
    else keepInvitation(code);
  }, [code, wasMember, alone]);
  if (!isInvitation(code)) return <NoLink />;
  if (signedIn) return wasMember ? <MemberAlready /> : <LoggedIn terms={terms.data} alone={alone} />;
  return (
    <Page title={words.title} ground="hero" action={<EnterBar onWay={setAlone} />}>
      <Loaded read={terms} system={referralSystemWords.name}>
        {(data) => <InvitedTerms terms={data} />}
      </Loaded>
    </Page>
  );
}

/** Who would not be seen by a friend comes in alone. */
function EnterBar({ onWay }: { onWay: (alone: boolean) => void }) {
  const enter = (alone: boolean) => {
    onWay(alone);
    return goTo('account/login');
  };
  return (
    <ActionBar>
      <Grow>
        <Stack gap={2}>
          <Button wide onTap={() => enter(false)}>
            {words.enter}
          </Button>
          <Button kind="text" wide onTap={() => enter(true)}>
            {words.alone}
          </Button>
          <Words size="small" tone="ink2">
            {words.enterHint}
          </Words>
        </Stack>
      </Grow>
    </ActionBar>
  );
}

function LoggedIn({ terms, alone }: { terms: ReferralTerms | undefined; alone: boolean }) {
  const points = terms?.newcomer ? formatPoints(terms.newcomer.points) : undefined;
  return (
    <Page title={words.title}>
      <Empty
        icon="check"
        title={words.doneTitle}
        action={{ text: words.verify, onTap: () => void redirectTo('account/identity') }}
        secondary={{ text: words.home, onTap: () => void switchTab('home') }}
      >
        {alone ? words.doneAlone(points) : words.doneHint(points)}
      </Empty>
    </Page>
  );
}

function MemberAlready() {
  return (
    <Page title={words.title}>
      <Empty
        icon="people"
        title={words.memberTitle}
        action={{ text: words.inviteToo, onTap: () => void redirectTo('referral/invite') }}
      >
        {words.memberHint}
      </Empty>
    </Page>
  );
}

function NoLink() {
  return (
    <Page title={words.title}>
      <Empty
        icon="send"
        title={words.noLinkTitle}
        action={{ text: words.home, onTap: () => void switchTab('home') }}
      >
        {words.noLinkHint}
      </Empty>
    </Page>
  );
}
