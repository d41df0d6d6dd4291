import { Text, View } from '@tarojs/components';
import { cls } from './class-names';
import styles from './figure.module.scss';
import { formatMoney } from './format/money';

interface FigureProps {
  children: string;
  unit?: string;
  /** `figure` is the one number of a screen; the others stand in lines and cards. */
  size?: 'figure' | 'head' | 'body';
  tone?: 'ink' | 'brand';
}

/** A number with tabular figures. */
export function Figure({ children, unit, size = 'figure', tone = 'ink' }: FigureProps) {
  return (
    <Text className={cls(styles.number, styles[size], tone === 'brand' && styles.brand)}>
      {children}
      {unit && <Text className={styles.unit}> {unit}</Text>}
    </Text>
  );
}

/** Fen as `¥1,234.50`; read aloud as one amount. */
export function Money({ amountFen, size = 'body' }: { amountFen: number; size?: FigureProps['size'] }) {
  return (
    <View className={styles.money}>
      <Text className={cls(styles.number, styles[size])}>{formatMoney(amountFen)}</Text>
    </View>
  );
}
