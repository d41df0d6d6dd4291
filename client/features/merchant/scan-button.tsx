import { View } from '@tarojs/components';
import { cls } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { messages } from './messages';
import styles from './scan-button.module.scss';

const words = messages.workspace;

interface ScanButtonProps {
  busy: boolean;
  disabled: boolean;
  /** Can be tapped, but had better not: no big colour calls for a tap that leads nowhere now. */
  quiet: boolean;
  hint: string;
  onTap: () => Promise<void>;
}

/** A quarter of a tall screen: found without looking, hit with a wet thumb. */
export function ScanButton({ busy, disabled, quiet, hint, onTap }: ScanButtonProps) {
  return (
    <Pressable
      className={cls(styles.scan, quiet && styles.quiet, disabled && styles.off)}
      busy={busy}
      disabled={disabled || busy}
      onTap={() => void onTap()}
    >
      <Icon name="scan" size="l" className={styles.icon} />
      <View className={styles.title}>{busy ? words.looking : words.scan}</View>
      <View className={styles.hint}>{hint}</View>
    </Pressable>
  );
}
