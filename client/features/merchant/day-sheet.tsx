import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { MomentPicker } from '@/platform/moment-picker';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import { formatFullDate, toShanghaiIso } from '@/ui/format/time';
import { Icon } from '@/ui/icon/icon';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { MerchantStore } from '../../../bff/features/merchant/contract';
import { HoursFields } from './hours-fields';
import styles from './hours-fields.module.scss';
import { type Hours, setSpecialDay } from './store-api';
import { dayWords as words } from './store-messages';
import { useNaturalWrite } from './use-natural-write';
import { WriteFailure } from './write-failure';

const DAY_MS = 86_400_000;
const SHORTEST_NOTE = 2;

const kinds = [
  { value: 'closed', text: words.closed },
  { value: 'open', text: words.open },
] as const;

interface DaySheetProps {
  store: MerchantStore;
  onSaved: () => void;
  onClose: () => void;
}

/** One day that differs from the week: closed, or at other hours; members see why. */
export function DaySheet({ store, onSaved, onClose }: DaySheetProps) {
  const [date, setDate] = useState(() => toShanghaiIso(Date.now() + DAY_MS).slice(0, 10));
  const [kind, setKind] = useState<'closed' | 'open'>('closed');
  const [hours, setHours] = useState<Hours>({
    opensMinute: store.opensMinute,
    closesMinute: store.closesMinute,
  });
  const [note, setNote] = useState('');
  const save = useNaturalWrite(
    () => setSpecialDay(store.id, { date, hours: kind === 'open' ? hours : null, note: note.trim() }),
    onSaved,
  );
  const isPast = date < toShanghaiIso(Date.now()).slice(0, 10);
  return (
    <Sheet
      open
      title={words.title}
      onClose={onClose}
      action={
        <Button
          wide
          busyText={words.saving}
          disabled={isPast || note.trim().length < SHORTEST_NOTE}
          onTap={save.run}
        >
          {words.save}
        </Button>
      }
    >
      <Stack gap={4}>
        <View className={styles.alone}>
          <Words size="sub" bold>
            {words.date}
          </Words>
          <MomentPicker
            mode="date"
            label={words.date}
            className={styles.pick}
            value={date}
            onChange={setDate}
          >
            <Icon name="calendar" size="s" />
            <Text>{formatFullDate(date)}</Text>
          </MomentPicker>
          {isPast && (
            <Words size="small" tone="bad">
              {words.past}
            </Words>
          )}
        </View>
        <Choice label={words.kind} options={kinds} value={kind} onChange={setKind} />
        {kind === 'open' && <HoursFields hours={hours} onChange={setHours} />}
        <Field label={words.note} hint={words.noteHint} value={note} onChange={setNote} maxLength={40} />
        <WriteFailure failure={save.failure} />
      </Stack>
    </Sheet>
  );
}
