import { useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { formatClock, formatLastDay } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Receipt, type ReceiptLine } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import type { Lookup } from '../../../bff/features/merchant/contract';
import { fenOfTyped } from './amount';
import { messages } from './messages';
import type { Found } from './look-up-answer';

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
  if (voucher.plate) lines.push({ name: words.plate, value: voucher.plate });
  lines.push({ name: words.left, value: words.leftOf(voucher.usesLeft, voucher.usesTotal) });
  if (voucher.discount) lines.push({ name: words.discount, value: voucher.discount });
  if (voucher.terms.extraCost) lines.push({ name: words.extra, value: voucher.terms.extraCost });
  lines.push({ name: words.until, value: formatLastDay(voucher.validUntil) });
  return lines;
}

/** What is about to be redeemed, for whom; one tap confirms. Nothing has happened yet. */
export function ConfirmSheet({ found, sending, trouble, onConfirm, onClose }: ConfirmSheetProps) {
  const { voucher } = found;
  const [typed, setTyped] = useState('');
  const amountFen = fenOfTyped(typed);
  const amountMissing = voucher.saleAmountRequired && amountFen === undefined;
  return (
    <Sheet
      open
      title={words.title}
      onClose={onClose}
      action={
        <Button
          wide
          busy={sending}
          busyText={words.going}
          disabled={amountMissing}
          onTap={() => onConfirm(voucher.saleAmountRequired ? amountFen : undefined)}
        >
          {voucher.recentUse ? words.again : words.go}
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
        <Receipt lines={linesOf(voucher)} />
        {voucher.plate && (
          <Words size="sub" tone="ink2">
            {words.plateHint}
          </Words>
        )}
        {voucher.saleAmountRequired && (
          <Field
            label={words.amount}
            hint={words.amountHint}
            error={typed !== '' && amountFen === undefined ? words.amountBad : undefined}
            keyboard="digit"
            value={typed}
            onChange={setTyped}
            maxLength={9}
          />
        )}
        {trouble && (
          <Notice tone="due" icon="cloudoff">
            {trouble}
          </Notice>
        )}
      </Stack>
    </Sheet>
  );
}
