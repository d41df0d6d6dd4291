import { Image, Text, View } from '@tarojs/components';
import { pictureName } from '@/platform/field-name';
import { cls } from '@/ui/class-names';
import { Icon, type IconName } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { photoAddress } from './photo-address';
import styles from './photo-strip.module.scss';
import type { QueuedPhoto } from '@/api/photo-queue';
import { ShotDrawing } from './shot-outline';
import type { PhotoList, Photos } from './use-shots';
import { photoStripWords } from '../messages';

type RequiredShot = PhotoList['required'][number];

interface Look {
  words: string;
  sign: IconName | undefined;
  tone: 'done' | 'wrong' | 'now' | 'plain';
}

function lookOf(attempt: QueuedPhoto | undefined, sent: boolean, isCurrent: boolean, onPhone: boolean): Look {
  if (attempt && onPhone && attempt.status === 'waiting')
    return { words: photoStripWords.onPhone, sign: 'cloudok', tone: 'plain' };
  if (attempt?.status === 'sending')
    return { words: photoStripWords.sending(attempt.percent), sign: undefined, tone: 'plain' };
  if (attempt?.status === 'waiting') return { words: photoStripWords.resend, sign: 'refresh', tone: 'wrong' };
  if (attempt?.status === 'refused') return { words: photoStripWords.retake, sign: 'camera', tone: 'wrong' };
  if (sent) return { words: photoStripWords.sent, sign: 'check', tone: 'done' };
  return isCurrent
    ? { words: photoStripWords.now, sign: 'camera', tone: 'now' }
    : { words: photoStripWords.notYet, sign: undefined, tone: 'plain' };
}

/** All shots with the state of each; a strip to slide, in elder mode a list to read. */
export function PhotoStrip({ list, photos }: { list: PhotoList; photos: Photos }) {
  return (
    <View className={styles.strip}>
      {list.required.map((required) => (
        <Shot key={required.shot} required={required} list={list} photos={photos} />
      ))}
    </View>
  );
}

interface ShotProps {
  required: RequiredShot;
  list: PhotoList;
  photos: Photos;
}

function Shot({ required: { shot, name }, list, photos }: ShotProps) {
  const attempt = photos.tries[shot];
  const sent = list.received.find((photo) => photo.shot === shot);
  const { words, sign, tone } = lookOf(
    attempt,
    sent !== undefined,
    photos.current === shot,
    photos.waitsForReport,
  );
  const thumb = attempt?.path ?? (sent?.thumbUrl ? photoAddress(sent.thumbUrl) : undefined);
  return (
    <Pressable
      className={cls(styles.shot, styles[tone], photos.current === shot && styles.current)}
      label={`${name}：${words}`}
      onTap={() => photos.choose(shot)}
    >
      <View className={styles.box}>
        {thumb ? (
          <Image {...pictureName('')} className={styles.thumb} src={thumb} mode="aspectFill" />
        ) : (
          <Untaken shot={shot} scenario={list.scenario} sent={sent !== undefined} />
        )}
        {attempt?.status === 'sending' && (
          <View className={styles.veil} style={{ height: `${100 - attempt.percent}%` }} />
        )}
      </View>
      <View className={styles.words}>
        <View className={styles.name}>{name}</View>
        <View className={styles.state}>
          {sign && <Icon name={sign} size="xs" />}
          <Text>{words}</Text>
        </View>
      </View>
    </Pressable>
  );
}

type UntakenProps = Pick<RequiredShot, 'shot'> & Pick<PhotoList, 'scenario'> & { sent: boolean };

/** What it will show; who cannot look at a sent one again sees that it is there. */
function Untaken({ shot, scenario, sent }: UntakenProps) {
  return sent ? <Icon name="check" /> : <ShotDrawing shot={shot} scenario={scenario} />;
}
