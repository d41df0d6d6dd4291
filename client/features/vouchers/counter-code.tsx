import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { brightenScreen } from '@/platform/bright-screen';
import { Button } from '@/ui/button';
import { cls } from '@/ui/class-names';
import { Notice } from '@/ui/notice';
import { QrCode } from '@/ui/qr-code';
import { Ring } from '@/ui/ring';
import { Words } from '@/ui/text';
import type { VoucherDetail } from '../../../bff/features/vouchers/contract';
import styles from './counter-code.module.scss';
import { messages, codeWords } from './messages';
import { usePresentation } from './use-presentation';

const words = messages.detail;
/** Amber in the last fifth, like every clock. */
const SOON_SHARE = 0.2;
const isWeapp = process.env.TARO_ENV === 'weapp';
/** 4827 1936: eight digits are said in two groups. */
const inGroups = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

function useBrightScreen() {
  useEffect(() => {
    let restore: (() => void) | undefined;
    let left = false;
    void brightenScreen().then((undo) => {
      if (left) undo();
      else restore = undo;
    });
    return () => {
      left = true;
      restore?.();
    };
  }, []);
}

/** The code itself is the action: a QR that renews by itself, the eight digits for when the camera fails, and the time it still lives. */
export function CounterCode({ voucher }: { voucher: VoucherDetail }) {
  useBrightScreen();
  const { presentation, secondsLeft, share, failure, renew } = usePresentation(voucher.id, true);
  return (
    <View className={styles.code}>
      {presentation ? (
        <>
          <QrCode text={presentation.qr} sizePx={232} label={codeWords.label(voucher.title)} />
          <View className={styles.digitsLine}>
            <Ring
              share={share}
              tone={share <= SOON_SHARE ? 'due' : 'brand'}
              size="s"
              label={words.secondsLeft(secondsLeft)}
            >
              <Text className={styles.seconds}>{codeWords.seconds(String(secondsLeft))}</Text>
            </Ring>
            <View>
              <Words size="small" tone="ink3">
                {words.sayDigits}
              </Words>
              <Text className={styles.digits} userSelect>
                {inGroups(presentation.shortCode)}
              </Text>
            </View>
          </View>
          <Words size="small" tone="ink3">
            {`${words.autoRenew} · ${isWeapp ? words.bright : words.brighten}`}
          </Words>
        </>
      ) : (
        <View className={styles.waiting}>{failure ? '' : words.loadingCode}</View>
      )}
      {failure && (
        <Notice
          tone="due"
          icon="cloudoff"
          action={
            <Button kind="ghost" size="small" icon="refresh" busyText={words.loadingCode} onTap={renew}>
              {words.retryCode}
            </Button>
          }
        >
          {failure.kind === 'refused'
            ? failure.detail
            : words.noCode[failure.kind === 'offline' ? 'offline' : 'other']}
        </Notice>
      )}
      <TypedCode voucher={voucher} isCut={failure?.kind === 'offline'} />
    </View>
  );
}

/** Where the service allows it, the 兑换码 stays on the phone; otherwise it is said what a basement means for this voucher. */
function TypedCode({ voucher, isCut }: { voucher: VoucherDetail; isCut: boolean }) {
  if (!voucher.code) {
    return isCut ? (
      <Words size="small" tone="ink2">
        {words.liveOnly}
      </Words>
    ) : null;
  }
  return (
    <View className={cls(styles.typed, isCut && styles.now)}>
      <Words size={isCut ? 'sub' : 'small'} tone={isCut ? 'ink' : 'ink3'}>
        {isCut ? words.typedCodeNow : words.typedCode}
      </Words>
      <Text className={styles.typedCode} userSelect>
        {voucher.code}
      </Text>
    </View>
  );
}
