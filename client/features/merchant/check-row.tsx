import { View } from '@tarojs/components';
import { cls } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import styles from './check-row.module.scss';

interface CheckRowProps {
  text: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One of several that may be chosen; the words are part of the target. */
export function CheckRow({ text, checked, onChange }: CheckRowProps) {
  return (
    <Pressable
      role="checkbox"
      className={styles.row}
      checked={checked}
      label={text}
      onTap={() => onChange(!checked)}
    >
      <View className={cls(styles.box, checked && styles.on)}>
        {checked && <Icon name="check" size="xs" />}
      </View>
      <View className={styles.text}>{text}</View>
    </Pressable>
  );
}
