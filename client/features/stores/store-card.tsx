import { View } from '@tarojs/components';
import { callPhone } from '@/platform/phone-call';
import { showRoute } from '@/platform/place';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatDistance } from '@/ui/format/distance';
import { serviceLooks } from '@/ui/service';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import type { Store } from '../../../bff/features/stores/contract';
import { messages, storeCardWords } from './messages';
import styles from './store-card.module.scss';

/** One shop: how far, when it is open, what it does, and the two ways to reach it. */
export function StoreCard({ store }: { store: Store }) {
  return (
    <Card>
      <Stack gap={2}>
        <Line gap={3} wrap>
          <View className={styles.name}>
            <Words bold>{store.name}</Words>
          </View>
          <Tag tone={store.openNow ? 'ok' : 'grey'}>{store.openNow ? messages.open : messages.closed}</Tag>
        </Line>
        <Words size="sub" tone="ink2">
          {store.distanceMetres === null
            ? store.address
            : `${formatDistance(store.distanceMetres)}，${store.address}`}
        </Words>
        <Words size="small" tone="ink3">
          {messages.hours(store.openingHours)}
        </Words>
        {store.today && (
          <Words size="small" tone="due" bold>
            {store.today}
          </Words>
        )}
        <Words size="small" tone="ink3">
          {store.services.map((kind) => serviceLooks[kind].name).join('、')}
        </Words>
        <Line gap={3} wrap>
          <Button
            kind="ghost"
            size="small"
            icon="phone"
            label={storeCardWords.call(store.name)}
            onTap={() => callPhone(store.phone)}
          >
            {messages.call}
          </Button>
          <Button
            kind="ghost"
            size="small"
            icon="nav"
            label={storeCardWords.navigate(store.name)}
            onTap={() => showRoute(store)}
          >
            {messages.navigate}
          </Button>
        </Line>
      </Stack>
    </Card>
  );
}
