import { Text, View } from '@tarojs/components';
import { cls } from '@/ui/class-names';
import { formatInstant } from '@/ui/format/time';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import styles from './report-progress.module.scss';
import type { Report } from './use-report';

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
        <View className={styles.count}>
          第 {stepNumber} 步，共 {steps.length} 步
        </View>
        {draft.injured !== undefined && (
          <View className={styles.saved}>
            <Icon name="cloudok" size="s" />
            <Text>草稿已存 {formatInstant(draft.savedAt).replace('今天 ', '')}</Text>
          </View>
        )}
      </View>
      {back && (
        <Pressable className={styles.back} onTap={back}>
          <Icon name="left" size="s" />
          <Text>上一步</Text>
        </Pressable>
      )}
    </View>
  );
}
