import { Button } from '@/ui/button';
import { formatMoney } from '@/ui/format/money';
import type { SettlementSummary } from '../../../bff/features/merchant/contract';
import { confirmWords as words } from './settlement-messages';

interface SettlementActionProps {
  settlement: Pick<SettlementSummary, 'state' | 'totalFen' | 'invoiceNo'>;
  onConfirm: () => void;
  onInvoice: () => void;
}

/** What the owner does next; how much stands in the button. A number that is there already is only put right. */
export function SettlementAction({ settlement, onConfirm, onInvoice }: SettlementActionProps) {
  const { state, totalFen, invoiceNo } = settlement;
  if (state === 'closed') {
    return (
      <Button wide onTap={onConfirm}>
        {words.button(formatMoney(totalFen))}
      </Button>
    );
  }
  return (
    <Button wide kind={invoiceNo === null ? 'primary' : 'ghost'} onTap={onInvoice}>
      {invoiceNo === null ? words.giveInvoice : words.changeInvoice}
    </Button>
  );
}
