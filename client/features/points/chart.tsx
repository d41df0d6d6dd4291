import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '@/platform/aria';
import { useElder } from '@/platform/preferences';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { cls } from '@/ui/class-names';
import { formatPoints } from '@/ui/format/money';
import { Line, Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { PointsMonth } from '../../../bff/features/points/contract';
import styles from './chart.module.scss';
import { messages, yearWords } from './messages';
import { YearSheet } from './year-sheet';

const UP_PX = 96;
const DOWN_PX = 44;
/** Room above the tallest bar for the present month's figure. */
const TALLEST_PX = 76;

const heightOf = (points: number, most: number, px: number): string =>
  points === 0 ? '0' : `${String(Math.max(3, Math.round((points / most) * px)))}px`;

/** Points that came back were never spent; points that ran out are gone like those spent. */
const upOf = ({ earned, returned }: PointsMonth): number => earned + returned;
const downOf = ({ spent, expired }: PointsMonth): number => spent + expired;
const sumOf = (months: readonly PointsMonth[], of: (month: PointsMonth) => number): number =>
  months.reduce((sum, month) => sum + of(month), 0);

/** Earned upwards, gone downwards: never green and red, because nothing here is good or bad. The figures are one tap away. */
export function PointsChart({ months }: { months: readonly PointsMonth[] }) {
  const elder = useElder();
  const [open, setOpen] = useState(false);
  const earned = messages.earned(formatPoints(sumOf(months, upOf)));
  const spent = messages.spent(formatPoints(sumOf(months, downOf)));
  return (
    <>
      <Card>
        <Stack gap={2}>
          <Line gap={3} wrap>
            <View className={styles.name}>{messages.last12}</View>
            <Line gap={1}>
              {!elder && <View className={styles.keyUp} />}
              <Words size="small" tone="ink2">
                {earned}
              </Words>
            </Line>
            <Line gap={1}>
              {!elder && <View className={styles.keyDown} />}
              <Words size="small" tone="ink2">
                {spent}
              </Words>
            </Line>
          </Line>
          {!elder && <Bars months={months} label={`${messages.last12}，${earned}，${spent}`} />}
          <View className={styles.table}>
            <Button kind="text" size="small" icon="list" onTap={() => setOpen(true)}>
              {yearWords.open}
            </Button>
          </View>
        </Stack>
      </Card>
      <YearSheet months={months} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function Bars({ months, label }: { months: readonly PointsMonth[]; label: string }) {
  const most = Math.max(1, ...months.map((month) => Math.max(upOf(month), downOf(month))));
  const present = months.at(-1);
  return (
    <View className={styles.chart} {...aria({ role: 'img', label })}>
      {months.map((month) => (
        <View key={month.month} className={styles.month}>
          <View className={styles.upper} style={{ height: `${String(UP_PX)}px` }}>
            {month === present && upOf(month) > 0 && (
              <Text className={styles.figure}>{formatPoints(upOf(month), { signed: true })}</Text>
            )}
            <View
              className={month === present ? styles.barNow : styles.bar}
              style={{ height: heightOf(upOf(month), most, TALLEST_PX) }}
            />
          </View>
          <View className={styles.lower} style={{ height: `${String(DOWN_PX)}px` }}>
            <View className={styles.down} style={{ height: heightOf(downOf(month), most, DOWN_PX) }} />
          </View>
          <Text className={cls(styles.label, month === present && styles.now)}>
            {String(Number(month.month.slice(5)))}
          </Text>
        </View>
      ))}
    </View>
  );
}
