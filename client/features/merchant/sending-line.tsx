import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/ui/icon/icon';
import { useNow } from '@/ui/use-now';
import { messages } from './messages';
import styles from './sending-line.module.scss';

const words = messages.sending;
const SLOW_MS = 4000;

/** How long the answer has been waited for. A reader hears the button's own words: a number a second would drown them. */
export function SendingLine() {
  const [startedAt] = useState(() => Date.now());
  const waitedMs = Math.max(0, useNow(1000) - startedAt);
  return (
    <View className={styles.line}>
      <Icon name="send" size="s" className={styles.sign} />
      <View className={styles.words}>
        {words.waiting(Math.floor(waitedMs / 1000))}
        {waitedMs >= SLOW_MS && <View>{words.slow}</View>}
      </View>
    </View>
  );
}
