import { Image, Text, View } from '@tarojs/components';
import { pictureName } from '@/platform/field-name';
import { useOnline } from '@/platform/online';
import { cls } from '@/ui/class-names';
import { Icon, type IconName } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import type { Shot } from '../../../../bff/features/claims/contract';
import { photoAddress } from './photo-address';
import styles from './photo-frame.module.scss';
import { ShotOutline } from './shot-outline';
import type { QueuedPhoto } from '@/api/photo-queue';
import type { PhotoList, Photos } from './use-shots';
import { photoFrameWords, photoStripWords, photoWords } from '../messages';

interface PhotoFrameProps {
  list: PhotoList;
  photos: Photos;
  finished: boolean;
  /** Something is said about the photo just taken. */
  advised: boolean;
}

/** What to photograph now: its place in the list, how to stand, and its outline; or the picture itself once it is taken. */
export function PhotoFrame({ list, photos, finished, advised }: PhotoFrameProps) {
  const online = useOnline((state) => state.online);
  const { current, tries } = photos;
  const { required, received } = list;
  const index = required.findIndex(({ shot }) => shot === current);
  const wanted = required[index];
  if (!current || !wanted) return null;
  const attempt = tries[current];
  const sent = received.find(({ shot }) => shot === current);
  const hasBegun = received.length > 0 || Object.keys(tries).length > 0;
  const picture = attempt?.path ?? (sent?.url ? photoAddress(sent.url) : undefined);
  return (
    <>
      <View>
        <View className={styles.title}>
          {finished ? photoFrameWords.allDone : photoFrameWords.shot(index + 1, required.length, wanted.name)}
        </View>
        <View className={styles.hint}>{finished ? photoFrameWords.tapToRetake : wanted.hint}</View>
      </View>
      <View
        className={cls(
          styles.frame,
          hasBegun && styles.begun,
          advised && styles.advised,
          !online && styles.offline,
        )}
      >
        {picture ? (
          <Image {...pictureName(wanted.name)} className={styles.picture} src={picture} mode="aspectFit" />
        ) : (
          <View className={styles.guide}>
            <ShotOutline shot={current} scenario={list.scenario} />
          </View>
        )}
        <Advice photos={photos} shot={current} attempt={attempt} sent={sent !== undefined} />
      </View>
    </>
  );
}

interface AdviceProps {
  photos: Photos;
  shot: Shot;
  attempt: QueuedPhoto | undefined;
  sent: boolean;
}

/** One line over the picture: how it stands with it and what to do. */
function Advice({ photos, shot, attempt, sent }: AdviceProps) {
  if (photos.cameraProblem) return <Pill icon="camera" text={photos.cameraProblem} />;
  if (!attempt) {
    return sent ? (
      <Pill icon="check" text={photoFrameWords.sent} />
    ) : (
      <Pill icon="info" text={photoFrameWords.advice} />
    );
  }
  if (attempt.status === 'sending')
    return <Pill icon="refresh" text={photoFrameWords.sending(attempt.percent)} />;
  if (attempt.status === 'refused')
    return <Pill icon="alert" text={attempt.words ?? photoStripWords.retake} />;
  if (photos.waitsForReport) return <Pill icon="cloudok" text={photoWords.withReport} />;
  return (
    <Pressable className={styles.retry} onTap={() => photos.retry(shot)}>
      <Icon name="refresh" size="s" />
      <Text>{attempt.words ?? photoWords.kept}</Text>
    </Pressable>
  );
}

function Pill({ icon, text }: { icon: IconName; text: string }) {
  return (
    <View className={styles.pill}>
      <Icon name={icon} size="xs" />
      <Text className={styles.pillWords}>{text}</Text>
    </View>
  );
}
