import { View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { formatMoney } from '@/ui/format/money';
import { formatReceiptNumber } from '@/ui/format/receipt-number';
import { formatInstant } from '@/ui/format/time';
import { Section } from '@/ui/section';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { VoucherDetail, VoucherRedemption } from '../../../bff/features/vouchers/contract';
import { AfterUse } from './after-use';
import { messages } from './messages';

const words = messages.detail;

/** An undone use keeps its line but gives its number back. */
const titleOf = ({ state, useNo, store }: VoucherRedemption): string =>
  state === 'reversed' ? words.undoneTitle(store.name) : `${words.use(useNo)} · ${store.name}`;

function linesOf({ id, at, state, discountFen, customerPaysFen }: VoucherRedemption): string[] {
  if (state === 'reversed') return [`${formatInstant(at)}，${words.undone}`];
  const paid =
    discountFen !== null && customerPaysFen !== null
      ? [words.paid(formatMoney(discountFen), formatMoney(customerPaysFen))]
      : [];
  return [formatInstant(at), ...paid, `${words.receiptNo} ${formatReceiptNumber(id)}`];
}

/** Where and when it was used, and what can be said about each use. */
export function UseHistory({ voucher }: { voucher: VoucherDetail }) {
  if (voucher.redemptions.length === 0) return null;
  return (
    <Section title={words.history}>
      {voucher.redemptions.map((redemption) => (
        <Card key={redemption.id}>
          <Stack gap={2}>
            <Words bold>{titleOf(redemption)}</Words>
            <View>
              {linesOf(redemption).map((line) => (
                <Words key={line} size="small" tone="ink3">
                  {line}
                </Words>
              ))}
            </View>
            <AfterUse voucherId={voucher.id} redemption={redemption} atFoot />
          </Stack>
        </Card>
      ))}
    </Section>
  );
}
