import { redirectTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatMoney } from '@/ui/format/money';
import { formatReceiptNumber } from '@/ui/format/receipt-number';
import { formatInstant } from '@/ui/format/time';
import { Receipt, type ReceiptLine } from '@/ui/receipt';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { VoucherDetail, VoucherRedemption } from '../../../bff/features/vouchers/contract';
import { AfterUse } from './after-use';
import { messages, usedWords } from './messages';

const words = messages.detail;

interface UsedReceiptProps {
  voucher: VoucherDetail;
  redemption: VoucherRedemption;
  onShowAgain?: () => void;
}

function linesOf(
  title: string,
  { store, at, discountFen, customerPaysFen, id }: VoucherRedemption,
): ReceiptLine[] {
  const lines: ReceiptLine[] = [
    { name: usedWords.service, value: title },
    { name: usedWords.store, value: store.name },
    { name: usedWords.when, value: formatInstant(at) },
  ];
  if (discountFen !== null) lines.push({ name: usedWords.discount, value: formatMoney(discountFen) });
  if (customerPaysFen !== null)
    lines.push({ name: usedWords.paid, value: formatMoney(customerPaysFen), total: true });
  lines.push({ name: words.receiptNo, value: formatReceiptNumber(id) });
  return lines;
}

/** What the member sees the moment the clerk has confirmed: where, when, what is left, and whom to ask if it was not them. */
export function UsedReceipt({ voucher, redemption, onShowAgain }: UsedReceiptProps) {
  return (
    <Card>
      <Stack gap={4}>
        <Line spread>
          <Heading>{words.receipt}</Heading>
          <Tag tone="ok">{words.usedTitle}</Tag>
        </Line>
        <Receipt lines={linesOf(voucher.title, redemption)} />
        {voucher.usesTotal > 1 && <Words tone="ink2">{words.stillLeft(voucher.usesLeft)}</Words>}
        <AfterUse voucherId={voucher.id} redemption={redemption} />
        {onShowAgain ? (
          <Button kind="ghost" wide onTap={onShowAgain}>
            {words.showAgain}
          </Button>
        ) : (
          <Button kind="ghost" wide onTap={() => redirectTo('vouchers/list')}>
            {words.toList}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
