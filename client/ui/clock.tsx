import { Text, View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { aria } from '@/platform/aria';
import { cls } from './class-names';
import styles from './clock.module.scss';
import { formatClock, formatDuration, formatInstant, formatRemaining } from './format/time';
import { Ring } from './ring';
import { announce } from './toast';
import { useNow } from './use-now';
import { clockWords, timeWords } from './messages';

interface ClockProps {
  /** When the promise was made; with `dueAt` it gives the share that remains. */
  startedAt: string;
  dueAt: string;
  shape?: 'ring' | 'bar';
}

type Tone = 'brand' | 'due' | 'bad';

/** Amber in the last fifth, red only when the promise is broken. */
const DUE_SOON_SHARE = 0.2;

function reading(
  startedAt: string,
  dueAt: string,
  now: number,
): { share: number; tone: Tone; remainingMs: number } {
  const remainingMs = Date.parse(dueAt) - now;
  const totalMs = Math.max(1, Date.parse(dueAt) - Date.parse(startedAt));
  const share = Math.min(1, Math.max(0, remainingMs / totalMs));
  return { share, remainingMs, tone: remainingMs < 0 ? 'bad' : share <= DUE_SOON_SHARE ? 'due' : 'brand' };
}

/** A promise with a deadline: how much time remains, in figures, words and a shape. */
export function Clock({ startedAt, dueAt, shape = 'bar' }: ClockProps) {
  const now = useNow(1000);
  const { share, tone, remainingMs } = reading(startedAt, dueAt, now);
  const [amount = '', unit = ''] = formatDuration(remainingMs).split(' ');
  const lead = remainingMs < 0 ? clockWords.late : clockWords.left;
  const words = formatRemaining(dueAt, now);
  useToneSpoken(tone, words);
  if (shape === 'ring') {
    return (
      <Ring share={share} tone={tone} label={words}>
        <Text className={styles.lead}>{lead}</Text>
        <Text className={styles.amount}>{amount}</Text>
        <Text className={styles.lead}>{unit}</Text>
      </Ring>
    );
  }
  const dueToday = formatInstant(dueAt, now).startsWith(timeWords.today);
  return (
    <View className={cls(styles.clock, styles[tone])}>
      <View className={styles.line}>
        <View {...aria({ role: 'timer', label: words })}>
          <Text className={styles.leadBig}>{lead} </Text>
          <Text className={styles.big}>{amount}</Text>
          <Text className={styles.leadBig}> {unit}</Text>
        </View>
        <Text className={styles.until}>
          {clockWords.before(dueToday ? formatClock(dueAt) : formatInstant(dueAt, now))}
        </Text>
      </View>
      <Bar share={share} />
    </View>
  );
}

/** Every second would be chatter; that time grows short, or is over, is said once. */
function useToneSpoken(tone: Tone, words: string): void {
  const before = useRef(tone);
  useEffect(() => {
    if (before.current === tone) return;
    before.current = tone;
    announce(words);
  }, [tone, words]);
}

/** A bar of what remains, for where words already say it. */
function Bar({ share }: { share: number }) {
  return (
    <View className={styles.track} {...aria({ hidden: true })}>
      <View className={styles.fill} style={{ width: `${Math.round(share * 100)}%` }} />
    </View>
  );
}
