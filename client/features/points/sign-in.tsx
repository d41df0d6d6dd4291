import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Failure, failureOf } from '@/api/failures';
import { queryClient } from '@/api/query-client';
import { Button } from '@/ui/button';
import { wordsOf } from '@/ui/failure-words';
import { formatPoints } from '@/ui/format/money';
import { Notice } from '@/ui/notice';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { PointsBalance } from '../../../bff/features/points/contract';
import { signIn as sendSignIn } from './api';
import { signInWords as words } from './messages';
import styles from './sign-in.module.scss';

const WEEK_DAYS = 7;

function streakWords({ today, streakDays }: PointsBalance['signIn']): string {
  const inWeek = streakDays % WEEK_DAYS;
  if (today && inWeek > 0) return `${words.streak(streakDays)}，${words.toBonus(WEEK_DAYS - inWeek)}`;
  return words.streak(streakDays);
}

const problemWords = (failure: Failure): string =>
  failure.kind === 'refused'
    ? failure.detail
    : failure.kind === 'uncertain'
      ? words.failed
      : wordsOf(failure).title;

/** The daily sign-in (每日签到). A second tap, here or on another phone, brings nothing twice. */
export function SignIn({ signIn }: { signIn: PointsBalance['signIn'] }) {
  const [failure, setFailure] = useState<Failure>();
  const tap = async () => {
    setFailure(undefined);
    try {
      const { points, bonusPoints } = await sendSignIn();
      const bonus = bonusPoints > 0 ? formatPoints(bonusPoints) : undefined;
      showToast({ text: words.got(formatPoints(points), bonus) });
      await queryClient.invalidateQueries({ queryKey: ['points'] });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      <View className={styles.line}>
        <View className={styles.words}>
          <Words size="sub" tone="ink2">
            {streakWords(signIn)}
          </Words>
        </View>
        {signIn.today ? (
          <Tag tone="ok">{words.done}</Tag>
        ) : (
          <Button kind="soft" size="small" icon="calendar" busyText={words.signing} onTap={tap}>
            {words.signIn}
          </Button>
        )}
      </View>
      {failure && <Notice tone="due">{problemWords(failure)}</Notice>}
    </>
  );
}
