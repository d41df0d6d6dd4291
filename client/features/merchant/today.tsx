import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/api/use-read';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Figure, Money } from '@/ui/figure';
import { Loaded } from '@/ui/loaded';
import { Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { Skeleton } from '@/ui/skeleton';
import { Words } from '@/ui/text';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { readSummary, readToday } from './api';
import { messages } from './messages';
import { RedemptionRow } from './redemption-row';
import styles from './today.module.scss';
import { UndoSheet } from './undo-sheet';

const words = messages.workspace;
const RENEW_EVERY_MS = 30_000;

/** Today's count and sum, and every line with its undo. */
export function Today({ storeId }: { storeId: string }) {
  const [undoing, setUndoing] = useState<Redemption>();
  const summary = useRead({
    key: ['counter', storeId, 'summary'],
    read: ({ signal }) => readSummary(storeId, signal),
    refreshEveryMs: RENEW_EVERY_MS,
  });
  const today = useRead({
    key: ['counter', storeId, 'today'],
    read: ({ signal }) => readToday(storeId, signal),
    refreshEveryMs: RENEW_EVERY_MS,
  });
  return (
    <>
      {summary.data && (
        <Card>
          <View className={styles.sums}>
            <View>
              <Words size="sub" tone="ink2">
                {words.todayCount}
              </Words>
              <Figure unit={words.countUnit}>{String(summary.data.redemptions)}</Figure>
            </View>
            <View>
              <Words size="sub" tone="ink2">
                {words.todaySum}
              </Words>
              <Money amountFen={summary.data.settlementFen} size="figure" />
            </View>
          </View>
        </Card>
      )}
      <Section title={words.recent}>
        <Loaded read={today} system="核销系统" skeleton={<Skeleton cards={1} />}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon="list" title={words.none}>
                {words.noneHint}
              </Empty>
            ) : (
              <Card flush>
                <Rows>
                  {items.map((redemption) => (
                    <RedemptionRow key={redemption.id} redemption={redemption} onUndo={setUndoing} />
                  ))}
                </Rows>
              </Card>
            )
          }
        </Loaded>
      </Section>
      {undoing && <UndoSheet redemption={undoing} onClose={() => setUndoing(undefined)} />}
    </>
  );
}
