import { useState } from 'react';
import { usePages } from '@/api/use-pages';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { goTo } from '@/platform/routes';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { More } from '@/ui/more';
import { Page } from '@/ui/page';
import { type Order, orderList } from '../../../../../bff/features/gifts/contract';
import { readOrders } from '../../api';
import { CancelSheet } from '../../cancel-sheet';
import { messages, giftSystemWords } from '../../messages';
import { OrderCard } from '../../order-card';

const words = messages.orders;

export default function OrdersPage() {
  usePullToRefresh(['orders']);
  const [cancelling, setCancelling] = useState<Order>();
  const pages = usePages({ key: ['orders'], read: readOrders, kept: orderList });
  return (
    <Page title={words.title}>
      <Loaded read={pages.read} system={giftSystemWords.orders}>
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
            <>
              {items.map((order) => (
                <OrderCard key={order.id} order={order} onCancel={() => setCancelling(order)} />
              ))}
              <More pages={pages} />
            </>
          )
        }
      </Loaded>
      {cancelling && (
        <CancelSheet key={cancelling.id} order={cancelling} onClose={() => setCancelling(undefined)} />
      )}
    </Page>
  );
}
