import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cls } from './class-names';
import styles from './receipt.module.scss';
import { Term } from './term';

export interface ReceiptLine {
  name: string;
  value: ReactNode;
  /** The name is a word of the trade, explained on a tap. */
  term?: boolean;
  /** The sum at the foot. */
  total?: boolean;
}

/** Facts as pairs: what it is at the left, the value at the right; a total gets a rule above it. */
export function Receipt({ lines }: { lines: readonly ReceiptLine[] }) {
  return (
    <View className={cls(styles.receipt, lines.some(({ term }) => term) && styles.terms)}>
      {lines.map(({ name, value, total, term }) => (
        <View key={name} className={cls(styles.line, total && styles.total)}>
          <View className={styles.name}>{term ? <Term word={name} alone /> : name}</View>
          <View className={styles.value}>{value}</View>
        </View>
      ))}
    </View>
  );
}
