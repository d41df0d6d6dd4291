import { goTo } from '@/platform/routes';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { formatPoints } from '@/ui/format/money';
import { Notice } from '@/ui/notice';
import { Grow, Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import type { MallItem } from '../../../bff/features/mall/contract';
import { itemWords as words } from './messages';
import type { Offer } from './offer';
import { Stepper } from './stepper';
import type { ExchangeControl } from './use-exchange';

interface ExchangeBarProps {
  item: MallItem;
  offer: Offer;
  quantity: number;
  onQuantity: (quantity: number) => void;
  onAsk: () => void;
  control: ExchangeControl;
}

/** How many and for how much; while an outcome is unknown only asking again is offered. */
export function ExchangeBar({ item, offer, quantity, onQuantity, onAsk, control }: ExchangeBarProps) {
  const { status } = control.submission;
  return (
    <ActionBar>
      <Grow>
        <Stack gap={2}>
          <SubmissionNotice control={control} />
          {status !== 'unknown' && offer.kind === 'open' && (
            <>
              {offer.most > 1 && <Stepper value={quantity} most={offer.most} onChange={onQuantity} />}
              <Button wide busy={status === 'sending'} busyText={words.exchanging} onTap={onAsk}>
                {words.exchange(formatPoints(item.pricePoints * quantity))}
              </Button>
            </>
          )}
          {status !== 'unknown' && offer.kind !== 'open' && <NotNow item={item} offer={offer} />}
        </Stack>
      </Grow>
    </ActionBar>
  );
}

/** Said before a tap that could only be refused, with the way that is open instead. */
function NotNow({ item, offer }: { item: MallItem; offer: Exclude<Offer, { kind: 'open' }> }) {
  if (offer.kind === 'soldOut') return <Notice tone="grey">{words.soldOut}</Notice>;
  if (offer.kind === 'limitReached') {
    const orders = (
      <Button kind="ghost" size="small" onTap={() => goTo('gifts/orders')}>
        {words.toOrders}
      </Button>
    );
    return (
      <Notice tone="grey" action={orders}>
        {words.limitReached(item.limitPerMember ?? 0)}
      </Notice>
    );
  }
  const earn = (
    <Button kind="ghost" size="small" onTap={() => goTo('points/earn')}>
      {words.earnMore}
    </Button>
  );
  return (
    <Notice tone="grey" icon="coin" action={earn}>
      {words.notEnough(formatPoints(offer.missing))}
    </Notice>
  );
}
