import { useState } from 'react';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Stack } from '@/ui/stack';
import { voucherList } from '../../../../../bff/features/vouchers/contract';
import { readVouchers } from '../../api';
import { messages, voucherSystemWords } from '../../messages';
import { VoucherRow } from '../../voucher-row';

const words = messages.list;
type Filter = keyof typeof words.filters;
const filters = (Object.keys(words.filters) as Filter[]).map((value) => ({
  value,
  text: words.filters[value],
}));

export default function VoucherListPage() {
  usePullToRefresh(['vouchers']);
  const [filter, setFilter] = useState<Filter>('active');
  const read = useRead({
    key: ['vouchers', filter],
    read: ({ signal }) => readVouchers(filter, signal),
    kept: voucherList,
  });
  return (
    <Page title={words.title}>
      <Choice label={words.title} options={filters} value={filter} onChange={setFilter} />
      <Loaded read={read} system={voucherSystemWords.name}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon="ticket"
              title={words.emptyTitle[filter]}
              action={
                filter === 'active'
                  ? { text: words.emptyAction, onTap: () => void goTo('gifts/list') }
                  : undefined
              }
            >
              {words.emptyHint}
            </Empty>
          ) : (
            <Stack>
              {items.map((voucher) => (
                <Card key={voucher.id} flush>
                  <VoucherRow voucher={voucher} />
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}
