import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from '@/platform/aria';
import { cls } from './class-names';
import { Icon } from './icon/icon';
import { stepWords } from './messages';
import styles from './timeline.module.scss';

export function Timeline({ children }: PropsWithChildren) {
  return (
    <View className={styles.timeline} {...aria({ role: 'list' })}>
      {children}
    </View>
  );
}

interface StepProps {
  /** Its place, from 1. */
  number: number;
  state: 'done' | 'current' | 'next';
  name: string;
  /** When it was done, or is promised: `今天 14:01`, `来电时约好`. */
  when?: ReactNode;
  /** Who does it and what it means. */
  detail?: ReactNode;
  /** What was promised, what happened, sorry, and what it changes. Stays after it is over. */
  apology?: string;
  last?: boolean;
}

const stateWords = { done: stepWords.done, current: stepWords.current, next: stepWords.next };

/** One step with its owner and clock; the current one is a block of its own and takes a `Clock` and the owner as children. */
export function Step({
  number,
  state,
  name,
  when,
  detail,
  apology,
  last,
  children,
}: PropsWithChildren<StepProps>) {
  const late = apology !== undefined;
  return (
    <View
      className={cls(styles.step, styles[state], late && styles.late, last && styles.last)}
      {...aria({ role: 'listitem' })}
    >
      <View className={styles.node} {...aria({ role: 'img', label: stateWords[state] })}>
        {state === 'done' ? (
          <Icon name={late ? 'alert' : 'check'} className={styles.sign} />
        ) : (
          <Text>{number}</Text>
        )}
      </View>
      <View className={state === 'current' ? styles.now : undefined}>
        <View className={styles.head}>
          <Text className={styles.name}>{name}</Text>
          {typeof when === 'string' ? <Text className={styles.when}>{when}</Text> : when}
        </View>
        {apology && <View className={styles.apology}>{apology}</View>}
        {detail && <View className={styles.detail}>{detail}</View>}
        {children}
      </View>
    </View>
  );
}
