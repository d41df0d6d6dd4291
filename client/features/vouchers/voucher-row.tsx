import { goTo } from '@/platform/routes';
import { formatLastDay } from '@/ui/format/time';
import { Row } from '@/ui/row';
import { serviceLooks } from '@/ui/service';
import { Tag } from '@/ui/tag';
import { displayPlate } from '../../../bff/identifiers';
import type { VoucherSummary } from '../../../bff/features/vouchers/contract';
import { messages } from './messages';
import { stateTone } from './voucher-state';

const words = messages.list;

function detailOf(voucher: VoucherSummary): string {
  const parts = [words.until(formatLastDay(voucher.validUntil))];
  if (voucher.usesTotal > 1) parts.unshift(words.left(voucher.usesLeft, voucher.usesTotal));
  if (voucher.vehicle) parts.push(words.onlyFor(displayPlate(voucher.vehicle.plate)));
  return parts.join('，');
}

/** One voucher in a list: what it is, how much is left, until when. */
export function VoucherRow({ voucher }: { voucher: VoucherSummary }) {
  return (
    <Row
      icon={serviceLooks[voucher.service].icon}
      tile={voucher.state === 'active' ? 'brand' : 'grey'}
      title={voucher.title}
      detail={detailOf(voucher)}
      value={<Tag tone={stateTone(voucher.state)}>{messages.states[voucher.state]}</Tag>}
      onTap={() => void goTo('vouchers/detail', { id: voucher.id })}
    />
  );
}
