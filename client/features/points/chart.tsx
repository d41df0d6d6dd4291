import { Text, View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { useElder } from '@/platform/preferences';
import { Card } from '@/ui/card';
import { cls } from '@/ui/class-names';
import { formatPoints } from '@/ui/format/money';
import { Line } from '@/ui/stack';
import { Words } from '@/ui/text';
import styles from './chart.module.scss';
import { messages } from './messages';
import type { Month } from './months';

const UP_PX = 96;
const DOWN_PX = 44;
/** Room above the tallest bar for the present month's figure. */
const TALLEST_PX = 76;

const heightOf = (points: number, most: number, px: number): string =>
  points === 0 ? '0' : `${String(Math.max(3, Math.round((points / most) * px)))}px`;

/** Earned upwards, spent downwards: never green and red, because nothing here is good or bad. */
export function PointsChart({ months }: { months: Month[] }) {
  const elder = useElder();
  const most = Math.max(1, ...months.map((month) => Math.max(month.earned, month.spent)));
  const earned = months.reduce((sum, month) => sum + month.earned, 0);
  const spent = months.reduce((sum, month) => sum + month.spent, 0);
  const words = `${messages.last12}，${messages.earned(formatPoints(earned))}，${messages.spent(formatPoints(spent))}`;
  if (elder) return <Sums earned={earned} spent={spent} />;
  const present = months.at(-1);
  return (
    <Card>
      <Line gap={3} wrap>
        <View className={styles.name}>{messages.last12}</View>
        <Line gap={1}>
          <View className={styles.keyUp} />
          <Words size="small" tone="ink2">
            {messages.earned(formatPoints(earned))}
          </Words>
        </Line>
        <Line gap={1}>
          <View className={styles.keyDown} />
          <Words size="small" tone="ink2">
            {messages.spent(formatPoints(spent))}
          </Words>
        </Line>
      </Line>
      <View className={styles.chart} {...aria({ role: 'img', label: words })}>
        {months.map((month) => (
          <View key={month.key} className={styles.month}>
            <View className={styles.upper} style={{ height: `${String(UP_PX)}px` }}>
              {month === present && month.earned > 0 && (
                <Text className={styles.figure}>{formatPoints(month.earned, { signed: true })}</Text>
              )}
              <View
                className={month === present ? styles.barNow : styles.bar}
                style={{ height: heightOf(month.earned, most, TALLEST_PX) }}
              />
            </View>
            <View className={styles.lower} style={{ height: `${String(DOWN_PX)}px` }}>
              <View className={styles.down} style={{ height: heightOf(month.spent, most, DOWN_PX) }} />
            </View>
            <Text className={cls(styles.label, month === present && styles.now)}>{String(month.month)}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}

/** Fewer things: the two sums without the months. */
function Sums({ earned, spent }: { earned: number; spent: number }) {
  return (
    <Card>
      <Words bold>{messages.last12}</Words>
      <Words tone="ink2">{messages.earned(formatPoints(earned))}</Words>
      <Words tone="ink2">{messages.spent(formatPoints(spent))}</Words>
    </Card>
  );
}
