import { Text, View } from '@tarojs/components';
import { cls } from '@/ui/class-names';
import { formatClock, formatDay, formatInstant } from '@/ui/format/time';
import { Icon } from '@/ui/icon/icon';
import { timeWords } from '@/ui/messages';
import { Pressable } from '@/ui/pressable';
import styles from './report-progress.module.scss';
import type { Report } from './use-report';
import { progressWords } from './messages';

const whenSaved = (at: string): string =>
  formatDay(at) === timeWords.today ? formatClock(at) : formatInstant(at);

/** How far along, that nothing typed is lost, and one step back. */
export function ReportProgress({ report: { steps, stepNumber, draft, back } }: { report: Report }) {
  return (
    <View>
      <View className={styles.bars}>
        {steps.map((step, index) => (
          <View key={step} className={cls(styles.bar, index < stepNumber && styles.done)} />
        ))}
      </View>
      <View className={styles.line}>
        <View className={styles.count}>{progressWords.step(stepNumber, steps.length)}</View>
        {draft.injured !== undefined && (
          <View className={styles.saved}>
            <Icon name="cloudok" size="s" />
            <Text>{progressWords.savedAt(whenSaved(draft.savedAt))}</Text>
          </View>
        )}
      </View>
      {back && (
        <Pressable className={styles.back} onTap={back}>
          <Icon name="left" size="s" />
          <Text>{progressWords.back}</Text>
        </Pressable>
      )}
    </View>
  );
}
