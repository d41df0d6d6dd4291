import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useOnline } from '@/platform/online';
import { fetchPageAhead } from '@/platform/page-ahead';
import { goTo } from '@/platform/routes';
import { ConfirmSheet } from './confirm-sheet';
import { CounterBar } from './counter-bar';
import { CounterHead } from './counter-head';
import { counterStateOf, isBlocking } from './counter-state';
import { takeNext, takeRetype } from './outcome';
import { PendingNotice } from './pending-notice';
import { Sums } from './sums';
import { SuspendedNotice } from './suspended-notice';
import { Today } from './today';
import { TypeSheet } from './type-sheet';
import { useCounter } from './use-counter';
import { useOwnStores } from './use-own-stores';
import { useToday } from './use-today';
import { WorkspaceMenu } from './workspace-menu';

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

/** The clerk's whole job on one screen: what happened today, and at the thumb scan, or type. */
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
        onDuty={!isOwner}
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
      <Today read={today} withClerk={isOwner} />
      <WorkspaceMenu isOwner={isOwner} />
      <CounterBar
        counter={counter}
        state={state}
        typing={typing}
        onType={() => {
          setTyped('');
          setTyping(true);
        }}
      />
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
