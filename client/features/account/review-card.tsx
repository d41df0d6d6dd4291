import { View } from '@tarojs/components';
import { brand } from '@/platform/brand';
import { Card } from '@/ui/card';
import { formatReceiptNumber } from '@/ui/format/receipt-number';
import { formatInstant } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Tag, type TagTone } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { IdentityReview } from '../../../bff/features/account/contract';
import styles from './review-card.module.scss';

type State = IdentityReview['state'];

const looks: Record<State, { tone: TagTone; tag: string; title: string; text: string }> = {
  open: {
    tone: 'due',
    tag: '人工核验中',
    title: '正在由专人核对',
    text: '系统没有直接对上，我们的人会看您的资料，到时一定给您答复。这段时间报案、领券都照常。',
  },
  accepted: { tone: 'ok', tag: '已通过', title: '已核实是您本人', text: '您名下的保单已经连上了。' },
  refused: {
    tone: 'bad',
    tag: '没有对上',
    title: '这次没有核对上',
    text: '您可以看清原因再填一次，或打客服。',
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
            { name: '提交时间', value: formatInstant(review.submittedAt) },
            { name: '最晚答复', value: `${formatInstant(review.dueAt)} 前` },
            { name: '回执号', value: formatReceiptNumber(review.id) },
            { name: '负责', value: `${brand.insurer} 客户信息岗` },
          ]}
        />
      </View>
    </Card>
  );
}
