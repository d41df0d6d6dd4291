import { View } from '@tarojs/components';
import { Icon } from '@/ui/icon/icon';
import styles from './safety-card.module.scss';

const steps = [
  '先打 120，说清地点和几个人受伤',
  '开双闪，在车后放三角牌，人站到路外',
  '再打 122，不要移动伤者和车辆',
] as const;

/** Said calmly and in full once: what to do for people, in the order in which it helps. Afterwards the headline stays. */
export function SafetyCard({ brief = false }: { brief?: boolean }) {
  return (
    <View className={styles.card}>
      <View className={styles.head}>
        <Icon name="medic" />
        <View>先顾人，报案不着急</View>
      </View>
      {!brief && (
        <>
          {steps.map((step, index) => (
            <View key={step} className={styles.step}>
              <View className={styles.number}>{index + 1}</View>
              <View className={styles.words}>{step}</View>
            </View>
          ))}
          <View className={styles.calm}>填到哪里都会存着，安顿好了再接着来。</View>
        </>
      )}
    </View>
  );
}
