import { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { voucherDetail } from '../../../../../bff/features/vouchers/contract';
import { readVoucher } from '../../api';
import { CounterCode } from '../../counter-code';
import { messages, voucherSystemWords } from '../../messages';
import { NotServed } from '../../not-served';
import { Reports } from '../../reports';
import { UseHistory } from '../../use-history';
import { UsedReceipt } from '../../used-receipt';
import { useJustUsed } from '../../use-just-used';
import { useToldList } from '../../use-told-list';
import { VoucherFacts } from '../../voucher-facts';
import { VoucherHead } from '../../voucher-head';
import { VoucherWays } from '../../voucher-ways';

/** While the code is on the screen, how often the page asks whether the clerk has confirmed. */
const WATCH_EVERY_MS = 3_000;

export default function VoucherDetailPage() {
  const { id = '' } = useRouter().params;
  usePullToRefresh(['voucher', id]);
  const [watched, setWatched] = useState(false);
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const read = useRead({
    key: ['voucher', id],
    read: ({ signal }) => readVoucher(id, signal),
    kept: voucherDetail,
    refreshEveryMs: watched && shown ? WATCH_EVERY_MS : undefined,
  });
  useToldList(read);
  const { used, dismiss } = useJustUsed(read.data);
  const usable = read.data?.state === 'active';
  // After the last use too: the clerk may take it back while the guest stands there.
  useEffect(() => {
    if (usable) setWatched(true);
  }, [usable]);
  return (
    <Page title={usable ? messages.detail.title : messages.detail.titlePast} ground="hero">
      <Loaded read={read} system={voucherSystemWords.name}>
        {(voucher) => (
          <>
            {used ? (
              <UsedReceipt voucher={voucher} redemption={used} onShowAgain={usable ? dismiss : undefined} />
            ) : (
              <VoucherHead voucher={voucher}>
                {usable && (
                  <>
                    <CounterCode voucher={voucher} />
                    <VoucherWays voucher={voucher} />
                  </>
                )}
              </VoucherHead>
            )}
            {!used && <UseHistory voucher={voucher} />}
            <VoucherFacts voucher={voucher} />
            <Reports voucherId={id} />
            {usable && <NotServed voucherId={id} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
