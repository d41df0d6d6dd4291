import { View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { formatEnd, formatInstant } from '@/ui/format/time';
import { Row, Rows } from '@/ui/row';
import { serviceLooks } from '@/ui/service';
import { Grow, Line } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import { Tile } from '@/ui/tile';
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
      <Line gap={4}>
        <Grow>
          <Words size="sub">
            <View className={styles.from}>{words.from(gift.from)}</View>
          </Words>
          <View className={styles.title}>
            <Heading>{gift.title}</Heading>
          </View>
          <Words size="sub" tone="ink2">
            {stateLine(gift)}
          </Words>
        </Grow>
        <Tile icon="gift" tone="warm" />
      </Line>
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
