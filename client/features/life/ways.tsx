import { View } from '@tarojs/components';
import { goTo, type RouteName } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Icon, type IconName } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { messages } from './messages';
import styles from './ways.module.scss';

const ways: { icon: IconName; text: string; route: RouteName }[] = [
  { icon: 'coin', text: messages.mall, route: 'mall/list' },
  { icon: 'send', text: messages.give, route: 'transfers/list' },
  { icon: 'list', text: messages.orders, route: 'gifts/orders' },
];

/** What can be done with points and vouchers, beside showing one. */
export function Ways() {
  return (
    <Card flush>
      <View className={styles.ways}>
        {ways.map(({ icon, text, route }) => (
          <Pressable key={route} className={styles.way} onTap={() => void goTo(route)}>
            <Icon name={icon} className={styles.icon} />
            <View>{text}</View>
          </Pressable>
        ))}
      </View>
    </Card>
  );
}
