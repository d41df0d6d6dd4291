import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { canShareLinks, copyLink, shareLink } from '@/platform/share-link';
import { Button } from './button';
import styles from './link-ways.module.scss';
import { QrCode } from './qr-code';
import { Stack } from './stack';
import { Words } from './text';
import { showToast } from './toast';

interface LinkWaysProps {
  url: string;
  /** What a share sheet shows beside the address. */
  title: string;
  words: { share: string; copy: string; copied: string; byHand: string; qr: string; qrLabel: string };
}

/** In a browser: the phone's share sheet where there is one, copying, or the other person's camera. */
export function LinkWays({ url, title, words }: LinkWaysProps) {
  const [byHand, setByHand] = useState(false);
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
