import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { formatMoney } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { Money } from '@/ui/figure';
import { Row } from '@/ui/row';
import { Tag, type TagTone } from '@/ui/tag';
import type { SettlementLine } from '../../../bff/features/merchant/contract';
import styles from './settlement-line-row.module.scss';
import { disputeWords, statementWords as words } from './settlement-messages';

const disputeTone = { open: 'due', accepted: 'ok', refused: 'grey' } satisfies Record<string, TagTone>;

interface SettlementLineRowProps {
  line: SettlementLine;
  /** Left out where nothing can be objected to any more. */
  onDispute?: (line: SettlementLine) => void;
}

/** One line: a question belongs to it, not to the whole statement. */
export function SettlementLineRow({ line, onDispute }: SettlementLineRowProps) {
  const { kind, title, at, store, useNo, saleAmountFen, amountFen, note, dispute } = line;
  const name = kind === 'redemption' ? title : `${words.kinds[kind]}：${title}`;
  const facts = [formatInstant(at), store.name];
  if (useNo !== null) facts.push(words.useNo(useNo));
  if (saleAmountFen !== null) facts.push(words.sale(formatMoney(saleAmountFen)));
  return (
    <Row
      title={name}
      detail={
        <>
          <View>{facts.join('，')}</View>
          {note && <View>{words.note(note)}</View>}
          {dispute && <DisputeWords dispute={dispute} />}
        </>
      }
      value={
        <View className={styles.side}>
          <Money amountFen={amountFen} />
          {dispute && <Tag tone={disputeTone[dispute.state]}>{disputeWords[dispute.state]}</Tag>}
          {(!dispute || dispute.state === 'refused') && onDispute && (
            <Button
              kind="text"
              size="small"
              label={`${disputeWords.ask} ${name}，${formatInstant(at)}`}
              onTap={() => onDispute(line)}
            >
              {disputeWords.ask}
            </Button>
          )}
        </View>
      }
    />
  );
}

function DisputeWords({ dispute }: { dispute: NonNullable<SettlementLine['dispute']> }) {
  const { reason, answer, adjustmentFen } = dispute;
  return (
    <>
      <View>{disputeWords.yours(reason)}</View>
      {answer && <View>{disputeWords.answer(answer)}</View>}
      {adjustmentFen !== null && <View>{disputeWords.adjusted(formatMoney(adjustmentFen))}</View>}
    </>
  );
}
