import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon/icon';
import { Line } from '@/ui/stack';
import { TermRow } from '@/ui/term';
import { Words } from '@/ui/text';
import type { Coverage } from '../../../bff/features/policies/contract';
import { coverageWords as words } from './coverage-messages';
import styles from './clause.module.scss';

type Shown = 'clause' | 'notCovered';

/** The filed text and what it leaves out, each on a tap, as the insurer wrote them. */
export function Clause({ coverage: { clause, clauseArticle, notCovered } }: { coverage: Coverage }) {
  const [shown, setShown] = useState<Shown>();
  const toggle = (part: Shown) => setShown(shown === part ? undefined : part);
  return (
    <View>
      {shown && (
        <View className={styles.clause}>
          <View className={styles.name}>
            <Icon name="book" size="xs" />
            <Text>
              {shown === 'notCovered'
                ? words.notCovered(notCovered.length)
                : [words.clause, clauseArticle].filter(Boolean).join(' · ')}
            </Text>
          </View>
          {shown === 'clause' ? (
            <Words size="sub" tone="ink2">
              {clause}
            </Words>
          ) : (
            notCovered.map((sentence, index) => (
              <Words key={sentence} size="sub" tone="ink2">
                {`${index + 1}. ${sentence}`}
              </Words>
            ))
          )}
        </View>
      )}
      {shown && <TermRow text={shown === 'clause' ? clause : notCovered.join(' ')} />}
      <Line spread wrap>
        <Button kind="text" onTap={() => toggle('clause')}>
          {shown === 'clause' ? words.hideClause : words.showClause}
        </Button>
        {notCovered.length > 0 && (
          <Button kind="text" onTap={() => toggle('notCovered')}>
            {shown === 'notCovered' ? words.hideNotCovered : words.notCovered(notCovered.length)}
          </Button>
        )}
      </Line>
    </View>
  );
}
