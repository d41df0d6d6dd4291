import { View } from '@tarojs/components';
import { cls } from './class-names';
import { Icon, type IconName } from './icon/icon';
import styles from './tile.module.scss';

export type TileTone = 'brand' | 'warm' | 'due' | 'bad' | 'grey';

/** An icon on a soft square. */
export function Tile({ icon, tone = 'brand' }: { icon: IconName; tone?: TileTone }) {
  return (
    <View className={cls(styles.tile, styles[tone])}>
      <Icon name={icon} />
    </View>
  );
}
