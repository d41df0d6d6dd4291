import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Heading, Words } from '@/ui/text';
import styles from './injury-step.module.scss';
import type { Report } from './use-report';
import { injuryWords } from './messages';
import { QUESTION } from './question';

/** The first question: people before cars. A tap is the answer. */
export function InjuryStep({ report: { answer } }: { report: Report }) {
  return (
    <>
      <View>
        <Heading id={QUESTION}>{injuryWords.question}</Heading>
        <Words size="sub" tone="ink2">
          {injuryWords.lead}
        </Words>
      </View>
      <View className={styles.answers}>
        <Pressable className={styles.answer} onTap={() => answer({ injured: false })}>
          <View className={styles.calm}>
            <Icon name="check" size="l" />
          </View>
          <View className={styles.words}>
            <Text className={styles.title}>{injuryWords.nobody}</Text>
            <Text className={styles.detail}>{injuryWords.nobodyDetail}</Text>
          </View>
        </Pressable>
        <Pressable className={styles.answer} onTap={() => answer({ injured: true })}>
          <View className={styles.urgent}>
            <Icon name="medic" size="l" />
          </View>
          <View className={styles.words}>
            <Text className={styles.title}>{injuryWords.somebody}</Text>
            <Text className={styles.detail}>{injuryWords.somebodyDetail}</Text>
          </View>
        </Pressable>
      </View>
    </>
  );
}
