import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Sheet } from '@/ui/sheet';
import { Line } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import { type CounterState, stateTone } from './counter-state';
import styles from './counter-head.module.scss';
import { messages } from './messages';

const words = messages.workspace;

interface CounterHeadProps {
  store: { id: string; name: string };
  stores: { id: string; name: string }[];
  clerkName: string | null;
  /** An owner looks in from anywhere; only who works at the counter is on duty. */
  onDuty: boolean;
  state: CounterState;
  onChooseStore: (storeId: string) => void;
}

/** `泉城车享家·经十路店`: whose shop it is, and which; a long name breaks there and nowhere else. */
function nameParts(name: string): { chain: string | undefined; shop: string } {
  const at = name.indexOf('·');
  return at < 0 ? { chain: undefined, shop: name } : { chain: name.slice(0, at), shop: name.slice(at + 1) };
}

/** Which store, who, and what the counter is doing right now. */
export function CounterHead({ store, stores, clerkName, onDuty, state, onChooseStore }: CounterHeadProps) {
  const [choosing, setChoosing] = useState(false);
  const { chain, shop } = nameParts(store.name);
  return (
    <>
      <Line gap={3} wrap>
        <View className={styles.name}>
          {chain && (
            <Words size="sub" tone="ink2">
              {chain}
            </Words>
          )}
          <Heading>{shop}</Heading>
        </View>
        {stores.length > 1 && (
          <Button
            kind="text"
            size="small"
            disabled={state === 'sending' || state === 'unknown'}
            onTap={() => setChoosing(true)}
          >
            {words.chooseStore}
          </Button>
        )}
      </Line>
      <Line gap={3} spread wrap>
        <Words size="sub" tone="ink2">
          {clerkName && (onDuty ? words.onDuty(clerkName) : clerkName)}
        </Words>
        <Tag tone={stateTone[state]}>{words.states[state]}</Tag>
      </Line>
      <Sheet open={choosing} title={words.chooseStoreTitle} onClose={() => setChoosing(false)}>
        <Choice
          label={words.chooseStoreTitle}
          options={stores.map(({ id, name }) => ({ value: id, text: name }))}
          value={store.id}
          onChange={onChooseStore}
        />
      </Sheet>
    </>
  );
}
