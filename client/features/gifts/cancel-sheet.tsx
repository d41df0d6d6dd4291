import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { Button } from '@/ui/button';
import { formatPoints } from '@/ui/format/money';
import { formatReceiptNumber } from '@/ui/format/receipt-number';
import { formatLastDay } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import type { Order } from '../../../bff/features/gifts/contract';
import type { MallCancellationAnswer } from '../../../bff/features/mall/contract';
import { cancelExchange } from './api';
import { exchangeWords as words } from './messages';

const TOUCHED = ['orders', 'mall', 'points', 'vouchers', 'voucher', 'home', 'holdings'];

/** Asks first, because a cancelled exchange does not come back; then says what returned and until when it lives. */
export function CancelSheet({ order, onClose }: { order: Order; onClose: () => void }) {
  const control = useSubmission<{ orderId: string }, MallCancellationAnswer>({
    formKey: `mall-cancellation:${order.id}`,
    send: ({ orderId }, key) => cancelExchange(orderId, key),
    onDone: () => {
      for (const key of TOUCHED) void queryClient.invalidateQueries({ queryKey: [key] });
    },
  });
  const { submission } = control;
  const points = formatPoints(order.exchange?.pointsSpent ?? 0);
  if (submission.status === 'done') return <Cancelled answer={submission.answer} onClose={onClose} />;
  const action = submission.status !== 'unknown' && (
    <Button
      kind="danger"
      wide
      busyText={words.cancelling}
      onTap={() => control.submit({ orderId: order.id })}
    >
      {words.confirm(points)}
    </Button>
  );
  return (
    <Sheet open title={words.title} onClose={onClose} action={action}>
      <Stack gap={4}>
        <Words bold>{words.ask(order.title, points)}</Words>
        <Words tone="ink2">{words.hint}</Words>
        <SubmissionNotice control={control} />
        <Button kind="text" onTap={onClose}>
          {words.keep}
        </Button>
      </Stack>
    </Sheet>
  );
}

function Cancelled({ answer, onClose }: { answer: MallCancellationAnswer; onClose: () => void }) {
  const close = (
    <Button wide onTap={onClose}>
      {words.close}
    </Button>
  );
  return (
    <Sheet open title={words.doneTitle} onClose={onClose} action={close}>
      <Receipt
        lines={[
          { name: words.order, value: formatReceiptNumber(answer.order.id) },
          { name: words.returned, value: formatPoints(answer.pointsReturned, { signed: true }) },
          { name: words.until, value: formatLastDay(answer.returnedUntil) },
          { name: words.balance, value: formatPoints(answer.balanceAfter), total: true },
        ]}
      />
    </Sheet>
  );
}
