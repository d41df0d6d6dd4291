import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { switchTab } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Figure } from '@/ui/figure';
import { formatPoints } from '@/ui/format/money';
import { daysLeft, formatInstant, formatLastDay } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { Skeleton } from '@/ui/skeleton';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { PointsChart } from '../../chart';
import { messages, pointsSystemWords } from '../../messages';
import { lastTwelveMonths } from '../../months';
import styles from './index.module.scss';
import { View } from '@tarojs/components';
import { usePoints } from '../../use-points';

/** Amber is for what runs out soon; next year's points are only a fact. */
const SOON_DAYS = 60;

export default function PointsPage() {
  usePullToRefresh(['points']);
  const { balance, entries } = usePoints();
  // One reason is said once, not for each part of the page.
  const isSaid = balance.failure !== undefined && balance.failure.kind === entries.failure?.kind;
  const isEmpty = balance.data === undefined && entries.data === undefined;
  return (
    <Page title={messages.title}>
      <Loaded read={balance} system={pointsSystemWords.name} skeleton={<Skeleton cards={1} />}>
        {(points) => (
          <Card>
            <Stack gap={2}>
              <Words size="sub" tone="ink2">
                {messages.available}
              </Words>
              <Figure>{formatPoints(points.balance)}</Figure>
              {points.expiring.slice(0, 1).map(({ points: amount, at }) => (
                <Notice key={at} tone={daysLeft(at) <= SOON_DAYS ? 'due' : 'grey'} icon="clock">
                  {messages.expiring(formatPoints(amount), formatLastDay(at), Math.max(0, daysLeft(at)))}
                </Notice>
              ))}
            </Stack>
          </Card>
        )}
      </Loaded>
      {!(isSaid && isEmpty) && (
        <Loaded read={entries} system={pointsSystemWords.name}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty
                icon="coin"
                title={messages.emptyTitle}
                action={{ text: messages.emptyAction, onTap: () => void switchTab('life') }}
              >
                {messages.emptyHint}
              </Empty>
            ) : (
              <>
                <PointsChart months={lastTwelveMonths(items, Date.now())} />
                <Section title={messages.entries}>
                  <Card flush>
                    <Rows>
                      {items.map((entry) => (
                        <Row
                          key={entry.id}
                          title={entry.reason}
                          detail={formatInstant(entry.at)}
                          value={
                            <View className={styles.amounts}>
                              <View className={styles.points}>
                                {formatPoints(entry.points, { signed: true })}
                              </View>
                              <View className={styles.after}>
                                {messages.after(formatPoints(entry.balanceAfter))}
                              </View>
                            </View>
                          }
                        />
                      ))}
                    </Rows>
                  </Card>
                </Section>
              </>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}
