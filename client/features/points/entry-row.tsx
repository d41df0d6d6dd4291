import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatPoints } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Row } from '@/ui/row';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { PointsEntry } from '../../../bff/features/points/contract';
import styles from './entry-row.module.scss';
import { entryWords, messages } from './messages';

/** One change of the balance; a tap says why, in the words of the rule as it read then. */
export function EntryRow({ entry }: { entry: PointsEntry }) {
  const [open, setOpen] = useState(false);
  const points = formatPoints(entry.points, { signed: true });
  return (
    <>
      <Row
        title={entry.reason}
        detail={formatInstant(entry.at)}
        onTap={() => setOpen(true)}
        value={
          <View className={styles.amounts}>
            <View className={entry.points > 0 ? styles.gained : styles.points}>{points}</View>
            <View className={styles.after}>{messages.after(formatPoints(entry.balanceAfter))}</View>
          </View>
        }
      />
      <Sheet open={open} title={entryWords.title} onClose={() => setOpen(false)}>
        <Stack gap={4}>
          <Words bold>{entry.reason}</Words>
          <Receipt
            lines={[
              { name: entryWords.when, value: formatInstant(entry.at) },
              { name: entryWords.points, value: points },
              { name: entryWords.after, value: formatPoints(entry.balanceAfter) },
              ...(entry.rule ? [{ name: entryWords.rule, value: entry.rule.title }] : []),
            ]}
          />
          <Words tone="ink2">{entry.rule?.explanation ?? entryWords.kinds[entry.kind]}</Words>
        </Stack>
      </Sheet>
    </>
  );
}
