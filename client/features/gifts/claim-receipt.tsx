import { redirectTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatLastDay } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { GiftClaim } from '../../../bff/features/gifts/contract';
import { messages, claimReceiptWords } from './messages';

const words = messages.detail;

/** What was got, until when each voucher lives, and the way to use one. */
export function ClaimReceipt({ claim }: { claim: GiftClaim }) {
  return (
    <Card>
      <Stack gap={4}>
        <Line spread>
          <Heading>{words.doneTitle}</Heading>
          <Tag tone="ok">{messages.list.states.claimed}</Tag>
        </Line>
        <Words tone="ink2">{words.doneHint(claim.vouchers.length)}</Words>
        <Receipt
          lines={claim.vouchers.map((voucher, index) => ({
            name: `${String(index + 1)}. ${voucher.title}`,
            value: claimReceiptWords.until(formatLastDay(voucher.validUntil)),
          }))}
        />
        <Button wide onTap={() => redirectTo('vouchers/list')}>
          {words.toVouchers}
        </Button>
      </Stack>
    </Card>
  );
}
