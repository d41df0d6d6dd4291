import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { cls } from './class-names';
import { Icon, type IconName } from './icon/icon';
import { Pressable } from './pressable';
import styles from './row.module.scss';
import { Tile, type TileTone } from './tile';

interface RowProps {
  title: string;
  detail?: ReactNode;
  icon?: IconName;
  /** Draws the icon on a coloured tile. */
  tile?: TileTone;
  /** A value, a tag or a switch at the right. */
  value?: ReactNode;
  /** A tap opens a page and shows a chevron. */
  onTap?: () => void;
  label?: string;
}

/** One line of a list; the whole row is the target. */
export function Row({ title, detail, icon, tile, value, onTap, label }: RowProps) {
  const content = (
    <>
      {icon &&
        (tile ? <Tile icon={icon} tone={tile} /> : <Icon name={icon} size="s" className={styles.icon} />)}
      <View className={styles.body}>
        <View className={styles.words}>
          <View className={styles.title}>{title}</View>
          {detail !== undefined && <View className={styles.detail}>{detail}</View>}
        </View>
        {typeof value === 'string' ? <Text className={styles.value}>{value}</Text> : value}
      </View>
      {onTap && <Icon name="right" size="s" className={styles.chevron} />}
    </>
  );
  return onTap ? (
    <Pressable className={styles.row} label={label} onTap={onTap}>
      {content}
    </Pressable>
  ) : (
    <View className={styles.row}>{content}</View>
  );
}

/** Rows with hairlines between them; put it in a `Card flush`. */
export function Rows({ children }: PropsWithChildren) {
  return <View className={cls(styles.rows)}>{children}</View>;
}
