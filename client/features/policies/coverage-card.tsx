import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card, Inset } from '@/ui/card';
import { formatMoney } from '@/ui/format/money';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Words } from '@/ui/text';
import type { Coverage } from '../../../bff/features/policies/contract';
import { coverageWords } from './messages';
import styles from './coverage-card.module.scss';

interface CoverageCardProps {
  coverage: Coverage;
  open: boolean;
  onToggle: () => void;
}

const sumOf = ({ sumInsuredFen }: Coverage): string =>
  sumInsuredFen === null ? '' : coverageWords.upTo(formatMoney(sumInsuredFen));

/** A cover in the customer's words, the name of the trade beside it; the clause is the insurer's own text, word for word. */
export function CoverageCard({ coverage, open, onToggle }: CoverageCardProps) {
  const { name, plain } = coverage;
  return (
    <Card flush>
      <Pressable className={styles.head} expanded={open} onTap={onToggle}>
        <View className={styles.words}>
          <View className={open ? styles.questionOpen : styles.question}>{plain.question}</View>
          <View className={styles.name}>
            {name}
            {sumOf(coverage)}
          </View>
        </View>
        <Icon name={open ? 'up' : 'down'} size="s" className={styles.sign} />
      </Pressable>
      {open && <Answer coverage={coverage} />}
    </Card>
  );
}

function Answer({ coverage: { plain, deductible, clause } }: { coverage: Coverage }) {
  const [withClause, setWithClause] = useState(false);
  return (
    <View className={styles.body}>
      <View>{plain.answer}</View>
      {deductible && (
        <Words size="sub" tone="ink2">
          {coverageWords.deductible(deductible)}
        </Words>
      )}
      {plain.example && (
        <Inset>
          <Words size="sub" bold>
            {coverageWords.example}
          </Words>
          <Words size="sub" tone="ink2">
            {plain.example}
          </Words>
        </Inset>
      )}
      {withClause && (
        <View className={styles.clause}>
          <View className={styles.clauseName}>
            <Icon name="book" size="xs" />
            <Text>{coverageWords.clause}</Text>
          </View>
          <Words size="sub" tone="ink2">
            {clause}
          </Words>
        </View>
      )}
      <View className={styles.more}>
        <Button kind="text" onTap={() => setWithClause(!withClause)}>
          {withClause ? coverageWords.hideClause : coverageWords.showClause}
        </Button>
      </View>
    </View>
  );
}
