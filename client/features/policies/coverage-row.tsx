import { Text, View } from '@tarojs/components';
import { Inset } from '@/ui/card';
import { formatMoney } from '@/ui/format/money';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Words } from '@/ui/text';
import type { Coverage, WorkedExample } from '../../../bff/features/policies/contract';
import { Clause } from './clause';
import { coverageWords } from './coverage-messages';
import { ExampleCard } from './example-card';
import { exampleKindOf } from './example-kinds';
import { exampleWords } from './example-messages';
import { MoreQuestions } from './more-questions';
import styles from './coverage-row.module.scss';

interface CoverageRowProps {
  policyId: string;
  coverage: Coverage;
  /** Null where the policy never held. */
  example: WorkedExample | null;
  open: boolean;
  onToggle: () => void;
}

/** `最高 ¥2,000,000.00`, `每座最高 …`, `每天 …，15 天`, `2 次`. */
function sumOf({ code, sumInsuredFen, units }: Coverage): string {
  if (sumInsuredFen === null) return units === null ? '' : coverageWords.times(units);
  const amount = formatMoney(sumInsuredFen);
  if (units === null) return coverageWords.upTo(amount);
  return code === 'repairTime' ? coverageWords.aDay(amount, units) : coverageWords.aSeat(amount, units);
}

/** A cover in the customer's words, the name of the trade beside it; opened, the answer, a sum and the insurer's own text. In a `Card flush`. */
export function CoverageRow({ policyId, coverage, example, open, onToggle }: CoverageRowProps) {
  const { name, plain } = coverage;
  const sum = sumOf(coverage);
  return (
    <View className={styles.cover}>
      <Pressable className={styles.head} expanded={open} onTap={onToggle}>
        <View className={styles.words}>
          <View className={open ? styles.questionOpen : styles.question}>{plain.question}</View>
          <View className={styles.name}>
            {sum ? `${name}\u00a0· ` : name}
            <Text className={styles.sum}>{sum}</Text>
          </View>
        </View>
        <Icon name={open ? 'up' : 'down'} size="s" className={styles.sign} />
      </Pressable>
      {open && <Answer policyId={policyId} coverage={coverage} example={example} />}
    </View>
  );
}

function Answer({
  policyId,
  coverage,
  example,
}: Pick<CoverageRowProps, 'policyId' | 'coverage' | 'example'>) {
  const { code, plain, deductible, questions } = coverage;
  const kind = exampleKindOf(code);
  return (
    <View className={styles.body}>
      <View>{plain.answer}</View>
      {deductible && (
        <Words size="sub" tone="ink2">
          {coverageWords.deductible(deductible)}
        </Words>
      )}
      {kind && example ? (
        <ExampleCard policyId={policyId} kind={kind} given={example} />
      ) : (
        plain.example && (
          <Inset>
            <Words size="sub" bold>
              {exampleWords.title}
            </Words>
            <Words size="sub" tone="ink2">
              {plain.example}
            </Words>
          </Inset>
        )
      )}
      {questions.length > 0 && <MoreQuestions questions={questions} />}
      <Clause coverage={coverage} />
    </View>
  );
}
