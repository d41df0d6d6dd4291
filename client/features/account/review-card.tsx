import { View } from '@tarojs/components';
import { brand } from '@/platform/brand';
import { Card } from '@/ui/card';
import { formatReceiptNumber } from '@/ui/format/receipt-number';
import { formatInstant } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Tag, type TagTone } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { IdentityReview } from '../../../bff/features/account/contract/identity';
import { reviewWords } from './messages';
import styles from './review-card.module.scss';

type State = IdentityReview['state'];

const looks: Record<State, { tone: TagTone; tag: string; title: string; text: string }> = {
  open: {
    tone: 'due',
    tag: reviewWords.openTag,
    title: reviewWords.open,
    text: reviewWords.openDetail,
  },
  accepted: {
    tone: 'ok',
    tag: reviewWords.acceptedTag,
    title: reviewWords.accepted,
    text: reviewWords.acceptedDetail,
  },
  refused: {
    tone: 'bad',
    tag: reviewWords.refusedTag,
    title: reviewWords.refused,
    text: reviewWords.refusedDetail,
  },
};

/** The receipt of 人工核验: who looks at it, and until when there is an answer. */
export function ReviewCard({ review }: { review: IdentityReview }) {
  const { tone, tag, title, text } = looks[review.state];
  return (
    <Card>
      <View className={styles.head}>
        <Heading size="head">{title}</Heading>
        <Tag tone={tone}>{tag}</Tag>
      </View>
      <Words size="sub" tone="ink2">
        {review.reason ?? text}
      </Words>
      <View className={styles.facts}>
        <Receipt
          lines={[
            { name: reviewWords.submittedAt, value: formatInstant(review.submittedAt) },
            // Once it is answered, nobody waits for that any more.
            ...(review.state === 'open'
              ? [{ name: reviewWords.answerBy, value: reviewWords.before(formatInstant(review.dueAt)) }]
              : []),
            { name: reviewWords.receiptNo, value: formatReceiptNumber(review.id) },
            { name: reviewWords.owner, value: reviewWords.desk(brand.insurer) },
          ]}
        />
      </View>
    </Card>
  );
}
