import { Text, View } from '@tarojs/components';
import { goTo, type RouteName } from '@/platform/routes';
import { Card } from '@/ui/card';
import { formatPoints } from '@/ui/format/money';
import { Pressable } from '@/ui/pressable';
import type { Holdings } from './api';
import { holdingsWords } from './messages';
import styles from './holdings-card.module.scss';

const parts: readonly { key: keyof Holdings; name: string; route: RouteName }[] = [
  { key: 'cars', name: holdingsWords.cars, route: 'vehicles/list' },
  { key: 'vouchers', name: holdingsWords.vouchers, route: 'vouchers/list' },
  { key: 'points', name: holdingsWords.points, route: 'points/points' },
];

/** Three figures, each the way to its page; a dash where the number is not known. */
export function HoldingsCard({ holdings }: { holdings: Holdings | undefined }) {
  return (
    <Card flush>
      <View className={styles.figures}>
        {parts.map(({ key, name, route }) => {
          const value = holdings?.[key];
          const figure = value === undefined || value === null ? '–' : formatPoints(value);
          return (
            <Pressable key={key} className={styles.part} onTap={() => void goTo(route)}>
              <Text className={styles.figure}>{figure}</Text>
              <Text className={styles.name}>{name}</Text>
            </Pressable>
          );
        })}
      </View>
    </Card>
  );
}
