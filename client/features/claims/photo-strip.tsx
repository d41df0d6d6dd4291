import { Image, Text, View } from '@tarojs/components';
import { pictureName } from '@/platform/field-name';
import { cls } from '@/ui/class-names';
import { Icon, type IconName } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import type { ClaimDetail } from '../../../bff/features/claims/contract';
import { photoAddress } from './photo-address';
import styles from './photo-strip.module.scss';
import type { Photos, Try } from './use-photos';
import { photoStripWords } from './messages';

type RequiredShot = ClaimDetail['photos']['required'][number];

interface Look {
  words: string;
  sign: IconName | undefined;
  tone: 'done' | 'wrong' | 'now' | 'plain';
}

function lookOf(attempt: Try | undefined, sent: boolean, isCurrent: boolean): Look {
  if (attempt?.status === 'uploading')
    return { words: photoStripWords.sending(attempt.percent), sign: undefined, tone: 'plain' };
  if (attempt?.status === 'waiting') return { words: photoStripWords.resend, sign: 'refresh', tone: 'wrong' };
  if (attempt?.status === 'refused') return { words: photoStripWords.retake, sign: 'camera', tone: 'wrong' };
  if (sent) return { words: photoStripWords.sent, sign: 'check', tone: 'done' };
  return isCurrent
    ? { words: photoStripWords.now, sign: 'camera', tone: 'now' }
    : { words: photoStripWords.notYet, sign: undefined, tone: 'plain' };
}

/** All shots with the state of each; a strip to slide, in elder mode a list to read. */
export function PhotoStrip({ claim, photos }: { claim: ClaimDetail; photos: Photos }) {
  return (
    <View className={styles.strip}>
      {claim.photos.required.map((required) => (
        <Shot key={required.shot} required={required} claim={claim} photos={photos} />
      ))}
    </View>
  );
}

interface ShotProps {
  required: RequiredShot;
  claim: ClaimDetail;
  photos: Photos;
}

function Shot({ required: { shot, name }, claim, photos }: ShotProps) {
  const attempt = photos.tries[shot];
  const sent = claim.photos.received.find((photo) => photo.shot === shot);
  const { words, sign, tone } = lookOf(attempt, sent !== undefined, photos.current === shot);
  const thumb = attempt?.path ?? (sent ? photoAddress(sent.thumbUrl) : undefined);
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
          <Icon name="camera" />
        )}
        {attempt?.status === 'uploading' && (
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
