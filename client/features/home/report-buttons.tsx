import { Text, View } from '@tarojs/components';
import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { goTo } from '@/platform/routes';
import { cls } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import styles from './report-buttons.module.scss';

/** The one main action of the product, and beside it help on the road: a call, because a person has to send the truck. */
export function ReportButtons() {
  return (
    <View className={styles.pair}>
      <Pressable className={styles.report} label="出险报案" onTap={() => void goTo('claims/report')}>
        <Icon name="siren" size="l" />
        <View className={styles.words}>
          <View className={styles.title}>出险报案</View>
          <View className={styles.detail}>点 5 下拿到报案号</View>
          <View className={cls(styles.detail, styles.more)}>没网也能先填</View>
        </View>
      </Pressable>
      <Pressable
        className={styles.rescue}
        label={`道路救援，打电话 ${brand.hotline}`}
        onTap={() => void callPhone(brand.hotline)}
      >
        <Icon name="phone" />
        <Text className={styles.rescueName}>道路救援</Text>
        <Text className={styles.rescueHow}>打电话叫车</Text>
      </Pressable>
    </View>
  );
}
