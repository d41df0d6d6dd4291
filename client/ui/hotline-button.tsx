import { Text, View } from '@tarojs/components';
import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { useElder } from '@/platform/preferences';
import { cls } from './class-names';
import styles from './hotline-button.module.scss';
import { Icon } from './icon/icon';
import { Pressable } from './pressable';
import { hotlineWords } from './messages';

/** One tap to a person. `wide` is the bar that elder mode keeps on every page; otherwise a pill, whose number gives way at the head of a narrow page. */
export function HotlineButton({ wide = false, named = false }: { wide?: boolean; named?: boolean }) {
  const elder = useElder();
  const call = () => void callPhone(brand.hotline);
  // Elder mode has the bar at the foot instead of a second, smaller button.
  if (!wide && elder) return null;
  if (!wide) {
    return (
      <Pressable className={styles.pill} label={hotlineWords.callNumber(brand.hotline)} onTap={call}>
        <Icon name="phone" size="xs" />
        <Text className={cls(!named && styles.number)}>{brand.hotline}</Text>
      </Pressable>
    );
  }
  return (
    <View className={styles.bar}>
      <Pressable className={styles.wide} onTap={call}>
        <Icon name="phone" />
        <Text>{hotlineWords.callWide(brand.hotline)}</Text>
      </Pressable>
    </View>
  );
}
