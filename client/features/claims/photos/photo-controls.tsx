import { Text, View } from '@tarojs/components';
import { redirectTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import styles from './photo-controls.module.scss';
import type { Photos } from './use-photos';
import { photoControlWords } from '../messages';

interface PhotoControlsProps {
  photos: Photos;
  finished: boolean;
}

/** The shutter at the thumb; from the album or later beside it. */
export function PhotoControls({ photos, finished }: PhotoControlsProps) {
  const { id } = photos;
  // A report that has not arrived has no progress yet: it stands on its own page.
  const toCase = () => (id === '' ? redirectTo('claims/report') : redirectTo('claims/case', { id }));
  return (
    <View className={styles.controls}>
      {finished && (
        <View className={styles.done}>
          <Button wide onTap={toCase}>
            {photoControlWords.finished}
          </Button>
        </View>
      )}
      <View className={styles.line}>
        <Pressable className={styles.side} onTap={() => void photos.take('album')}>
          <Icon name="image" size="s" className={styles.sign} />
          <Text>{photoControlWords.album}</Text>
        </Pressable>
        <Pressable
          className={styles.shutter}
          label={photoControlWords.shoot}
          onTap={() => void photos.take('camera')}
        >
          <View className={styles.lens} />
        </Pressable>
        <Pressable className={styles.side} onTap={() => void toCase()}>
          <Icon name="clock" size="s" className={styles.sign} />
          <Text>{finished ? photoControlWords.progress : photoControlWords.later}</Text>
        </Pressable>
      </View>
    </View>
  );
}
