import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from '@/platform/aria';
import { cls } from './class-names';
import { Icon, type IconName } from './icon/icon';
import styles from './notice.module.scss';

type Tone = 'calm' | 'due' | 'bad' | 'ok' | 'grey';

const signs: Record<Tone, IconName> = { calm: 'info', due: 'alert', bad: 'alert', ok: 'check', grey: 'info' };

interface NoticeProps {
  tone?: Tone;
  icon?: IconName;
  /** A small way out below the words, as `再试一次`. */
  action?: ReactNode;
}

/** One or two sentences: the fact first, then what it means. */
export function Notice({ tone = 'calm', icon, action, children }: PropsWithChildren<NoticeProps>) {
  return (
    <View
      className={cls(styles.notice, styles[tone])}
      {...aria({ role: tone === 'bad' ? 'alert' : 'status' })}
    >
      <Icon name={icon ?? signs[tone]} size="s" className={styles.sign} />
      <View className={styles.words}>
        {children}
        {action && <View className={styles.action}>{action}</View>}
      </View>
    </View>
  );
}
