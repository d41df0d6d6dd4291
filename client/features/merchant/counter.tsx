import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { useOnline } from '@/platform/online';
import { goTo, switchTab } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { ConfirmSheet } from './confirm-sheet';
import { CounterHead } from './counter-head';
import { counterStateOf } from './counter-state';
import { messages } from './messages';
import { takeNext } from './outcome';
import { PendingNotice } from './pending-notice';
import { ScanButton } from './scan-button';
import { Sums } from './sums';
import { Today } from './today';
import { TypeSheet } from './type-sheet';
import { useCounter } from './use-counter';
import { useToday } from './use-today';

const words = messages.workspace;
const showResult = () => goTo('merchant/result');

interface Store {
  id: string;
  name: string;
}

interface CounterProps {
  clerkName: string | null;
  store: Store;
  stores: Store[];
  onChooseStore: (storeId: string) => void;
}

/** The clerk's whole job on one screen: scan, or type; what happened today below. */
export function Counter({ clerkName, store, stores, onChooseStore }: CounterProps) {
  const online = useOnline((state) => state.online);
  const [typing, setTyping] = useState(false);
  const { summary, today } = useToday(store.id);
  const counter = useCounter(store.id, async () => {
    setTyping(false);
    await showResult();
  });
  const { submission, found } = counter;
  const state = counterStateOf({ online, submission: submission.status, failure: today.failure });
  const blocked = state === 'unknown' || state === 'sending';
  // A browser may ask for the camera only after a tap on this page; WeChat need not ask again.
  useDidShow(() => {
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
      {submission.status === 'unknown' && (
        <PendingNotice failure={submission.failure} onQuery={counter.query} />
      )}
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
      <Button kind="ghost" wide icon="keypad" disabled={blocked} onTap={() => setTyping(true)}>
        {words.type}
      </Button>
      <Today read={today} />
      <Button kind="text" onTap={() => switchTab('me')}>
        {words.toMember}
      </Button>
      {typing && !found && (
        <TypeSheet
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
