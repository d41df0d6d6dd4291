import { View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { Card } from './card';
import { loadingWords } from './messages';
import styles from './skeleton.module.scss';

/** The shape of what is coming, on first load only. */
export function Skeleton({ cards = 2, lines = 3 }: { cards?: number; lines?: number }) {
  return (
    <View className={styles.skeleton} {...aria({ role: 'status', label: loadingWords.loading, busy: true })}>
      {Array.from({ length: cards }, (_, card) => (
        <Card key={card}>
          {Array.from({ length: lines }, (_unused, line) => (
            <View key={line} className={line === 0 ? styles.head : styles.line} />
          ))}
        </Card>
      ))}
    </View>
  );
}
