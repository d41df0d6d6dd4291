import { Text, View } from '@tarojs/components';
import { cls } from './class-names';
import { Icon, type IconName } from './icon/icon';
import styles from './tag.module.scss';

export type TagTone = 'ok' | 'due' | 'bad' | 'brand' | 'warm' | 'grey';

const signs: Partial<Record<TagTone, IconName>> = { ok: 'check', due: 'clock', bad: 'alert' };

/** A status: sign and word together, never colour alone. One a row. */
export function Tag({
  tone = 'grey',
  icon,
  children,
}: {
  tone?: TagTone;
  icon?: IconName;
  children: string;
}) {
  const sign = icon ?? signs[tone];
  return (
    <View className={cls(styles.tag, styles[tone])}>
      {sign && <Icon name={sign} className={styles.sign} />}
      <Text>{children}</Text>
    </View>
  );
}
