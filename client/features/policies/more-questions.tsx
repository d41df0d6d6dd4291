import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { TermRow } from '@/ui/term';
import { Words } from '@/ui/text';
import type { Coverage } from '../../../bff/features/policies/contract';
import { coverageWords } from './coverage-messages';
import styles from './more-questions.module.scss';

/** What people ask next; one answer open at a time, so that the page stays short. */
export function MoreQuestions({ questions }: Pick<Coverage, 'questions'>) {
  const [open, setOpen] = useState<string>();
  return (
    <View>
      <Words size="sub" bold>
        {coverageWords.more}
      </Words>
      {questions.map(({ question, answer }) => (
        <View key={question} className={styles.item}>
          <Pressable
            className={styles.head}
            expanded={open === question}
            onTap={() => setOpen(open === question ? undefined : question)}
          >
            <View className={styles.question}>{question}</View>
            <Icon name={open === question ? 'minus' : 'plus'} size="xs" className={styles.sign} />
          </Pressable>
          {open === question && (
            <View className={styles.answer}>
              <Words size="sub" tone="ink2">
                {answer}
              </Words>
              <TermRow text={question + answer} />
            </View>
          )}
        </View>
      ))}
    </View>
  );
}
