import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { counterWords } from './messages';
import styles from './counter.module.scss';

interface CounterProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

const MOST = 99;

/** Counts people by tapping: easier than typing with shaking hands. */
export function Counter({ label, value, onChange }: CounterProps) {
  return (
    <View className={styles.counter}>
      <Text className={styles.label}>{label}</Text>
      <Pressable
        className={styles.button}
        label={counterWords.less(label)}
        disabled={value === 0}
        onTap={() => onChange(Math.max(0, value - 1))}
      >
        <Icon name="minus" size="s" />
      </Pressable>
      <Text className={styles.value}>{counterWords.people(value)}</Text>
      <Pressable
        className={styles.button}
        label={counterWords.more(label)}
        onTap={() => onChange(Math.min(MOST, value + 1))}
      >
        <Icon name="plus" size="s" />
      </Pressable>
    </View>
  );
}
