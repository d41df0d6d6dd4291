import { View } from '@tarojs/components';
import { useState } from 'react';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Figure } from '@/ui/figure';
import { formatPoints } from '@/ui/format/money';
import { daysLeft, formatLastDay } from '@/ui/format/time';
import { Icon } from '@/ui/icon/icon';
import { Notice } from '@/ui/notice';
import { Pressable } from '@/ui/pressable';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { PointsBalance } from '../../../bff/features/points/contract';
import styles from './balance-card.module.scss';
import { messages } from './messages';
import { SignIn } from './sign-in';

/** Amber is for what runs out soon; next year's points are only a fact. */
const SOON_DAYS = 60;

/** What is there, what of it runs out when, and the two ways to more. */
export function BalanceCard({ points }: { points: PointsBalance }) {
  return (
    <Card>
      <Stack gap={3}>
        <View className={styles.head}>
          <View>
            <Words size="sub" tone="ink2">
              {messages.available}
            </Words>
            <Figure>{formatPoints(points.balance)}</Figure>
          </View>
          <Pressable role="link" className={styles.earn} onTap={() => void goTo('points/earn')}>
            <Words size="sub" tone="brand">
              {messages.earnMore}
            </Words>
            <Icon name="right" size="s" />
          </Pressable>
        </View>
        <Expiring expiring={points.expiring} />
        <SignIn signIn={points.signIn} />
      </Stack>
    </Card>
  );
}

function Expiring({ expiring }: Pick<PointsBalance, 'expiring'>) {
  const [all, setAll] = useState(false);
  const shown = all ? expiring : expiring.slice(0, 1);
  return (
    <Stack gap={2}>
      {shown.map(({ points, at }) => (
        <Notice key={at} tone={daysLeft(at) <= SOON_DAYS ? 'due' : 'grey'} icon="clock">
          {messages.expiring(formatPoints(points), formatLastDay(at), Math.max(0, daysLeft(at)))}
        </Notice>
      ))}
      {expiring.length > 1 && (
        <View className={styles.more}>
          <Button kind="text" size="small" onTap={() => setAll(!all)}>
            {all ? messages.lessExpiring : messages.moreExpiring(expiring.length - 1)}
          </Button>
        </View>
      )}
    </Stack>
  );
}
