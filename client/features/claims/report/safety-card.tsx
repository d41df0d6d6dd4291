import { View } from '@tarojs/components';
import { Icon } from '@/ui/icon/icon';
import { safetyWords } from './messages';
import styles from './safety-card.module.scss';

const steps = [safetyWords.callAmbulance, safetyWords.protect, safetyWords.callPolice] as const;

/** Said calmly and in full once: what to do for people, in the order in which it helps. Afterwards the headline stays. */
export function SafetyCard({ brief = false }: { brief?: boolean }) {
  return (
    <View className={styles.card}>
      <View className={styles.head}>
        <Icon name="medic" />
        <View>{safetyWords.title}</View>
      </View>
      {!brief && (
        <>
          {steps.map((step, index) => (
            <View key={step} className={styles.step}>
              <View className={styles.number}>{index + 1}</View>
              <View className={styles.words}>{step}</View>
            </View>
          ))}
          <View className={styles.calm}>{safetyWords.lead}</View>
        </>
      )}
    </View>
  );
}
