import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { queryClient } from '@/api/query-client';
import { usePages } from '@/api/use-pages';
import { useSignedIn } from '@/api/session';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { More } from '@/ui/more';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Stack } from '@/ui/stack';
import { voucherList, type VoucherSummary } from '../../../../../bff/features/vouchers/contract';
import { readVouchers } from '../../api';
import { messages, voucherSystemWords } from '../../messages';
import { useCodesOnPhone } from '../../use-codes-on-phone';
import { VoucherRow } from '../../voucher-row';

const words = messages.list;
const PAGE_ITEMS = 50;
type Filter = keyof typeof words.filters;
const filters = (Object.keys(words.filters) as Filter[]).map((value) => ({
  value,
  text: words.filters[value],
}));

/** What ends first is to be used first. */
const soonestFirst = (vouchers: readonly VoucherSummary[]): VoucherSummary[] =>
  [...vouchers].sort((one, other) => Date.parse(one.validUntil) - Date.parse(other.validUntil));

export default function VoucherListPage() {
  usePullToRefresh(['vouchers']);
  const signedIn = useSignedIn();
  const [filter, setFilter] = useState<Filter>('active');
  const pages = usePages({
    key: ['vouchers', filter],
    read: (cursor, signal) => readVouchers({ state: filter, cursor, limit: PAGE_ITEMS }, signal),
    kept: voucherList,
  });
  // Coming back to it: what is old is asked for again, and without network the page says how old it is.
  useDidShow(() => {
    void queryClient.refetchQueries(
      { queryKey: ['vouchers', filter], exact: true, type: 'active', stale: true },
      { cancelRefetch: false },
    );
  });
  useCodesOnPhone(filter === 'active' ? pages.read.data?.items : undefined);
  return (
    <Page title={words.title}>
      <Choice scroll label={words.title} options={filters} value={filter} onChange={setFilter} />
      <Loaded read={pages.read} system={voucherSystemWords.name}>
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
              {(filter === 'active' ? soonestFirst(items) : items).map((voucher) => (
                <Card key={voucher.id} flush>
                  <VoucherRow voucher={voucher} />
                </Card>
              ))}
              <More pages={pages} />
            </Stack>
          )
        }
      </Loaded>
      {signedIn && !pages.read.isFirstLoad && (
        <Card flush>
          <Row icon="send" title={words.transfers} onTap={() => void goTo('transfers/list')} />
        </Card>
      )}
    </Page>
  );
}
