import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import styles from './photo-controls.module.scss';
import type { Photos } from './use-shots';
import { photoControlWords } from '../messages';

interface PhotoControlsProps {
  photos: Photos;
  finished: boolean;
  /** Where it goes on, and what that is called once everything is taken. */
  onLeave: () => void;
  words: { finished: string; leave: string };
}

/** The shutter at the thumb; from the album or later beside it. */
export function PhotoControls({ photos, finished, onLeave, words }: PhotoControlsProps) {
  return (
    <View className={styles.controls}>
      {finished && (
        <View className={styles.done}>
          <Button wide onTap={onLeave}>
            {words.finished}
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
        <Pressable className={styles.side} onTap={onLeave}>
          <Icon name="clock" size="s" className={styles.sign} />
          <Text>{words.leave}</Text>
        </Pressable>
      </View>
    </View>
  );
}
