import { Button } from '@/ui/button';
import { Card, Inset } from '@/ui/card';
import { formatMoney } from '@/ui/format/money';
import { formatFullDate, formatInstant } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Receipt } from '@/ui/receipt';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { MerchantStore } from '../../../bff/features/merchant/contract';
import { spokenHours } from './minutes';
import { dayWords, storeWords as words } from './store-messages';

export type StoreStep = 'hours' | 'day' | 'suspend' | 'resume' | { clear: string };

interface StoreCardProps {
  store: MerchantStore;
  isOwner: boolean;
  onStep: (step: StoreStep) => void;
}

/** One store as its owner and its clerks know it: when, what, and whether it serves. */
export function StoreCard({ store, isOwner, onStep }: StoreCardProps) {
  const { name, suspension } = store;
  return (
    <Card>
      <Stack gap={3}>
        <Line spread wrap gap={2}>
          <Heading size="head">{name}</Heading>
          <StoreTag store={store} />
        </Line>
        {suspension && (
          <Notice tone="bad">
            {words.suspendedBy[suspension.by](suspension.reason, formatInstant(suspension.at))}
          </Notice>
        )}
        <Receipt
          lines={[
            { name: words.hours, value: store.openingHours },
            { name: words.address, value: store.address },
            { name: words.phone, value: store.phone },
          ]}
        />
        <Services store={store} />
        <SpecialDays store={store} isOwner={isOwner} onStep={onStep} />
        {isOwner && (
          <Stack gap={2}>
            <Button wide kind="soft" size="small" icon="clock" onTap={() => onStep('hours')}>
              {words.changeHours}
            </Button>
            <Button wide kind="soft" size="small" icon="calendar" onTap={() => onStep('day')}>
              {words.addDay}
            </Button>
            {!suspension && (
              <Button wide kind="text" size="small" icon="alert" onTap={() => onStep('suspend')}>
                {words.suspend}
              </Button>
            )}
            {suspension?.by === 'owner' && (
              <Button wide kind="soft" size="small" icon="check" onTap={() => onStep('resume')}>
                {words.resume}
              </Button>
            )}
          </Stack>
        )}
      </Stack>
    </Card>
  );
}

function StoreTag({ store }: { store: MerchantStore }) {
  if (store.suspension) return <Tag tone="bad">{words.suspended}</Tag>;
  return store.openNow ? <Tag tone="ok">{words.serving}</Tag> : <Tag icon="moon">{words.closed}</Tag>;
}

function Services({ store }: { store: MerchantStore }) {
  const { services } = store;
  return (
    <Inset>
      <Stack gap={1}>
        <Words size="sub" bold>
          {words.services}
        </Words>
        {services.map(({ serviceId, title, settlementPriceFen }) => (
          <Words key={serviceId} size="sub">
            {words.service(title, settlementPriceFen === null ? null : formatMoney(settlementPriceFen))}
          </Words>
        ))}
        <Words size="small" tone="ink2">
          {services.length === 0 ? words.noServices : words.servicesHint}
        </Words>
      </Stack>
    </Inset>
  );
}

function SpecialDays({ store, isOwner, onStep }: StoreCardProps) {
  const { specialDays } = store;
  return (
    <Stack gap={1}>
      <Words size="sub" bold>
        {words.special}
      </Words>
      {specialDays.length === 0 && (
        <Words size="sub" tone="ink2">
          {words.noSpecial}
        </Words>
      )}
      {specialDays.map((day) => (
        <Line key={day.date} spread wrap gap={2}>
          <Words size="sub">{specialDayWords(day)}</Words>
          {isOwner && (
            <Button
              kind="text"
              size="small"
              label={`${dayWords.remove} ${formatFullDate(day.date)}`}
              onTap={() => onStep({ clear: day.date })}
            >
              {dayWords.remove}
            </Button>
          )}
        </Line>
      ))}
    </Stack>
  );
}

function specialDayWords({
  date,
  opensMinute,
  closesMinute,
  note,
}: MerchantStore['specialDays'][number]): string {
  const hours =
    opensMinute === null || closesMinute === null
      ? dayWords.closedWords
      : spokenHours(opensMinute, closesMinute);
  return `${formatFullDate(date)}，${hours}（${note}）`;
}
