import { Text, View } from '@tarojs/components';
import { MomentPicker } from '@/platform/moment-picker';
import { Icon } from '@/ui/icon/icon';
import { Words } from '@/ui/text';
import styles from './hours-fields.module.scss';
import { clockOf, closingAfter, isAllDay, minutesOf } from './minutes';
import type { Hours } from './store-api';
import { hoursWords as words } from './store-messages';

const DAY = 1440;

/** From when to when; closing earlier than opening is after midnight, and it says so. */
export function HoursFields({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const { opensMinute, closesMinute } = hours;
  const closes = clockOf(closesMinute);
  const allDay = isAllDay(opensMinute, closesMinute);
  return (
    <View className={styles.fields}>
      <Pick
        label={words.opens}
        value={clockOf(opensMinute)}
        onChange={(clock) => {
          const opens = minutesOf(clock);
          onChange({ opensMinute: opens, closesMinute: closingAfter(opens, closes) });
        }}
      />
      <Pick
        label={words.closes}
        value={closes}
        {...(closesMinute === DAY ? { shown: words.midnight } : {})}
        onChange={(clock) => onChange({ opensMinute, closesMinute: closingAfter(opensMinute, clock) })}
      />
      {(allDay || closesMinute > DAY) && (
        <Words size="small" tone="ink2">
          {allDay ? words.allDay : words.overnight}
        </Words>
      )}
    </View>
  );
}

interface PickProps {
  label: string;
  value: string;
  /** Where the clock's figures would mislead. */
  shown?: string;
  onChange: (clock: string) => void;
}

function Pick({ label, value, shown = value, onChange }: PickProps) {
  return (
    <View className={styles.field}>
      <Words size="sub" bold>
        {label}
      </Words>
      <MomentPicker mode="time" label={label} className={styles.pick} value={value} onChange={onChange}>
        <Icon name="clock" size="s" />
        <Text>{shown}</Text>
      </MomentPicker>
    </View>
  );
}
