import { Text, View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { cls } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { itemWords as words } from './messages';
import styles from './stepper.module.scss';

interface StepperProps {
  value: number;
  most: number;
  onChange: (value: number) => void;
}

/** How many, between one and what is possible. */
export function Stepper({ value, most, onChange }: StepperProps) {
  const least = value <= 1;
  const full = value >= most;
  return (
    <View className={styles.line} {...aria({ role: 'group', label: words.quantity })}>
      <Text className={styles.name}>{words.quantity}</Text>
      <View className={styles.stepper}>
        <Pressable
          className={cls(styles.step, least && styles.off)}
          label={words.less}
          disabled={least}
          onTap={() => onChange(value - 1)}
        >
          <Icon name="minus" size="s" />
        </Pressable>
        <View className={styles.value} {...aria({ role: 'status' })}>
          {words.pieces(value)}
        </View>
        <Pressable
          className={cls(styles.step, full && styles.off)}
          label={words.more}
          disabled={full}
          onTap={() => onChange(value + 1)}
        >
          <Icon name="plus" size="s" />
        </Pressable>
      </View>
    </View>
  );
}
