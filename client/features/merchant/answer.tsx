import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from '@/platform/aria';
import { Icon, type IconName } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import styles from './answer.module.scss';

interface AnswerProps {
  icon: IconName;
  title: string;
  subtitle: string;
  /** White, at the thumb: what comes next. */
  next: { text: string; onTap: () => void };
  second?: { text: string; icon: IconName; onTap: () => void };
  advice?: ReactNode;
}

/** Sign, word, then facts: the clerk's answer. */
export function Answer({
  icon,
  title,
  subtitle,
  next,
  second,
  advice,
  children,
}: PropsWithChildren<AnswerProps>) {
  return (
    <View className={styles.answer} {...aria({ role: 'alert' })}>
      <View className={styles.disc}>
        <Icon name={icon} className={styles.sign} />
      </View>
      <View className={styles.title}>{title}</View>
      <View className={styles.subtitle}>{subtitle}</View>
      {children && <View className={styles.panel}>{children}</View>}
      {advice && <View className={styles.advice}>{advice}</View>}
      <View className={styles.ways}>
        <Pressable className={styles.next} onTap={next.onTap}>
          <Icon name="scan" />
          <View>{next.text}</View>
        </Pressable>
        {second && (
          <Pressable className={styles.second} onTap={second.onTap}>
            <Icon name={second.icon} />
            <View>{second.text}</View>
          </Pressable>
        )}
      </View>
    </View>
  );
}

/** One fact on the quiet panel. */
export function PanelLine({ name, value }: { name: string; value: string }) {
  return (
    <View className={styles.line}>
      <View className={styles.name}>{name}</View>
      <View className={styles.value}>{value}</View>
    </View>
  );
}
