import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePages } from '@/api/use-pages';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Empty } from '@/ui/empty';
import { Figure } from '@/ui/figure';
import { formatPoints } from '@/ui/format/money';
import { Icon } from '@/ui/icon/icon';
import { Loaded } from '@/ui/loaded';
import { More } from '@/ui/more';
import { Page } from '@/ui/page';
import { serviceLooks } from '@/ui/service';
import { Words } from '@/ui/text';
import { type MallItem, mallItemList, type MallItemList } from '../../../../../bff/features/mall/contract';
import type { ServiceKind } from '../../../../../bff/features/vouchers/contract';
import { readItems } from '../../api';
import { ItemCard } from '../../item-card';
import { mallSystemWords, messages } from '../../messages';
import styles from './index.module.scss';

const ALL = 'all';
type Filter = ServiceKind | typeof ALL;
const PAGE_ITEMS = 30;

const filters: { value: Filter; text: string }[] = [
  { value: ALL, text: messages.all },
  ...(Object.keys(serviceLooks) as ServiceKind[]).map((value) => ({ value, text: serviceLooks[value].name })),
];

export default function MallPage() {
  usePullToRefresh(['mall']);
  const [filter, setFilter] = useState<Filter>(ALL);
  const service = filter === ALL ? undefined : filter;
  const pages = usePages<MallItem, MallItemList>({
    key: ['mall', 'items', filter],
    read: (cursor, signal) => readItems({ service, cursor, limit: PAGE_ITEMS }, signal),
    kept: mallItemList,
  });
  return (
    <Page title={messages.title}>
      <Loaded read={pages.read} system={mallSystemWords.name}>
        {({ items, balance }) => (
          <>
            <Balance points={balance} />
            <Choice scroll label={messages.filter} options={filters} value={filter} onChange={setFilter} />
            {items.length === 0 && (
              <NothingHere filtered={service !== undefined} showAll={() => setFilter(ALL)} />
            )}
            {items.map((item) => (
              <ItemCard key={item.id} item={item} balance={balance} />
            ))}
            <More pages={pages} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Balance({ points }: { points: number }) {
  return (
    <Card
      label={`${messages.balance} ${formatPoints(points)}，${messages.entries}`}
      onTap={() => void goTo('points/points')}
    >
      <View className={styles.balance}>
        <Words size="sub" tone="ink2">
          {messages.balance}
        </Words>
        <View className={styles.way}>
          <Figure size="head">{formatPoints(points)}</Figure>
          <Icon name="right" size="s" />
        </View>
      </View>
    </Card>
  );
}

function NothingHere({ filtered, showAll }: { filtered: boolean; showAll: () => void }) {
  const action = filtered
    ? { text: messages.emptyAllAction, onTap: showAll }
    : { text: messages.emptyAction, onTap: () => void goTo('points/points') };
  return (
    <Empty icon="gift" title={messages.emptyTitle} action={action}>
      {messages.emptyHint}
    </Empty>
  );
}
