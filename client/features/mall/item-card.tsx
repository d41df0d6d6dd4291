import { View } from '@tarojs/components';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Figure } from '@/ui/figure';
import { formatPoints } from '@/ui/format/money';
import { serviceLooks } from '@/ui/service';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import { Tile } from '@/ui/tile';
import type { MallItem } from '../../../bff/features/mall/contract';
import styles from './item-card.module.scss';
import { messages } from './messages';
import { offerOf } from './offer';

const FEW = 10;

/** Why it cannot be had now, else how many there are. */
function Availability({ item, balance }: { item: MallItem; balance: number }) {
  const offer = offerOf(item, balance);
  if (offer.kind === 'soldOut') return <Tag>{messages.why.soldOut}</Tag>;
  if (offer.kind === 'limitReached') return <Tag>{messages.why.limitReached}</Tag>;
  if (offer.kind === 'notEnough') return <Tag>{messages.why.notEnough(formatPoints(offer.missing))}</Tag>;
  return item.stock <= FEW ? <Tag tone="due">{messages.fewLeft(item.stock)}</Tag> : null;
}

/** One thing points can become: what, for how many, and whether there is one for this person. */
export function ItemCard({ item, balance }: { item: MallItem; balance: number }) {
  const open = offerOf(item, balance).kind === 'open';
  const facts = [
    ...(item.stock > FEW ? [messages.stock(item.stock)] : []),
    ...(item.limitPerMember === null ? [] : [messages.limit(item.limitPerMember)]),
  ];
  return (
    <Card onTap={() => void goTo('mall/item', { id: item.id })}>
      <View className={styles.item}>
        <Tile icon={serviceLooks[item.service].icon} tone={open ? 'brand' : 'grey'} />
        <View className={styles.body}>
          <Words bold>{item.title}</Words>
          <Words size="sub" tone="ink2">
            {item.description}
          </Words>
          {facts.length > 0 && (
            <Words size="small" tone="ink3">
              {facts.join(' · ')}
            </Words>
          )}
          <View className={styles.foot}>
            <Figure size="head" tone="brand">
              {messages.price(formatPoints(item.pricePoints))}
            </Figure>
            <Availability item={item} balance={balance} />
          </View>
        </View>
      </View>
    </Card>
  );
}
