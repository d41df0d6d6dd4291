import { useState } from 'react';
import { Button } from '@/ui/button';
import { formatMoney } from '@/ui/format/money';
import { formatClock, formatLastDay } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Receipt, type ReceiptLine } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Heading } from '@/ui/text';
import type { Lookup } from '../../../bff/features/merchant/contract';
import { fenOfTyped } from './amount';
import { messages } from './messages';
import type { Found } from './look-up-answer';
import { PlateCheck } from './plate-check';
import { Sale } from './sale';
import { SendingLine } from './sending-line';
import { useQuote } from './use-quote';

const words = messages.confirm;

interface ConfirmSheetProps {
  found: Found;
  sending: boolean;
  /** Why the latest try surely did not happen. */
  trouble: string | undefined;
  onConfirm: (saleAmountFen: number | undefined) => Promise<void>;
  onClose: () => void;
}

function linesOf(voucher: Lookup['voucher']): ReceiptLine[] {
  const lines: ReceiptLine[] = [{ name: words.member, value: voucher.memberNameMasked }];
  lines.push({ name: words.left, value: words.leftOf(voucher.usesLeft, voucher.usesTotal) });
  if (voucher.discount) lines.push({ name: words.discount, value: voucher.discount });
  if (voucher.amountLeftFen !== null)
    lines.push({ name: words.amountLeft, value: formatMoney(voucher.amountLeftFen) });
  const perDay = voucher.terms.caps?.usesPerDay;
  if (perDay) lines.push({ name: words.limits, value: words.perDayOf(perDay) });
  if (voucher.terms.extraCost) lines.push({ name: words.extra, value: voucher.terms.extraCost });
  lines.push({ name: words.until, value: formatLastDay(voucher.validUntil) });
  return lines;
}

/** What is about to be redeemed, for whom; one tap confirms. Nothing has happened yet. */
export function ConfirmSheet({ found, sending, trouble, onConfirm, onClose }: ConfirmSheetProps) {
  const { voucher, scanToken } = found;
  const [typed, setTyped] = useState('');
  const amountFen = voucher.saleAmountRequired ? fenOfTyped(typed) : undefined;
  const quote = useQuote(scanToken, amountFen);
  const known = quote.kind === 'known' ? quote.quote : undefined;
  const verb = voucher.recentUse ? words.again : words.go;
  return (
    <Sheet
      open
      title={words.title}
      locked={sending}
      onClose={onClose}
      action={
        <Button
          wide
          busy={sending}
          busyText={words.going}
          disabled={voucher.saleAmountRequired && !known}
          onTap={() => onConfirm(amountFen)}
        >
          {known ? words.goPaying(verb, formatMoney(known.customerPaysFen)) : verb}
        </Button>
      }
    >
      <Stack gap={4}>
        <Heading>{voucher.title}</Heading>
        {voucher.recentUse && (
          <Notice tone="due" icon="clock">
            {words.recent(formatClock(voucher.recentUse.at), voucher.recentUse.storeName)}
          </Notice>
        )}
        {voucher.plate && <PlateCheck plate={voucher.plate} />}
        <Receipt lines={linesOf(voucher)} />
        {voucher.saleAmountRequired && <Sale typed={typed} onType={setTyped} quote={quote} />}
        {sending && <SendingLine />}
        {trouble && !sending && (
          <Notice tone="due" icon="cloudoff">
            {trouble}
          </Notice>
        )}
      </Stack>
    </Sheet>
  );
}
