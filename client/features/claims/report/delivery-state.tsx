import { Text, View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { cls } from '@/ui/class-names';
import { Icon, type IconName } from '@/ui/icon/icon';
import styles from './delivery-state.module.scss';
import { deliveryWords } from './messages';

type Delivery = 'onPhone' | 'sending' | 'received';

const places: readonly { at: Delivery; icon: IconName; words: string }[] = [
  { at: 'onPhone', icon: 'cloudoff', words: deliveryWords.onPhone },
  { at: 'sending', icon: 'send', words: deliveryWords.sending },
  { at: 'received', icon: 'check', words: deliveryWords.received },
];

/** Where the report is: on this phone, on its way, or with us. Exactly one of the three holds, and it is always said. */
export function DeliveryState({ at, words }: { at: Delivery; words?: string }) {
  const reached = places.findIndex((place) => place.at === at);
  const said = words ?? places[reached]?.words ?? '';
  return (
    <View className={styles.state} {...aria({ role: 'status', label: `${deliveryWords.state}：${said}` })}>
      <View className={styles.places}>
        {places.map((place, index) => (
          <View key={place.at} className={cls(styles.place, index <= reached && styles.reached)}>
            <Icon name={index < reached ? 'check' : place.icon} size="s" />
          </View>
        ))}
      </View>
      <Text className={styles.words}>{said}</Text>
    </View>
  );
}
