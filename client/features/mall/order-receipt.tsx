import { goTo, redirectTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatPoints } from '@/ui/format/money';
import { formatReceiptNumber } from '@/ui/format/receipt-number';
import { formatInstant, formatLastDay } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { MallOrderAnswer } from '../../../bff/features/mall/contract';
import { doneWords as words } from './messages';

/** What was got, what it cost, what is left, and the ways to use it or take it back. */
export function OrderReceipt({ answer }: { answer: MallOrderAnswer }) {
  const { order, vouchers, balanceAfter } = answer;
  const [first] = vouchers;
  return (
    <Card>
      <Stack gap={4}>
        <Line spread wrap>
          <Heading>{words.title}</Heading>
          <Tag tone="ok">{words.ok}</Tag>
        </Line>
        <Words tone="ink2">{words.hint(vouchers.length)}</Words>
        <Receipt
          lines={[
            ...vouchers.map((voucher, index) => ({
              name: vouchers.length > 1 ? `${String(index + 1)}. ${voucher.title}` : voucher.title,
              value: words.until(formatLastDay(voucher.validUntil)),
            })),
            { name: words.when, value: formatInstant(order.at) },
            { name: words.number, value: formatReceiptNumber(order.id) },
            ...(order.exchange
              ? [{ name: words.spent, value: formatPoints(order.exchange.pointsSpent) }]
              : []),
            { name: words.left, value: formatPoints(balanceAfter), total: true },
          ]}
        />
        {first && (
          <Button wide onTap={() => redirectTo('vouchers/detail', { id: first.id })}>
            {words.use}
          </Button>
        )}
        <Button kind="ghost" wide onTap={() => goTo('gifts/orders')}>
          {words.orders}
        </Button>
      </Stack>
    </Card>
  );
}
