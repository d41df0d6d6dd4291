import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from '@/platform/aria';
import { cls } from '@/ui/class-names';
import { Icon, type IconName } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import styles from './answer.module.scss';

interface Way {
  text: string;
  icon: IconName;
  busy?: boolean;
  onTap: () => void;
}

interface AnswerProps {
  tone: 'ok' | 'bad' | 'unknown';
  icon: IconName;
  title: string;
  subtitle: string;
  /** The filled one at the thumb. */
  next: Way;
  second?: Way;
  advice?: ReactNode;
}

/** Sign, word, then facts: the clerk's answer. It fills the screen, and what comes next lies at the thumb. */
export function Answer(props: PropsWithChildren<AnswerProps>) {
  const { tone, icon, title, subtitle, next, second, advice, children } = props;
  return (
    <View className={cls(styles.answer, styles[tone])}>
      <View className={styles.said} {...aria({ role: 'alert' })}>
        <View className={styles.disc}>
          <Icon name={icon} className={styles.sign} />
        </View>
        <View className={styles.title}>{title}</View>
        <View className={styles.subtitle}>{subtitle}</View>
        {children && <View className={styles.panel}>{children}</View>}
        {advice && <View className={styles.advice}>{advice}</View>}
      </View>
      <View className={styles.ways}>
        <WayButton way={next} className={styles.next} />
        {second && <WayButton way={second} className={styles.second} />}
      </View>
    </View>
  );
}

function WayButton({ way, className }: { way: Way; className: string | undefined }) {
  return (
    <Pressable className={className} busy={way.busy} disabled={way.busy} onTap={way.onTap}>
      <Icon name={way.icon} />
      <View>{way.text}</View>
    </Pressable>
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
