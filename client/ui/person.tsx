import { Text, View } from '@tarojs/components';
import { callPhone } from '@/platform/phone-call';
import { cls } from './class-names';
import { Icon } from './icon/icon';
import styles from './person.module.scss';
import { Pressable } from './pressable';
import { personWords } from './messages';

interface PersonProps {
  name: string;
  role?: string;
  /** What this person answers for: `现在跟进这一步`. */
  note?: string;
  /** Shows a call button. */
  phone?: string;
  /** Stands alone on a card, not in the soft block of a step. */
  onCard?: boolean;
}

/** A named owner with a way to reach them. */
export function Person({ name, role, note, phone, onCard = false }: PersonProps) {
  return (
    <View className={cls(styles.person, onCard && styles.onCard)}>
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
