import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { redirectTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Figure } from '@/ui/figure';
import { formatPoints } from '@/ui/format/money';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { serviceLooks } from '@/ui/service';
import { Heading, Words } from '@/ui/text';
import { Tile } from '@/ui/tile';
import type { MallItem } from '../../../../../bff/features/mall/contract';
import { ConfirmSheet } from '../../confirm-sheet';
import { ExchangeBar } from '../../exchange-bar';
import { ItemFacts } from '../../item-facts';
import { itemWords as words, mallSystemWords } from '../../messages';
import { offerOf } from '../../offer';
import { OrderReceipt } from '../../order-receipt';
import { useExchange } from '../../use-exchange';
import { useItem } from '../../use-item';
import styles from './index.module.scss';

export default function MallItemPage() {
  const { id = '' } = useRouter().params;
  usePullToRefresh(['mall']);
  const { read, gone, item, balance } = useItem(id);
  const control = useExchange(id);
  const [wanted, setWanted] = useState(1);
  const [asking, setAsking] = useState(false);
  const { submission } = control;
  const done = submission.status === 'done' ? submission.answer : undefined;
  const offer = item && offerOf(item, balance);
  const quantity = offer?.kind === 'open' ? Math.min(wanted, offer.most) : 1;
  const bar = item && offer && !done && (
    <ExchangeBar
      item={item}
      offer={offer}
      quantity={quantity}
      onQuantity={setWanted}
      onAsk={() => setAsking(true)}
      control={control}
    />
  );
  return (
    <Page title={words.title} ground="hero" action={bar}>
      {done && <OrderReceipt answer={done} />}
      {gone ? (
        !done && <Gone />
      ) : (
        <Loaded read={read} system={mallSystemWords.name}>
          {(shown) => (
            <>
              <Head item={shown.item} balance={balance} />
              <ItemFacts item={shown.item} />
            </>
          )}
        </Loaded>
      )}
      {item && (
        <ConfirmSheet
          open={asking}
          item={item}
          quantity={quantity}
          balance={balance}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await control.exchange(quantity, item.pricePoints);
            setAsking(false);
          }}
        />
      )}
    </Page>
  );
}

function Gone() {
  return (
    <Empty
      icon="gift"
      title={words.goneTitle}
      action={{ text: words.goneAction, onTap: () => void redirectTo('mall/list') }}
    >
      {words.goneHint}
    </Empty>
  );
}

function Head({ item, balance }: { item: MallItem; balance: number }) {
  return (
    <Card>
      <View className={styles.head}>
        <Tile icon={serviceLooks[item.service].icon} />
        <View className={styles.words}>
          <Heading>{item.title}</Heading>
          <Words size="sub" tone="ink2">
            {item.description}
          </Words>
        </View>
      </View>
      <View className={styles.price}>
        <View className={styles.figure}>
          <Figure tone="brand">{formatPoints(item.pricePoints)}</Figure>
          <Words tone="brand" bold>
            {words.unit}
          </Words>
        </View>
        <Words size="sub" tone="ink2">
          {words.balanceNow(formatPoints(balance))}
        </Words>
      </View>
    </Card>
  );
}
