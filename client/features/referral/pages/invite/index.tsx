import { useShareAppMessage } from '@tarojs/taro';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { goTo, urlOf } from '@/platform/routes';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { wordsOf } from '@/ui/failure-words';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Grow, Stack } from '@/ui/stack';
import { Friends } from '../../friends';
import { InvitationCard } from '../../invitation-card';
import { inviteWords as words, referralSystemWords } from '../../messages';
import { TermsCard } from '../../terms-card';
import { useInvite } from '../../use-invite';

/** 推荐有礼: what both get, the own link, and who came by it. */
export default function InvitePage() {
  usePullToRefresh(['referral']);
  const { own, friends, make, failure, signedIn } = useInvite();
  const code = own.data?.code ?? undefined;
  // What WeChat puts on the card; without a code it is the app and nothing of anybody's.
  useShareAppMessage(() =>
    code === undefined
      ? { title: words.appCard, path: urlOf('home') }
      : { title: words.card, path: urlOf('referral/invited', { ref: code }) },
  );
  const canMake = signedIn && own.data?.terms.inviter && code === undefined;
  const bar = (
    <ActionBar>
      <Grow>
        <Stack gap={2}>
          {failure && (
            <Notice tone="due">{failure.kind === 'offline' ? wordsOf(failure).title : words.failed}</Notice>
          )}
          <Button wide icon="send" busyText={words.making} onTap={make}>
            {words.make}
          </Button>
        </Stack>
      </Grow>
    </ActionBar>
  );
  return (
    <Page title={words.title} action={canMake ? bar : undefined}>
      <Loaded read={own} system={referralSystemWords.name}>
        {(data) => (
          <>
            {data.terms.inviter ? (
              <>
                {!data.identityVerified && (
                  <Notice
                    tone="due"
                    action={
                      <Button kind="soft" size="small" onTap={() => goTo('account/identity')}>
                        {words.verifyOwn}
                      </Button>
                    }
                  >
                    {words.ownIdentity}
                  </Notice>
                )}
                <TermsCard rule={data.terms.inviter} referral={data} />
                {data.code !== null && <InvitationCard code={data.code} />}
              </>
            ) : (
              <Empty
                icon="coin"
                title={words.offTitle}
                action={{ text: words.toPoints, onTap: () => void goTo('points/points') }}
              >
                {words.offHint}
              </Empty>
            )}
            {signedIn && (
              <Friends pages={friends} sums={data} told={data.stale === true || own.failure !== undefined} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
