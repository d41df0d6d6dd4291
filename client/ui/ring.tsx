import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '@/platform/aria';
import { cls } from './class-names';
import styles from './ring.module.scss';

interface RingProps {
  /** What remains, 0 to 1. */
  share: number;
  tone?: 'brand' | 'due' | 'bad';
  size?: 'm' | 's';
  label: string;
}

/** A ring that shows what remains; the words inside say it too. */
export function Ring({ share, tone = 'brand', size = 'm', label, children }: PropsWithChildren<RingProps>) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  const arc = `conic-gradient(var(--ring-ink) ${percent}%, var(--c-inset) 0)`;
  return (
    <View
      className={cls(styles.ring, styles[tone], size === 's' && styles.small)}
      style={{ backgroundImage: arc }}
      {...aria({ role: 'img', label })}
    >
      <View className={styles.inside}>{children}</View>
    </View>
  );
}
