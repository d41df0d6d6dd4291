import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Card } from '@/ui/card';
import { formatMoney } from '@/ui/format/money';
import { daysLeft, formatDay, formatLastDay } from '@/ui/format/time';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import { displayPlate } from '../../../bff/identifiers';
import type { VoucherDetail } from '../../../bff/features/vouchers/contract';
import { messages } from './messages';
import styles from './voucher-head.module.scss';
import { stateTone } from './voucher-state';

const words = messages.detail;

function validity({ validFrom, validUntil, state }: VoucherDetail): string {
  if (Date.parse(validFrom) > Date.now()) return words.from(formatDay(validFrom));
  const until = formatLastDay(validUntil);
  const days = daysLeft(validUntil);
  return state === 'active' && days >= 0 ? words.untilLeft(until, days) : words.until(until);
}

/** What the voucher is and until when; the code stands below it, torn off by a dashed line. */
export function VoucherHead({ voucher, children }: PropsWithChildren<{ voucher: VoucherDetail }>) {
  const facts: string[] = [];
  if (voucher.usesTotal > 1)
    facts.push(`${words.remaining} ${words.times(voucher.usesLeft, voucher.usesTotal)}`);
  if (voucher.discount) facts.push(voucher.discount);
  if (voucher.amountCapFen !== null && !voucher.discount)
    facts.push(words.cap(formatMoney(voucher.amountCapFen)));
  if (voucher.amountLeftFen !== null) facts.push(words.capLeft(formatMoney(voucher.amountLeftFen)));
  if (voucher.received) facts.push(words.received);
  if (voucher.vehicle) facts.push(`${words.plate} ${displayPlate(voucher.vehicle.plate)}`);
  return (
    <Card className={styles.ticket}>
      <Line gap={3} wrap>
        <View className={styles.name}>
          <Heading>{voucher.title}</Heading>
        </View>
        <Tag tone={stateTone(voucher.state)}>{messages.states[voucher.state]}</Tag>
      </Line>
      <Stack gap={1}>
        <Words size="small" tone="ink3">
          {validity(voucher)}
        </Words>
        {facts.map((fact) => (
          <Words key={fact} size="sub" tone="ink2">
            {fact}
          </Words>
        ))}
      </Stack>
      {children && (
        <>
          <View className={styles.tear}>
            <View className={styles.notchLeft} />
            <View className={styles.dashes} />
            <View className={styles.notchRight} />
          </View>
          {children}
        </>
      )}
    </Card>
  );
}
