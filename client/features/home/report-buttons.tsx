import { Text, View } from '@tarojs/components';
import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { goTo } from '@/platform/routes';
import { cls } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { reportButtonWords } from './messages';
import styles from './report-buttons.module.scss';

/** The one main action of the product, and beside it help on the road: a call, because a person has to send the truck. */
export function ReportButtons() {
  return (
    <View className={styles.pair}>
      <Pressable className={styles.report} onTap={() => void goTo('claims/report')}>
        <Icon name="siren" size="l" />
        <View className={styles.words}>
          <View className={styles.title}>{reportButtonWords.report}</View>
          <View className={styles.detail}>{reportButtonWords.fiveTaps}</View>
          <View className={cls(styles.detail, styles.more)}>{reportButtonWords.offline}</View>
        </View>
      </Pressable>
      <Pressable className={styles.rescue} onTap={() => void callPhone(brand.hotline)}>
        <Icon name="phone" />
        <Text className={styles.rescueName}>{reportButtonWords.roadside}</Text>
        <Text className={styles.rescueHow}>{reportButtonWords.roadsideDetail}</Text>
      </Pressable>
    </View>
  );
}
