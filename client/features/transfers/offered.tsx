import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type Failure, failureOf } from '@/api/failures';
import { canShareLinks, copyLink, linkWithSecret, shareLink } from '@/platform/share-link';
import { urlOf } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { wordsOf } from '@/ui/failure-words';
import { formatInstant, formatRemaining } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { QrCode } from '@/ui/qr-code';
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
          offer.token && <WebLink token={offer.token} title={words.card(offer.title)} />
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

/** In a browser: the phone's share sheet where there is one, copying, or the other person's camera. */
function WebLink({ token, title }: { token: string; title: string }) {
  const [byHand, setByHand] = useState(false);
  const url = linkWithSecret(urlOf('transfers/receive'), token) ?? '';
  const copy = async () => {
    const sent = await copyLink(url);
    setByHand(sent === 'byHand');
    if (sent === 'sent') showToast({ text: words.copied });
  };
  return (
    <Stack gap={3}>
      {canShareLinks() && (
        <Button wide icon="send" onTap={() => shareLink({ title, url })}>
          {words.share}
        </Button>
      )}
      <Button kind={canShareLinks() ? 'ghost' : 'primary'} wide icon="doc" onTap={copy}>
        {words.copy}
      </Button>
      {byHand && (
        <View className={styles.byHand}>
          <Words size="small" tone="ink2">
            {words.byHand}
          </Words>
          <Text className={styles.url} userSelect>
            {url}
          </Text>
        </View>
      )}
      <View className={styles.qr}>
        <Words size="small" tone="ink3">
          {words.qr}
        </Words>
        <QrCode text={url} sizePx={184} label={words.qrLabel} />
      </View>
    </Stack>
  );
}
