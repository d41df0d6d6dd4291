import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { goTo } from '@/platform/routes';
import { formatInstant } from '@/ui/format/time';
import { Icon, type IconName } from '@/ui/icon/icon';
import { Notice } from '@/ui/notice';
import { Pressable } from '@/ui/pressable';
import { Sheet } from '@/ui/sheet';
import type { VoucherDetail } from '../../../bff/features/vouchers/contract';
import { messages } from './messages';
import { TermsFacts } from './terms-facts';
import styles from './voucher-ways.module.scss';

const words = messages.detail;

function Way({ icon, text, onTap }: { icon: IconName; text: string; onTap: () => void }) {
  return (
    <Pressable className={styles.way} onTap={onTap}>
      <Icon name={icon} size="s" />
      <Text>{text}</Text>
    </Pressable>
  );
}

/** The foot of the ticket: giving it away where that is possible, and how it is used. */
export function VoucherWays({ voucher }: { voucher: VoucherDetail }) {
  const [explained, setExplained] = useState(false);
  const { transfer, transferable, id } = voucher;
  const give = () => void goTo('transfers/give', { id });
  return (
    <>
      {transfer && (
        <View className={styles.given}>
          <Notice tone="calm" icon="send">
            {words.givenHint(formatInstant(transfer.expiresAt))}
          </Notice>
        </View>
      )}
      <View className={styles.ways}>
        {transfer && <Way icon="send" text={words.seeGiven} onTap={give} />}
        {!transfer && transferable && <Way icon="send" text={words.give} onTap={give} />}
        <Way icon="info" text={words.jumpHow} onTap={() => setExplained(true)} />
      </View>
      <Sheet open={explained} title={words.jumpHow} onClose={() => setExplained(false)}>
        <TermsFacts terms={voucher.terms} />
      </Sheet>
    </>
  );
}
