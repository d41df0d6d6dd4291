import { Button } from '@/ui/button';
import { formatPoints } from '@/ui/format/money';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { MallItem } from '../../../bff/features/mall/contract';
import { confirmWords as words, itemWords, messages } from './messages';

interface ConfirmSheetProps {
  open: boolean;
  item: MallItem;
  quantity: number;
  balance: number;
  onClose: () => void;
  onConfirm: () => Promise<unknown>;
}

/** Names the thing and its price before anything is spent. */
export function ConfirmSheet({ open, item, quantity, balance, onClose, onConfirm }: ConfirmSheetProps) {
  const total = item.pricePoints * quantity;
  const action = (
    <Button wide busyText={itemWords.exchanging} onTap={onConfirm}>
      {words.confirm(formatPoints(total))}
    </Button>
  );
  return (
    <Sheet open={open} title={words.title} onClose={onClose} action={action}>
      <Stack gap={3}>
        <Words bold>{words.ask(item.title, formatPoints(total))}</Words>
        <Receipt
          lines={[
            { name: words.item, value: item.title },
            { name: words.quantity, value: itemWords.pieces(quantity) },
            { name: words.each, value: messages.price(formatPoints(item.pricePoints)) },
            { name: words.total, value: messages.price(formatPoints(total)), total: true },
            { name: words.after, value: messages.price(formatPoints(balance - total)) },
          ]}
        />
        <Words size="small" tone="ink3">
          {itemWords.cancelHint}
        </Words>
      </Stack>
    </Sheet>
  );
}
