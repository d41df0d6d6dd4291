import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { MomentPicker } from '@/platform/moment-picker';
import { Choice } from '@/ui/choice';
import { formatFullDate } from '@/ui/format/time';
import { Icon } from '@/ui/icon/icon';
import styles from './day-choice.module.scss';
import { historyWords as words } from './history-messages';
import { dayAgo } from './use-history';

/** Today and yesterday by a tap, any other day by its date. */
export function DayChoice({ date, onChange }: { date: string; onChange: (date: string) => void }) {
  const [picking, setPicking] = useState(false);
  const options = [
    { value: dayAgo(0), text: words.today },
    { value: dayAgo(1), text: words.yesterday },
    { value: 'pick', text: words.pick },
  ];
  return (
    <View className={styles.days}>
      <Choice
        label={words.day}
        options={options}
        value={picking ? 'pick' : date}
        onChange={(chosen) => {
          setPicking(chosen === 'pick');
          if (chosen !== 'pick') onChange(chosen);
        }}
      />
      {picking && (
        <MomentPicker
          mode="date"
          label={words.day}
          className={styles.pick}
          value={date}
          end={dayAgo(0)}
          onChange={onChange}
        >
          <Icon name="calendar" size="s" />
          <Text>{formatFullDate(date)}</Text>
        </MomentPicker>
      )}
    </View>
  );
}
