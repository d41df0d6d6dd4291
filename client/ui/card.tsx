import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './card.module.scss';
import { cls } from './class-names';
import { Pressable } from './pressable';

interface CardProps {
  /** Rows run edge to edge and bring their own padding. */
  flush?: boolean;
  onTap?: () => void;
  label?: string;
  className?: string;
}

/** White, one shadow, radius 12. Never inside another card; use `Inset` there. */
export function Card({ flush = false, onTap, label, className, children }: PropsWithChildren<CardProps>) {
  const classes = cls(styles.card, !flush && styles.padded, className);
  return onTap ? (
    <Pressable className={classes} label={label} onTap={onTap}>
      {children}
    </Pressable>
  ) : (
    <View className={classes}>{children}</View>
  );
}

/** A quiet flat block inside a card. */
export function Inset({ children }: PropsWithChildren) {
  return <View className={styles.inset}>{children}</View>;
}
