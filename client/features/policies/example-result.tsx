import { Text, View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { cls } from '@/ui/class-names';
import { formatMoney } from '@/ui/format/money';
import { Words } from '@/ui/text';
import type { WorkedExample } from '../../../bff/features/policies/contract';
import { exampleWords, payerSides } from './example-messages';
import styles from './example-result.module.scss';

type Line = WorkedExample['lines'][number];

const tones: Record<Line['payer'], string> = {
  compulsory: 'first',
  otherCompulsory: 'first',
  thirdParty: 'next',
  vehicleDamage: 'next',
  occupants: 'next',
  medicalOutsideList: 'more',
  otherSide: 'theirs',
  own: 'own',
};

const toneOf = ({ payer }: Line) => styles[tones[payer]];

/** Who pays what: a bar to see it, lines to read it, and what stays with the person below. */
export function ExampleResult({ example, busy }: { example: WorkedExample; busy: boolean }) {
  const { lines, ownFen, totalFen, notes } = example;
  const sides = (['other', 'own'] as const).filter((side) => lines.some((line) => line.side === side));
  return (
    <View className={cls(styles.result, busy && styles.busy)} {...aria({ role: 'status', busy })}>
      <View className={styles.bar} {...aria({ hidden: true })}>
        {lines.map((line) => (
          <View
            key={`${line.side}-${line.name}`}
            className={cls(styles.part, toneOf(line))}
            style={{ flexGrow: line.amountFen / Math.max(totalFen, 1) }}
          />
        ))}
      </View>
      {lines.length === 0 && <Words size="sub">{exampleWords.nothing}</Words>}
      {sides.map((side) => (
        <View key={side}>
          {sides.length > 1 && (
            <Words size="sub" bold>
              {payerSides[side]}
            </Words>
          )}
          {lines
            .filter((line) => line.side === side)
            .map((line) => (
              <ResultLine key={line.name} line={line} />
            ))}
        </View>
      ))}
      <View className={styles.total}>
        <Text>{exampleWords.total}</Text>
        <Text className={styles.sum}>{formatMoney(ownFen)}</Text>
      </View>
      {notes.map((note) => (
        <Words key={note} size="sub" tone="ink2">
          {note}
        </Words>
      ))}
    </View>
  );
}

function ResultLine({ line }: { line: Line }) {
  return (
    <View className={styles.line}>
      <View className={styles.pair}>
        <View className={cls(styles.mark, toneOf(line))} {...aria({ hidden: true })} />
        <View className={styles.name}>{line.name}</View>
        <View className={styles.amount}>{formatMoney(line.amountFen)}</View>
      </View>
      <View className={styles.why}>{line.why}</View>
    </View>
  );
}
