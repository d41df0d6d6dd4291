import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { callPhone } from '@/platform/phone-call';
import styles from './action-bar.module.scss';
import { Icon } from './icon/icon';
import { Pressable } from './pressable';
import { hotlineWords } from './messages';

/** The bar at the thumb: one filled button, and at most one square call button beside it. Hand it to `Page` as `action`. */
export function ActionBar({ callNumber, children }: PropsWithChildren<{ callNumber?: string }>) {
  return (
    <View className={styles.bar}>
      {callNumber && (
        <Pressable
          className={styles.square}
          label={hotlineWords.call}
          onTap={() => void callPhone(callNumber)}
        >
          <Icon name="headset" />
        </Pressable>
      )}
      <View className={styles.main}>{children}</View>
    </View>
  );
}
