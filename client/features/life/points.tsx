import { View } from '@tarojs/components';
import type { Read } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Figure } from '@/ui/figure';
import { formatPoints } from '@/ui/format/money';
import { Icon } from '@/ui/icon/icon';
import { Loaded } from '@/ui/loaded';
import { Skeleton } from '@/ui/skeleton';
import { Line } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { PointsBalance } from '../../../bff/features/points/contract';
import { messages, lifeSystemWords } from './messages';
import styles from './points.module.scss';

/** The balance, one tap from its entries. */
export function Points({ read }: { read: Read<PointsBalance> }) {
  return (
    <Loaded read={read} system={lifeSystemWords.points} skeleton={<Skeleton cards={1} lines={2} />}>
      {({ balance }) => (
        <Card
          label={`${messages.points} ${formatPoints(balance)}，${messages.pointsDetail}`}
          onTap={() => void goTo('points/points')}
        >
          <Line gap={3} wrap>
            <View className={styles.balance}>
              <Words size="sub" tone="ink2">
                {messages.points}
              </Words>
              <Figure>{formatPoints(balance)}</Figure>
            </View>
            <View className={styles.entries}>
              <Words size="sub" tone="brand">
                {messages.pointsDetail}
              </Words>
              <Icon name="right" size="s" />
            </View>
          </Line>
        </Card>
      )}
    </Loaded>
  );
}
