import { View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { Card } from '@/ui/card';
import { formatEnd, formatInstant } from '@/ui/format/time';
import { Icon } from '@/ui/icon/icon';
import { Row, Rows } from '@/ui/row';
import { serviceLooks } from '@/ui/service';
import { Words } from '@/ui/text';
import type { GiftDetail } from '../../../bff/features/gifts/contract';
import { messages } from './messages';
import styles from './gift-head.module.scss';

const words = messages.detail;

function stateLine({ state, claimedAt, expiresAt }: GiftDetail): string {
  if (state === 'claimed' && claimedAt) return words.claimedAt(formatInstant(claimedAt));
  return state === 'offered' ? words.until(formatEnd(expiresAt)) : messages.list.states[state];
}

/** Who gives what, until when, and what is in it. */
export function GiftHead({ gift }: { gift: GiftDetail }) {
  return (
    <>
      <View className={styles.head}>
        <View className={styles.words}>
          <View className={styles.from}>{words.from(gift.from)}</View>
          <View className={styles.title} {...aria({ role: 'heading', level: 2 })}>
            {gift.title}
          </View>
          <Words size="sub" tone="ink2">
            {stateLine(gift)}
          </Words>
        </View>
        <View className={styles.drawing}>
          <Icon name="gift" className={styles.gift} />
        </View>
      </View>
      <Card flush>
        <Rows>
          {gift.contents.map((content) => (
            <Row
              key={`${content.service}-${content.title}`}
              icon={serviceLooks[content.service].icon}
              tile="brand"
              title={content.title}
              detail={content.description}
              value={words.times(content.quantity)}
            />
          ))}
        </Rows>
      </Card>
    </>
  );
}
