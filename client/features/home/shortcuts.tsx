import { Text, View } from '@tarojs/components';
import { goTo, type RouteName } from '@/platform/routes';
import { Icon, type IconName } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { awayWords } from './messages';
import type { ShownPart } from './parts';
import styles from './shortcuts.module.scss';

interface Shortcut {
  icon: IconName;
  name: string;
  detail: string;
  route: RouteName;
}

/** Three ways that people take most. */
export function Shortcuts({ vouchers }: { vouchers: ShownPart<{ active: number }> }) {
  const usable = vouchers.unavailable
    ? awayWords.vouchers
    : vouchers.value
      ? `${vouchers.value.active} 张可用`
      : '到店出示';
  const shortcuts: readonly Shortcut[] = [
    { icon: 'light', name: '违章', detail: '查一查', route: 'vehicles/violations' },
    { icon: 'ticket', name: '我的券', detail: usable, route: 'vouchers/list' },
    { icon: 'pin', name: '附近门店', detail: '按远近找', route: 'stores/list' },
  ];
  return (
    <View className={styles.shortcuts}>
      {shortcuts.map(({ icon, name, detail, route }) => (
        <Pressable key={name} className={styles.shortcut} label={name} onTap={() => void goTo(route)}>
          <Icon name={icon} className={styles.sign} />
          <Text className={styles.name}>{name}</Text>
          <Text className={styles.detail}>{detail}</Text>
        </Pressable>
      ))}
    </View>
  );
}
