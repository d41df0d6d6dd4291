import { Text, View } from '@tarojs/components';
import { callPhone } from '@/platform/phone-call';
import { Icon } from './icon/icon';
import styles from './person.module.scss';
import { Pressable } from './pressable';
import { personWords } from './messages';

interface PersonProps {
  name: string;
  role?: string;
  /** What this person answers for: `这一步由他负责`. */
  note?: string;
  /** Shows a call button. */
  phone?: string;
}

/** A named owner with a way to reach them. */
export function Person({ name, role, note, phone }: PersonProps) {
  return (
    <View className={styles.person}>
      <View className={styles.avatar}>{name.slice(0, 1)}</View>
      <View className={styles.words}>
        <View className={styles.name}>{role ? `${name} · ${role}` : name}</View>
        {note && <Text className={styles.note}>{note}</Text>}
      </View>
      {phone && (
        <Pressable className={styles.call} label={personWords.call(name)} onTap={() => void callPhone(phone)}>
          <Icon name="phone" />
        </Pressable>
      )}
    </View>
  );
}
