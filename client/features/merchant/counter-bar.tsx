import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import styles from './counter-bar.module.scss';
import { type CounterState, isBlocking } from './counter-state';
import { messages } from './messages';
import { ScanButton } from './scan-button';
import type { useCounter } from './use-counter';

const words = messages.workspace;

interface CounterBarProps {
  counter: ReturnType<typeof useCounter>;
  state: CounterState;
  /** Said on the sheet instead, while digits are typed there. */
  typing: boolean;
  onType: () => void;
}

/** The two ways to a voucher, at the thumb of the hand that holds the phone, wherever the list above has been scrolled to. */
export function CounterBar({ counter, state, typing, onType }: CounterBarProps) {
  const blocked = isBlocking(state);
  const trouble = counter.cameraNote ?? (typing ? undefined : counter.lookUpTrouble);
  return (
    <View className={styles.bar}>
      {trouble && (
        <Notice tone="due" icon={counter.cameraNote ? 'camera' : 'cloudoff'}>
          {trouble}
        </Notice>
      )}
      <ScanButton
        busy={counter.isLooking}
        disabled={blocked}
        quiet={state === 'offline' || state === 'away'}
        hint={words.scanHints[state]}
        onTap={counter.scan}
      />
      <Button kind="ghost" wide icon="keypad" disabled={blocked} onTap={onType}>
        {words.type}
      </Button>
    </View>
  );
}
