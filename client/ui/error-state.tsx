import { View } from '@tarojs/components';
import type { Failure } from '@/api/failures';
import { useLapsed } from '@/api/session';
import { restartAt, goTo } from '@/platform/routes';
import { Button } from './button';
import { Card } from './card';
import styles from './error-state.module.scss';
import { type FailureWords, visitorWords, wordsOf } from './failure-words';
import { HotlineButton } from './hotline-button';
import type { IconName } from './icon/icon';
import { Tile, type TileTone } from './tile';
import { errorStateWords, failureTexts } from './messages';

interface ErrorStateProps {
  failure: Failure;
  onRetry?: () => unknown;
}

const looks: Record<Failure['kind'], { icon: IconName; tone: TileTone }> = {
  refused: { icon: 'info', tone: 'grey' },
  sessionGone: { icon: 'lock', tone: 'brand' },
  away: { icon: 'cloudoff', tone: 'due' },
  uncertain: { icon: 'clock', tone: 'due' },
  offline: { icon: 'cloudoff', tone: 'due' },
  contract: { icon: 'alert', tone: 'due' },
  ours: { icon: 'alert', tone: 'due' },
};

/** Nothing was to be sent here: only the content is missing. */
function wordsOfRead(failure: Failure, lapsed: boolean): FailureWords {
  if (failure.kind === 'sessionGone' && !lapsed) return visitorWords;
  if (failure.kind === 'offline') return { ...wordsOf(failure), detail: failureTexts.offlineReadDetail };
  return wordsOf(failure);
}

/** Stands where content would be when there is none to keep: what happened, what is safe, what to do next. */
export function ErrorState({ failure, onRetry }: ErrorStateProps) {
  const lapsed = useLapsed();
  const { title, detail } = wordsOfRead(failure, lapsed);
  const { icon, tone } = looks[failure.kind];
  // A call goes through where a request does not: whoever is stuck here reaches a person.
  const canRetry = failure.kind !== 'refused' && failure.kind !== 'sessionGone';
  return (
    <Card>
      <View className={styles.head}>
        <Tile icon={icon} tone={tone} />
        <View className={styles.words}>
          <View className={styles.title}>{title}</View>
          <View className={styles.detail}>{detail}</View>
        </View>
      </View>
      <View className={styles.ways}>
        {failure.kind === 'sessionGone' && (
          <Button onTap={() => goTo('account/login')}>{errorStateWords.login}</Button>
        )}
        {failure.kind === 'refused' && failure.status === 404 && (
          <Button kind="ghost" size="small" onTap={() => restartAt('home')}>
            {errorStateWords.home}
          </Button>
        )}
        {canRetry && onRetry && (
          <Button
            kind="ghost"
            size="small"
            icon="refresh"
            busyText={errorStateWords.retrying}
            onTap={onRetry}
          >
            {errorStateWords.retry}
          </Button>
        )}
        {canRetry && <HotlineButton named />}
      </View>
    </Card>
  );
}
