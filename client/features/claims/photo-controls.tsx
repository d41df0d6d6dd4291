import { Text, View } from '@tarojs/components';
import { redirectTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import styles from './photo-controls.module.scss';
import type { Photos } from './use-photos';

interface PhotoControlsProps {
  id: string;
  photos: Photos;
  finished: boolean;
}

/** The shutter at the thumb; from the album or later beside it. */
export function PhotoControls({ id, photos, finished }: PhotoControlsProps) {
  const toCase = () => redirectTo('claims/case', { id });
  return (
    <View className={styles.controls}>
      {finished && (
        <View className={styles.done}>
          <Button wide onTap={toCase}>
            拍好了，看进展
          </Button>
        </View>
      )}
      <View className={styles.line}>
        <Pressable className={styles.side} onTap={() => void photos.take('album')}>
          <Icon name="image" size="s" className={styles.sign} />
          <Text>从相册选</Text>
        </Pressable>
        <Pressable className={styles.shutter} label="拍下这一张" onTap={() => void photos.take('camera')}>
          <View className={styles.lens} />
        </Pressable>
        <Pressable className={styles.side} onTap={() => void toCase()}>
          <Icon name="clock" size="s" className={styles.sign} />
          <Text>{finished ? '看进展' : '以后再拍'}</Text>
        </Pressable>
      </View>
    </View>
  );
}
