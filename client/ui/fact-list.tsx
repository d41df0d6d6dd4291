import { View } from '@tarojs/components';
import { cls } from './class-names';
import styles from './fact-list.module.scss';

export interface Fact {
  name: string;
  text: string;
  /** Amber for what costs extra or runs out soon: the only coloured row. */
  tone?: 'due';
}

/** What a person should know before deciding: a name at the left, plain words at the right. Put it in a `Card flush`. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <View>
      {facts.map(({ name, text, tone }) => (
        <View key={name} className={cls(styles.fact, tone === 'due' && styles.due)}>
          <View className={styles.name}>{name}</View>
          <View className={styles.text}>{text}</View>
        </View>
      ))}
    </View>
  );
}
