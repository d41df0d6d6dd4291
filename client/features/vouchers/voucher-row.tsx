import { View } from '@tarojs/components';
import { goTo } from '@/platform/routes';
import { formatLastDay } from '@/ui/format/time';
import { Row } from '@/ui/row';
import { serviceLooks } from '@/ui/service';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import { displayPlate } from '../../../bff/identifiers';
import type { VoucherSummary } from '../../../bff/features/vouchers/contract';
import { messages } from './messages';
import { stateTone } from './voucher-state';

const words = messages.list;

/** A line each: a date that breaks in the middle cannot be read at a glance. */
function Details({ voucher }: { voucher: VoucherSummary }) {
  const { usesTotal, usesLeft, vehicle, validUntil } = voucher;
  const lines = [words.until(formatLastDay(validUntil))];
  if (usesTotal > 1) lines.unshift(words.left(usesLeft, usesTotal));
  if (vehicle) lines.push(words.onlyFor(displayPlate(vehicle.plate)));
  return (
    <>
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </>
  );
}

/** One voucher in a list: what it is, how much is left, until when. */
export function VoucherRow({ voucher }: { voucher: VoucherSummary }) {
  const active = voucher.state === 'active';
  const show = (
    <Words size="sub" tone="brand" bold>
      {words.show}
    </Words>
  );
  return (
    <Row
      icon={serviceLooks[voucher.service].icon}
      tile={active ? 'brand' : 'grey'}
      title={voucher.title}
      detail={<Details voucher={voucher} />}
      value={active ? show : <Tag tone={stateTone(voucher.state)}>{messages.states[voucher.state]}</Tag>}
      onTap={() => void goTo('vouchers/detail', { id: voucher.id })}
    />
  );
}
