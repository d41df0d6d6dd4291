import { Text, View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { Pressable } from './pressable';
import styles from './toast-host.module.scss';
import { hideToast, useToast } from './toast';

export function ToastHost() {
  const toast = useToast((state) => state.toast);
  if (!toast) return null;
  const { text, action } = toast;
  return (
    <View className={styles.place}>
      <View className={styles.toast} {...aria({ role: 'status' })}>
        <Text className={styles.text}>{text}</Text>
        {action && (
          <Pressable
            className={styles.action}
            onTap={() => {
              hideToast();
              action.onTap();
            }}
          >
            <Text>{action.label}</Text>
          </Pressable>
        )}
      </View>
    </View>
  );
}
