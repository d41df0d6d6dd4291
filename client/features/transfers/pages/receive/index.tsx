import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useSignedIn } from '@/api/session';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { goTo, switchTab } from '@/platform/routes';
import { secretOfLink } from '@/platform/share-link';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Grow, Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import type { TransferPreview } from '../../../../../bff/features/transfers/contract';
import { Accepted } from '../../accepted';
import { receiveWords as words, transferSystemWords } from '../../messages';
import { OfferedVoucher } from '../../offered-voucher';
import { useReceive } from '../../use-receive';
import styles from './index.module.scss';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export default function ReceivePage() {
  const { params } = useRouter();
  // Read once: while the login lies over this page, the address is another one.
  const [token] = useState(() => secretOfLink(params));
  const signedIn = useSignedIn();
  const isLink = TOKEN.test(token);
  usePullToRefresh(['transfer-preview']);
  const { preview, control, accept } = useReceive(isLink ? token : '', signedIn);
  const { submission } = control;
  const done = submission.status === 'done' ? submission.answer : undefined;
  const isUnknown = submission.status === 'unknown';
  const canTake = preview.data?.state === 'offered' && !preview.data.own;
  const bar = (
    <ActionBar>
      <Grow>
        <Stack gap={2}>
          <SubmissionNotice control={control} />
          {!isUnknown && signedIn && (
            <Button wide icon="gift" busyText={words.accepting} onTap={accept}>
              {words.accept}
            </Button>
          )}
          {!signedIn && (
            <Button wide onTap={() => goTo('account/login')}>
              {words.logIn}
            </Button>
          )}
          <View className={styles.foot}>{signedIn ? words.foot : words.logInHint}</View>
        </Stack>
      </Grow>
    </ActionBar>
  );
  if (!isLink) return <NoLink />;
  return (
    <Page title={words.title} ground="hero" action={!done && (canTake || isUnknown) ? bar : undefined}>
      {done ? (
        <Accepted answer={done} />
      ) : (
        <Loaded read={preview} system={transferSystemWords.name}>
          {(data) => (canTake ? <OfferedVoucher preview={data} /> : <NotToTake preview={data} />)}
        </Loaded>
      )}
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

/** What became of it, and what is left to do. */
function NotToTake({ preview }: { preview: TransferPreview }) {
  const { state, own, accepted } = preview;
  if (own && state === 'offered') {
    return (
      <Empty
        icon="send"
        title={words.own}
        action={{ text: words.toOwn, onTap: () => void goTo('transfers/list') }}
      >
        {words.ownHint}
      </Empty>
    );
  }
  if (state === 'offered') return null;
  return (
    <Empty
      icon="send"
      title={accepted ? words.acceptedByYou : words.states[state]}
      action={
        state === 'accepted'
          ? { text: words.toVouchers, onTap: () => void goTo('vouchers/list') }
          : { text: words.home, onTap: () => void switchTab('home') }
      }
    >
      {accepted ? words.acceptedByYouHint : words.hints[state]}
    </Empty>
  );
}
