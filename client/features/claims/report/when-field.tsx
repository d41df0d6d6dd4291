import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { MomentPicker } from '@/platform/moment-picker';
import { Choice } from '@/ui/choice';
import { formatInstant, toShanghaiIso } from '@/ui/format/time';
import { Icon } from '@/ui/icon/icon';
import { Words } from '@/ui/text';
import { whenWords } from './messages';
import styles from './when-field.module.scss';

const MINUTE_MS = 60_000;
const JUST_NOW_MS = 10 * MINUTE_MS;

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
        <Words size="sub" tone="bad">
          {error}
        </Words>
      )}
    </View>
  );
}

function Exact({ value, onChange }: Pick<WhenFieldProps, 'value' | 'onChange'>) {
  const [isAhead, setIsAhead] = useState(false);
  const there = toShanghaiIso(value);
  const day = there.slice(0, 10);
  const clock = there.slice(11, 16);
  const set = (newDay: string, newClock: string) => {
    const at = new Date(`${newDay}T${newClock}:00+08:00`);
    // What has not happened yet cannot be reported; it is said, not put right in silence.
    setIsAhead(at.getTime() > Date.now());
    if (at.getTime() <= Date.now()) onChange(at.toISOString());
  };
  return (
    <>
      <View className={styles.exact}>
        <MomentPicker
          mode="date"
          label={whenWords.day}
          className={styles.pick}
          value={day}
          end={toShanghaiIso(Date.now()).slice(0, 10)}
          onChange={(newDay) => set(newDay, clock)}
        >
          <Icon name="calendar" size="s" />
          <Text>{day}</Text>
        </MomentPicker>
        <MomentPicker
          mode="time"
          label={whenWords.clock}
          className={styles.pick}
          value={clock}
          onChange={(newClock) => set(day, newClock)}
        >
          <Icon name="clock" size="s" />
          <Text>{clock}</Text>
        </MomentPicker>
      </View>
      {isAhead && (
        <Words size="sub" tone="bad">
          {whenWords.notYet}
        </Words>
      )}
    </>
  );
}
