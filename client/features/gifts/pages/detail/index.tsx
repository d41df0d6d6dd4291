import { useRouter } from '@tarojs/taro';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { giftDetail, type GiftClaim, type GiftDetail } from '../../../../../bff/features/gifts/contract';
import { readGift } from '../../api';
import { ClaimBar } from '../../claim-bar';
import { ClaimReceipt } from '../../claim-receipt';
import { GiftFacts } from '../../gift-facts';
import { GiftHead } from '../../gift-head';
import { messages, giftSystemWords } from '../../messages';
import { useClaim } from '../../use-claim';

const words = messages.detail;

/** The answer to the claim knows it before the page has been read again. */
const asClaimed = (gift: GiftDetail, done: GiftClaim | undefined): GiftDetail =>
  done ? { ...gift, state: done.gift.state } : gift;

export default function GiftDetailPage() {
  const { id = '' } = useRouter().params;
  usePullToRefresh(['gift', id]);
  const read = useRead({ key: ['gift', id], read: ({ signal }) => readGift(id, signal), kept: giftDetail });
  const claim = useClaim(id, read.data, read.refresh);
  const { submission } = claim;
  const done = submission.status === 'done' ? submission.answer : undefined;
  // A lost answer is asked for until it is sure, even when the gift already says it was claimed: only the answer names the vouchers.
  const canClaim = !done && (read.data?.state === 'offered' || submission.status === 'unknown');
  return (
    <Page title={words.title} ground="hero" action={canClaim ? <ClaimBar claim={claim} /> : undefined}>
      <Loaded read={read} system={giftSystemWords.gifts}>
        {(gift) => (
          <>
            {done && <ClaimReceipt claim={done} />}
            <GiftHead gift={asClaimed(gift, done)} />
            <GiftFacts gift={asClaimed(gift, done)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
