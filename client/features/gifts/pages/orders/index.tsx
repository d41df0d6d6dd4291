import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { formatInstant } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { serviceLooks } from '@/ui/service';
import { Words } from '@/ui/text';
import type { VoucherSummary } from '../../../../../bff/features/vouchers/contract';
import { orderList } from '../../../../../bff/features/gifts/contract';
import { readOrders } from '../../api';
import { messages, giftSystemWords } from '../../messages';

const words = messages.orders;

/** What is left of it, or why nothing is. */
function restOf({ state, usesLeft, usesTotal }: VoucherSummary): string {
  if (state === 'expired' || state === 'revoked' || state === 'transferred') return words.states[state];
  return usesLeft === 0 ? words.usedUp : words.left(usesLeft, usesTotal);
}

export default function OrdersPage() {
  usePullToRefresh(['orders']);
  const read = useRead({ key: ['orders'], read: ({ signal }) => readOrders(signal), kept: orderList });
  return (
    <Page title={words.title}>
      <Loaded read={read} system={giftSystemWords.orders}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon="list"
              title={words.emptyTitle}
              action={{ text: words.emptyAction, onTap: () => void goTo('gifts/list') }}
            >
              {words.emptyHint}
            </Empty>
          ) : (
            items.map((order) => (
              <Section key={order.id} title={order.title}>
                <Words size="small" tone="ink3">
                  {`${words.kinds[order.kind]}，${formatInstant(order.at)}`}
                </Words>
                <Card flush>
                  <Rows>
                    {order.vouchers.map((voucher) => (
                      <Row
                        key={voucher.id}
                        icon={serviceLooks[voucher.service].icon}
                        tile="brand"
                        title={voucher.title}
                        value={restOf(voucher)}
                        onTap={() => void goTo('vouchers/detail', { id: voucher.id })}
                      />
                    ))}
                  </Rows>
                </Card>
              </Section>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}
