import { View } from '@tarojs/components';
import { redirectTo } from '@/platform/routes';
import { Answer } from './answer';
import styles from './answer.module.scss';
import { messages } from './messages';
import type { Refusal } from './refusal';

/** "No": where and when, that nothing was charged, and what to do for the guest. */
export function Refused({ refusal }: { refusal: Refusal }) {
  return (
    <View className={styles.refused}>
      <Answer
        icon="x"
        title={refusal.title}
        subtitle={refusal.facts}
        advice={refusal.advice}
        next={{ text: messages.result.next, onTap: () => void redirectTo('merchant/workspace') }}
      />
    </View>
  );
}
