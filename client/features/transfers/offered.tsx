import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Failure, failureOf } from '@/api/failures';
import { linkWithSecret } from '@/platform/share-link';
import { urlOf } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { wordsOf } from '@/ui/failure-words';
import { formatInstant, formatRemaining } from '@/ui/format/time';
import { LinkWays } from '@/ui/link-ways';
import { Notice } from '@/ui/notice';
import { Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { Transfer } from '../../../bff/features/transfers/contract';
import { offeredWords as words } from './messages';
import styles from './offered.module.scss';

interface OfferedProps {
  offer: Transfer;
  onTakeBack: () => Promise<void>;
}

/** The link, every way it can reach the other person, and the way back. */
export function Offered({ offer, onTakeBack }: OfferedProps) {
  const [failure, setFailure] = useState<Failure>();
  const takeBack = async () => {
    setFailure(undefined);
    try {
      await onTakeBack();
      showToast({ text: words.takenBack });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <Card>
      <Stack gap={4}>
        <View className={styles.head}>
          <Heading>{words.ready}</Heading>
          <Tag tone="brand">{words.waiting}</Tag>
        </View>
        <Words size="sub" tone="ink2">
          {words.expires(formatInstant(offer.expiresAt), formatRemaining(offer.expiresAt))}
        </Words>
        {process.env.TARO_ENV === 'weapp' ? (
          <Button wide icon="chat" openType="share">
            {words.wechat}
          </Button>
        ) : (
          offer.token && (
            <LinkWays
              url={linkWithSecret(urlOf('transfers/receive'), offer.token) ?? ''}
              title={words.card(offer.title)}
              words={words}
            />
          )
        )}
        <Words size="small" tone="ink3">
          {words.still}
        </Words>
        {failure && (
          <Notice tone="due">{failure.kind === 'refused' ? failure.detail : wordsOf(failure).title}</Notice>
        )}
        <Button kind="ghost" wide icon="undo" busyText={words.takingBack} onTap={takeBack}>
          {words.takeBack}
        </Button>
      </Stack>
    </Card>
  );
}
