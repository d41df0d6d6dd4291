import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '@/platform/aria';
import { MomentPicker } from '@/platform/moment-picker';
import { Choice } from '@/ui/choice';
import { formatFullDate, formatInstant, toShanghaiIso } from '@/ui/format/time';
import { Icon } from '@/ui/icon/icon';
import { Words } from '@/ui/text';
import { whenWords } from './messages';
import styles from './when-field.module.scss';

const MINUTE_MS = 60_000;
const JUST_NOW_MS = 10 * MINUTE_MS;
/** As far back as a calendar leads; what is too long ago is said besides. */
const SHOWN_YEARS = 2;

const choices = [
  { value: '0', text: whenWords.justNow },
  { value: '30', text: whenWords.halfHourAgo },
  { value: 'exact', text: whenWords.pick },
] as const;

type When = (typeof choices)[number]['value'];

interface WhenFieldProps {
  value: string;
  error?: string;
  onChange: (occurredAt: string) => void;
}

/** When it happened: now, unless said otherwise. */
export function WhenField({ value, error, onChange }: WhenFieldProps) {
  const [chosen, setChosen] = useState<When | undefined>(() =>
    Math.abs(Date.now() - Date.parse(value)) < JUST_NOW_MS ? '0' : undefined,
  );
  const choose = (when: When) => {
    setChosen(when);
    if (when !== 'exact') onChange(new Date(Date.now() - Number(when) * MINUTE_MS).toISOString());
  };
  return (
    <View className={styles.when}>
      <View className={styles.line}>
        <Words size="sub">{whenWords.title}</Words>
        <Text className={styles.value}>{formatInstant(value)}</Text>
      </View>
      <Choice label={whenWords.label} options={choices} value={chosen} onChange={choose} />
      {chosen === 'exact' && <Exact value={value} onChange={onChange} />}
      {error && (
        <View className={styles.error} {...aria({ role: 'alert' })}>
          <Icon name="alert" size="xs" />
          <Text>{error}</Text>
        </View>
      )}
    </View>
  );
}

/** The same day of an earlier year; a 29 February becomes a 1 March. */
function yearsBefore(day: string, years: number): string {
  const then = new Date(`${day}T00:00:00Z`);
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then.toISOString().slice(0, 10);
}

/** Both halves are taken as they are chosen: the day first and then the hour must not be refused in between. */
function Exact({ value, onChange }: Pick<WhenFieldProps, 'value' | 'onChange'>) {
  const there = toShanghaiIso(value);
  const day = there.slice(0, 10);
  const clock = there.slice(11, 16);
  const today = toShanghaiIso(Date.now()).slice(0, 10);
  const set = (newDay: string, newClock: string) =>
    onChange(new Date(`${newDay}T${newClock}:00+08:00`).toISOString());
  return (
    <View className={styles.exact}>
      <MomentPicker
        mode="date"
        label={whenWords.day}
        className={styles.pick}
        value={day}
        start={yearsBefore(today, SHOWN_YEARS)}
        end={today}
        onChange={(newDay) => set(newDay, clock)}
      >
        <Icon name="calendar" size="s" className={styles.sign} />
        <Text>{formatFullDate(day)}</Text>
      </MomentPicker>
      <MomentPicker
        mode="time"
        label={whenWords.clock}
        className={styles.pick}
        value={clock}
        onChange={(newClock) => set(day, newClock)}
      >
        <Icon name="clock" size="s" className={styles.sign} />
        <Text>{clock}</Text>
      </MomentPicker>
    </View>
  );
}
