import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { IconName } from '@/ui/icon/icon';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Tile, type TileTone } from '@/ui/tile';
import styles from './offer-row.module.scss';

interface OfferRowProps {
  icon: IconName;
  tone: TileTone;
  title: string;
  detail: string;
  tag: ReactNode;
  onTap: () => void;
}

/** The title has its line to itself: words are never squeezed for a tag, which stands beside the second line where there is room. */
export function OfferRow({ icon, tone, title, detail, tag, onTap }: OfferRowProps) {
  return (
    <Pressable className={styles.row} onTap={onTap}>
      <Tile icon={icon} tone={tone} />
      <View className={styles.content}>
        <View className={styles.title}>{title}</View>
        <View className={styles.second}>
          <View className={styles.detail}>{detail}</View>
          {tag}
        </View>
      </View>
      <Icon name="right" size="s" className={styles.chevron} />
    </Pressable>
  );
}
