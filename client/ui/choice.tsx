import { Text, View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import styles from './choice.module.scss';
import { cls } from './class-names';
import { Icon } from './icon/icon';
import { Pressable } from './pressable';

interface ChoiceProps<V extends string> {
  options: readonly { value: V; text: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
  label: string;
  /** One line that is pushed sideways, for filters with many values. */
  scroll?: boolean;
}

/** Chips to filter a list or answer a short question; the chosen one has a tick as well as a colour. */
export function Choice<V extends string>({ options, value, onChange, label, scroll }: ChoiceProps<V>) {
  return (
    <View className={cls(styles.choice, scroll && styles.scroll)} {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          role="radio"
          className={cls(styles.chip, option.value === value && styles.on)}
          checked={option.value === value}
          stop={!options.some((one) => one.value === value)}
          onTap={() => onChange(option.value)}
        >
          {option.value === value && <Icon name="check" size="xs" />}
          <Text>{option.text}</Text>
        </Pressable>
      ))}
    </View>
  );
}
