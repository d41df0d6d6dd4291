import { View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { Figure, Money } from '@/ui/figure';
import { Words } from '@/ui/text';
import type { readSummary } from './api';
import { messages } from './messages';
import styles from './sums.module.scss';

const words = messages.workspace;

/** Keeps its place while the numbers are on their way: nothing below may move under the clerk's thumb. */
export function Sums({ summary }: { summary: Awaited<ReturnType<typeof readSummary>> | undefined }) {
  return (
    <Card>
      <View className={styles.sums}>
        <View>
          <Words size="sub" tone="ink2">
            {words.todayCount}
          </Words>
          <Figure unit={words.countUnit}>{summary ? String(summary.redemptions) : words.noSum}</Figure>
        </View>
        <View className={styles.second}>
          <Words size="sub" tone="ink2">
            {words.todaySum}
          </Words>
          {summary ? (
            <Money amountFen={summary.settlementFen} size="figure" />
          ) : (
            <Figure>{words.noSum}</Figure>
          )}
        </View>
      </View>
    </Card>
  );
}
