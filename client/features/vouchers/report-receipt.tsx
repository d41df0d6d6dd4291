import { formatInstant, formatLastDay } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { VoucherReport } from '../../../bff/features/vouchers/contract';
import { reportWords as words } from './messages';

/** What was done at once, before anybody looked. */
export function remedyOf({ remedy, validUntil }: VoucherReport): string {
  if (remedy === 'extended' && validUntil) return words.remedy.extended(formatLastDay(validUntil));
  return remedy === 'restored' ? words.remedy.restored : words.remedy.none;
}

export function ReportReceipt({ report }: { report: VoucherReport }) {
  return (
    <Stack gap={4}>
      <Words bold>{remedyOf(report)}</Words>
      <Receipt
        lines={[
          { name: words.ticket, value: report.ticketNo },
          { name: words.at, value: formatInstant(report.at) },
          { name: words.due, value: formatInstant(report.dueAt) },
        ]}
      />
    </Stack>
  );
}
