import { View } from '@tarojs/components';
import { displayPlate } from '../../../bff/identifiers';
import { messages } from './messages';
import styles from './plate-check.module.scss';

const words = messages.confirm;

/** The one car the voucher is for, as large as the plate on the car it is compared with. */
export function PlateCheck({ plate }: { plate: string }) {
  return (
    <View className={styles.check}>
      <View className={styles.name}>{words.plate}</View>
      <View className={styles.plate}>{displayPlate(plate)}</View>
      <View className={styles.name}>{words.plateHint}</View>
    </View>
  );
}
