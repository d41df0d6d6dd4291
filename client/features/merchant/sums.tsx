import { View } from '@tarojs/components';
import { usePreferences } from '@/platform/preferences';
import { Card } from '@/ui/card';
import { Figure, Money } from '@/ui/figure';
import { Words } from '@/ui/text';
import type { readSummary } from './api';
import { messages } from './messages';
import styles from './sums.module.scss';

const words = messages.workspace;

/** Keeps its place while the numbers are on their way: nothing below may move under the clerk's thumb. */
export function Sums({ summary }: { summary: Awaited<ReturnType<typeof readSummary>> | undefined }) {
  // With the phone's text this large, a sum in the largest figures would leave the card.
  const size = usePreferences(({ textScale }) => (textScale > 1.4 ? 'head' : 'figure'));
  return (
    <Card>
      <View className={styles.sums}>
        <View>
          <Words size="sub" tone="ink2">
            {words.todayCount}
          </Words>
          <Figure unit={words.countUnit} size={size}>
            {summary ? String(summary.redemptions) : words.noSum}
          </Figure>
        </View>
        <View className={styles.second}>
          <Words size="sub" tone="ink2">
            {words.todaySum}
          </Words>
          {summary ? (
            <Money amountFen={summary.settlementFen} size={size} />
          ) : (
            <Figure size={size}>{words.noSum}</Figure>
          )}
        </View>
      </View>
    </Card>
  );
}
