import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { cls } from '@/ui/class-names';
import { Pressable } from '@/ui/pressable';
import { Words } from '@/ui/text';
import type { VoucherRedemption, VoucherReport } from '../../../bff/features/vouchers/contract';
import styles from './after-use.module.scss';
import { ratingWords, reportWords } from './messages';
import { RatingSheet } from './rating-sheet';
import { ReportSheet } from './report-sheet';

type Asked = 'rating' | VoucherReport['kind'];

interface AfterUseProps {
  voucherId: string;
  redemption: VoucherRedemption;
  /** The last thing on its card. */
  atFoot?: boolean;
}

/** What a person may want to say about a use: how it was, that it was not them, that the shop did not do it. */
export function AfterUse({ voucherId, redemption, atFoot = false }: AfterUseProps) {
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const { rating, state, id } = redemption;
  if (state === 'reversed') return null;
  return (
    <>
      {rating && (
        <Words size="sub" tone="ink2">
          {ratingWords.rated(ratingWords.scores[String(rating.score) as keyof typeof ratingWords.scores])}
        </Words>
      )}
      {rating && !rating.asPromised && (
        <Words size="small" tone="ink3">
          {ratingWords.broken}
        </Words>
      )}
      {!rating && (
        <Button kind="soft" size="small" wide icon="star" onTap={() => setAsked('rating')}>
          {ratingWords.open}
        </Button>
      )}
      <View className={cls(styles.ways, atFoot && styles.last)}>
        <Pressable className={styles.way} onTap={() => setAsked('notMe')}>
          <Text>{reportWords.notMe}</Text>
        </Pressable>
        <Pressable className={styles.way} onTap={() => setAsked('refusedByStore')}>
          <Text>{reportWords.refused}</Text>
        </Pressable>
      </View>
      {asked === 'rating' && <RatingSheet voucherId={voucherId} redemptionId={id} onClose={close} />}
      {(asked === 'notMe' || asked === 'refusedByStore') && (
        <ReportSheet voucherId={voucherId} kind={asked} redemption={redemption} onClose={close} />
      )}
    </>
  );
}
