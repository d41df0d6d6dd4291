import { useState } from 'react';
import { useOnline } from '@/platform/online';
import { goTo, switchTab } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Notice } from '@/ui/notice';
import { Grow, Line } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import { ConfirmSheet } from './confirm-sheet';
import { messages } from './messages';
import { ScanButton } from './scan-button';
import { Today } from './today';
import { TypeSheet } from './type-sheet';
import { useCounter } from './use-counter';

const words = messages.workspace;
const showResult = () => goTo('merchant/result');

interface Store {
  id: string;
  name: string;
  merchantName: string;
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
  const counter = useCounter(store.id, showResult);
  const { submission } = counter;
  const check = async (code: string) => {
    await counter.check(code);
    setTyping(false);
  };
  return (
    <>
      <Line gap={3}>
        <Grow>
          <Heading>{store.name}</Heading>
          {clerkName && (
            <Words size="sub" tone="ink2">
              {words.onDuty(clerkName)}
            </Words>
          )}
        </Grow>
        <Tag tone={online ? 'ok' : 'due'}>{online ? words.online : words.offline}</Tag>
      </Line>
      {stores.length > 1 && (
        <Choice
          label={words.chooseStore}
          options={stores.map(({ id, name }) => ({ value: id, text: name }))}
          value={store.id}
          onChange={onChooseStore}
        />
      )}
      {submission.status === 'unknown' && (
        <Notice
          tone="due"
          icon="clock"
          action={
            <Button kind="ghost" size="small" busyText={words.querying} onTap={counter.query}>
              {words.query}
            </Button>
          }
        >
          {words.pending}
        </Notice>
      )}
      <ScanButton busy={counter.isLooking} disabled={submission.status === 'unknown'} onTap={counter.scan} />
      {counter.cameraNote && (
        <Notice tone="due" icon="camera">
          {counter.cameraNote}
        </Notice>
      )}
      <Button
        kind="ghost"
        wide
        icon="keypad"
        disabled={submission.status === 'unknown'}
        onTap={() => setTyping(true)}
      >
        {words.type}
      </Button>
      <Today storeId={store.id} />
      <Button kind="text" onTap={() => switchTab('me')}>
        {words.toMember}
      </Button>
      <TypeSheet open={typing} onClose={() => setTyping(false)} onCheck={check} />
      {counter.found && (
        <ConfirmSheet
          found={counter.found}
          sending={submission.status === 'sending'}
          onConfirm={counter.confirm}
          onClose={counter.dismiss}
        />
      )}
    </>
  );
}
