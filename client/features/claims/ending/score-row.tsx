import { Text, View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { cls } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { ratingWords } from '../after-messages';
import styles from './score-row.module.scss';

interface ScoreRowProps {
  options: readonly { value: string; text: string }[];
  value: string | undefined;
  onChange: (value: string) => void;
}

/** From bad to good on one line, on every phone: a scale that breaks is no scale. The chosen one has a tick as well as a colour. */
export function ScoreRow({ options, value, onChange }: ScoreRowProps) {
  return (
    <View className={styles.row} {...aria({ role: 'radiogroup', label: ratingWords.score })}>
      {options.map((option) => {
        const isChosen = option.value === value;
        return (
          <Pressable
            key={option.value}
            role="radio"
            className={cls(styles.score, isChosen && styles.chosen)}
            checked={isChosen}
            stop={value === undefined}
            onTap={() => onChange(option.value)}
          >
            <Icon name={isChosen ? 'check' : 'star'} size="xs" />
            <Text>{option.text}</Text>
          </Pressable>
        );
      })}
    </View>
  );
}
