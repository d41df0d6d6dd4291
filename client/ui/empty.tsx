import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Button } from './button';
import styles from './empty.module.scss';
import { Icon, type IconName } from './icon/icon';

interface EmptyProps {
  icon: IconName;
  /** What is not here: `现在没有可用的券`. */
  title: string;
  /** The one way on. */
  action?: { text: string; onTap: () => void };
  secondary?: { text: string; onTap: () => void };
}

/** What would be here, how it gets here (the children), and one way there. */
export function Empty({ icon, title, action, secondary, children }: PropsWithChildren<EmptyProps>) {
  return (
    <View className={styles.empty}>
      <View className={styles.drawing}>
        <View className={styles.disc}>
          <Icon name={icon} className={styles.icon} />
        </View>
      </View>
      <View className={styles.title}>{title}</View>
      {children && <View className={styles.how}>{children}</View>}
      {action && <Button onTap={action.onTap}>{action.text}</Button>}
      {secondary && (
        <Button kind="text" onTap={secondary.onTap}>
          {secondary.text}
        </Button>
      )}
    </View>
  );
}
