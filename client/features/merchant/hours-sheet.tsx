import { useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Line, Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { MerchantStore } from '../../../bff/features/merchant/contract';
import { CheckRow } from './check-row';
import { HoursFields } from './hours-fields';
import { setHours } from './store-api';
import { hoursWords as words } from './store-messages';
import { useNaturalWrite } from './use-natural-write';
import { WriteFailure } from './write-failure';

interface HoursSheetProps {
  store: MerchantStore;
  onSaved: () => void;
  onClose: () => void;
}

/** The hours of a week: from when to when, on which days. */
export function HoursSheet({ store, onSaved, onClose }: HoursSheetProps) {
  const [hours, setOwn] = useState({ opensMinute: store.opensMinute, closesMinute: store.closesMinute });
  const [openWeekdays, setOpenWeekdays] = useState(store.openWeekdays);
  const save = useNaturalWrite(() => setHours(store.id, { ...hours, openWeekdays }), onSaved);
  const toggle = (day: number, on: boolean) =>
    setOpenWeekdays((days) => (on ? [...days, day].sort() : days.filter((one) => one !== day)));
  return (
    <Sheet
      open
      title={words.title}
      onClose={onClose}
      action={
        <Button wide busyText={words.saving} disabled={openWeekdays.length === 0} onTap={save.run}>
          {words.save}
        </Button>
      }
    >
      <Stack gap={4}>
        <Words size="sub" tone="ink2">
          {store.name}
        </Words>
        <HoursFields hours={hours} onChange={setOwn} />
        <Stack gap={1}>
          <Words size="sub" bold>
            {words.days}
          </Words>
          <Line gap={4} wrap>
            {words.weekdays.map((name, index) => (
              <CheckRow
                key={name}
                text={name}
                checked={openWeekdays.includes(index + 1)}
                onChange={(on) => toggle(index + 1, on)}
              />
            ))}
          </Line>
          {openWeekdays.length === 0 && <Words size="small">{words.pickDay}</Words>}
        </Stack>
        <WriteFailure failure={save.failure} />
      </Stack>
    </Sheet>
  );
}
