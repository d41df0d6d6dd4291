import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { formatMoney } from '@/ui/format/money';
import { Notice } from '@/ui/notice';
import { Receipt } from '@/ui/receipt';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { fenOfTyped } from './amount';
import { messages } from './messages';
import type { QuoteState } from './use-quote';

const words = messages.sale;

interface SaleProps {
  typed: string;
  onType: (typed: string) => void;
  quote: QuoteState;
}

/** The price at the pump, and what the guest pays of it: shown to both before anything is confirmed. */
export function Sale({ typed, onType, quote }: SaleProps) {
  const isBad = typed !== '' && fenOfTyped(typed) === undefined;
  return (
    <Stack gap={3}>
      <Field
        label={words.amount}
        hint={words.amountHint}
        error={isBad ? words.amountBad : undefined}
        keyboard="digit"
        value={typed}
        onChange={onType}
        maxLength={9}
      />
      <Quoted quote={quote} />
    </Stack>
  );
}

function Quoted({ quote }: { quote: QuoteState }) {
  switch (quote.kind) {
    case 'none':
      return null;
    case 'asking':
      return (
        <Words size="sub" tone="ink2">
          {words.reckoning}
        </Words>
      );
    case 'trouble':
      return (
        <Notice
          tone="due"
          icon="cloudoff"
          action={
            <Button kind="ghost" size="small" busyText={words.reckoning} onTap={quote.askAgain}>
              {words.reckonAgain}
            </Button>
          }
        >
          {quote.text}
        </Notice>
      );
    case 'known': {
      const { saleAmountFen, discountFen, customerPaysFen, limitedBy } = quote.quote;
      return (
        <Receipt
          lines={[
            { name: words.price, value: formatMoney(saleAmountFen) },
            { name: words.limitedBy[limitedBy], value: formatMoney(-discountFen) },
            { name: words.pays, value: formatMoney(customerPaysFen), total: true },
          ]}
        />
      );
    }
  }
}
