import { View } from '@tarojs/components';
import { Words } from '@/ui/text';
import { photoWords } from '../messages';
import styles from './photo-progress.module.scss';
import type { PhotoList, Photos } from './use-shots';

const WHOLE_PERCENT = 100;

/** All of them together: how many have arrived, and that leaving loses none. */
export function PhotoProgress({
  list: { required, received },
  photos: { tries },
}: {
  list: PhotoList;
  photos: Photos;
}) {
  const open = Object.values(tries).filter(({ status }) => status !== 'refused');
  if (open.length === 0 && received.length === 0) return null;
  const arrived = required.filter(({ shot }) => received.some((photo) => photo.shot === shot)).length;
  const underWay = open.reduce((sum, { percent }) => sum + percent / WHOLE_PERCENT, 0);
  const share = Math.min(1, (arrived + underWay) / Math.max(1, required.length));
  return (
    <View>
      <View className={styles.track}>
        <View className={styles.fill} style={{ width: `${Math.round(share * WHOLE_PERCENT)}%` }} />
      </View>
      <Words size="small" tone="ink2">
        {photoWords.total(arrived, required.length)}
        {open.length > 0 ? `。${photoWords.totalSending(open.length)}` : ''}
      </Words>
    </View>
  );
}
