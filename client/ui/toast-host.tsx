import { Text, View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { Pressable } from './pressable';
import styles from './toast-host.module.scss';
import { hideToast, useToast } from './toast';

/** Stands on every page from the start: a screen reader listens only to a region that was there before the words. */
export function ToastHost() {
  const { toast, spoken } = useToast();
  return (
    <View className={styles.place}>
      <View {...aria({ role: 'status' })}>
        {toast && (
          <View className={styles.toast}>
            <Text className={styles.text}>{toast.text}</Text>
            {toast.action && (
              <Pressable
                className={styles.action}
                onTap={() => {
                  hideToast();
                  toast.action?.onTap();
                }}
              >
                <Text>{toast.action.label}</Text>
              </Pressable>
            )}
          </View>
        )}
        {spoken !== '' && <View className={styles.spoken}>{spoken}</View>}
      </View>
    </View>
  );
}
