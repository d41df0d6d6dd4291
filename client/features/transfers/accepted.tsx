import { redirectTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatLastDay } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { TransferAcceptance } from '../../../bff/features/transfers/contract';
import { receiveWords as words } from './messages';

/** It is theirs now. */
export function Accepted({ answer }: { answer: TransferAcceptance }) {
  const { transfer, voucher } = answer;
  return (
    <Card>
      <Stack gap={4}>
        <Line spread wrap>
          <Heading>{words.doneTitle}</Heading>
          <Tag tone="ok">{words.doneTag}</Tag>
        </Line>
        <Words tone="ink2">{words.doneHint}</Words>
        <Receipt
          lines={[
            { name: words.service, value: voucher.title },
            { name: words.giver, value: transfer.otherNameMasked ?? words.someone },
            { name: words.validUntil, value: formatLastDay(voucher.validUntil) },
          ]}
        />
        <Button wide onTap={() => redirectTo('vouchers/detail', { id: voucher.id })}>
          {words.use}
        </Button>
      </Stack>
    </Card>
  );
}
