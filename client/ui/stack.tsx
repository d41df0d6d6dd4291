import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { cls } from './class-names';
import styles from './stack.module.scss';

interface StackProps {
  gap?: 1 | 2 | 3 | 4 | 5;
}

/** Things below each other on the 8-pt grid. */
export function Stack({ gap = 3, children }: PropsWithChildren<StackProps>) {
  return <View className={cls(styles.stack, styles[`gap${gap}`])}>{children}</View>;
}

interface LineProps extends StackProps {
  /** First to the left edge, last to the right. */
  spread?: boolean;
  wrap?: boolean;
}

/** Things beside each other. */
export function Line({ gap = 2, spread, wrap, children }: PropsWithChildren<LineProps>) {
  return (
    <View className={cls(styles.line, styles[`gap${gap}`], spread && styles.spread, wrap && styles.wrap)}>
      {children}
    </View>
  );
}

/** Takes the room that is left in a `Line`. */
export function Grow({ children }: PropsWithChildren) {
  return <View className={styles.grow}>{children}</View>;
}
