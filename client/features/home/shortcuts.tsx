import { Text, View } from '@tarojs/components';
import { goTo, type RouteName } from '@/platform/routes';
import { Icon, type IconName } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { awayWords, shortcutWords } from './messages';
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
      ? shortcutWords.usable(vouchers.value.active)
      : shortcutWords.show;
  const shortcuts: readonly Shortcut[] = [
    {
      icon: 'light',
      name: shortcutWords.violations,
      detail: shortcutWords.violationsDetail,
      route: 'vehicles/violations',
    },
    { icon: 'ticket', name: shortcutWords.vouchers, detail: usable, route: 'vouchers/list' },
    { icon: 'pin', name: shortcutWords.stores, detail: shortcutWords.storesDetail, route: 'stores/list' },
  ];
  return (
    <View className={styles.shortcuts}>
      {shortcuts.map(({ icon, name, detail, route }) => (
        <Pressable key={name} className={styles.shortcut} onTap={() => void goTo(route)}>
          <Icon name={icon} className={styles.sign} />
          <Text className={styles.name}>{name}</Text>
          <Text className={styles.detail}>{detail}</Text>
        </Pressable>
      ))}
    </View>
  );
}
