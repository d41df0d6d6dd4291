import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useOnline } from '@/platform/online';
import { fetchPageAhead } from '@/platform/page-ahead';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { ConfirmSheet } from './confirm-sheet';
import { CounterHead } from './counter-head';
import { counterStateOf, isBlocking } from './counter-state';
import { messages } from './messages';
import { takeNext, takeRetype } from './outcome';
import { PendingNotice } from './pending-notice';
import { ScanButton } from './scan-button';
import { Sums } from './sums';
import { SuspendedNotice } from './suspended-notice';
import { Today } from './today';
import { TypeSheet } from './type-sheet';
import { useCounter } from './use-counter';
import { useOwnStores } from './use-own-stores';
import { useToday } from './use-today';
import { WorkspaceMenu } from './workspace-menu';

const words = messages.workspace;
const showResult = () => goTo('merchant/result');

interface Store {
  id: string;
  name: string;
}

interface CounterProps {
  clerkName: string | null;
  isOwner: boolean;
  store: Store;
  stores: Store[];
  onChooseStore: (storeId: string) => void;
}

/** The clerk's whole job on one screen: scan, or type; what happened today below. */
export function Counter({ clerkName, isOwner, store, stores, onChooseStore }: CounterProps) {
  const online = useOnline((state) => state.online);
  const [typing, setTyping] = useState(false);
  const [typed, setTyped] = useState('');
  const { summary, today } = useToday(store.id);
  const ownStores = useOwnStores();
  const counter = useCounter(store.id, async () => {
    setTyping(false);
    await showResult();
  });
  const { submission, found } = counter;
  const suspension = ownStores.data?.items.find(({ id }) => id === store.id)?.suspension;
  const state = counterStateOf({
    online,
    submission: submission.status,
    isAsking: counter.isAsking,
    isSuspended: Boolean(suspension),
    failure: today.failure,
  });
  const blocked = isBlocking(state);
  // The answer to a redemption must be read even if the network goes just then.
  useEffect(() => void fetchPageAhead('merchant/result'), []);
  // A browser may ask for the camera only after a tap on this page; WeChat need not ask again.
  useDidShow(() => {
    const again = takeRetype();
    if (again !== undefined) {
      setTyped(again);
      setTyping(true);
    }
    if (takeNext() && process.env.TARO_ENV === 'weapp' && !blocked) void counter.scan();
  });
  return (
    <>
      <CounterHead
        store={store}
        stores={stores}
        clerkName={clerkName}
        state={state}
        onChooseStore={onChooseStore}
      />
      <Sums summary={summary.data} />
      {state === 'unknown' && (
        <PendingNotice
          storeId={store.id}
          online={online}
          asking={counter.isAsking}
          failure={submission.status === 'unknown' ? submission.failure : undefined}
          onQuery={counter.query}
        />
      )}
      {suspension && <SuspendedNotice suspension={suspension} />}
      <ScanButton
        busy={counter.isLooking}
        disabled={blocked}
        quiet={state === 'offline' || state === 'away'}
        hint={words.scanHints[state]}
        onTap={counter.scan}
      />
      {(counter.cameraNote ?? (!typing && counter.lookUpTrouble)) && (
        <Notice tone="due" icon={counter.cameraNote ? 'camera' : 'cloudoff'}>
          {counter.cameraNote ?? counter.lookUpTrouble}
        </Notice>
      )}
      <Button
        kind="ghost"
        wide
        icon="keypad"
        disabled={blocked}
        onTap={() => {
          setTyped('');
          setTyping(true);
        }}
      >
        {words.type}
      </Button>
      <Today read={today} withClerk={isOwner} />
      <WorkspaceMenu isOwner={isOwner} />
      {typing && !found && (
        <TypeSheet
          typed={typed}
          trouble={counter.lookUpTrouble}
          onCheck={counter.check}
          onClose={() => {
            counter.cancelLookUp();
            setTyping(false);
          }}
        />
      )}
      {found && (
        <ConfirmSheet
          key={found.scanToken}
          found={found}
          sending={counter.isSending}
          trouble={counter.confirmTrouble}
          onConfirm={counter.confirm}
          onClose={() => {
            counter.dismiss();
            setTyping(false);
          }}
        />
      )}
    </>
  );
}
