import { View } from '@tarojs/components';
import { callPhone } from '@/platform/phone-call';
import { showRoute } from '@/platform/place';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Row } from '@/ui/row';
import type { VoucherDetail } from '../../../bff/features/vouchers/contract';
import { messages, storeRowWords } from './messages';
import styles from './store-row.module.scss';

const words = messages.detail;

/** A shop that takes this voucher, and the two ways to reach it. */
export function StoreRow({ store }: { store: VoucherDetail['stores'][number] }) {
  return (
    <Row
      title={store.name}
      detail={storeRowWords.where(store.address, store.openingHours)}
      value={
        <View className={styles.ways}>
          <Pressable
            className={styles.way}
            label={words.call(store.name)}
            onTap={() => void callPhone(store.phone)}
          >
            <Icon name="phone" size="s" />
          </Pressable>
          <Pressable
            className={styles.way}
            label={words.navigate(store.name)}
            onTap={() => void showRoute(store)}
          >
            <Icon name="nav" size="s" />
          </Pressable>
        </View>
      }
    />
  );
}
