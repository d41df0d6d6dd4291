import { Text, View } from '@tarojs/components';
import { cls } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Heading, Words } from '@/ui/text';
import { scenario as scenarios } from '../../../../bff/features/claims/contract';
import { scenarioWords } from '../messages';
import { scenarioStepWords } from './messages';
import { QUESTION } from './question';
import { LegendCar, ScenarioPicture } from './scenario-picture';
import styles from './scenario-step.module.scss';
import type { Report } from './use-report';

/** A tap on a picture is the answer and moves on. */
export function ScenarioStep({ report: { answer, draft } }: { report: Report }) {
  return (
    <>
      <View>
        <Heading id={QUESTION}>{scenarioStepWords.question}</Heading>
        <Words size="sub" tone="ink2">
          {scenarioStepWords.lead}
        </Words>
      </View>
      <View className={styles.pictures}>
        {scenarios.options.map((scenario) => {
          const { name, like } = scenarioWords[scenario];
          const chosen = draft.scenario === scenario;
          return (
            <Pressable
              key={scenario}
              className={cls(styles.choice, chosen && styles.chosen)}
              label={`${name}：${like}`}
              selected={chosen}
              onTap={() => answer({ scenario })}
            >
              <ScenarioPicture scenario={scenario} />
              {chosen && (
                <View className={styles.tick}>
                  <Icon name="check" size="xs" />
                </View>
              )}
              <View className={styles.words}>
                <View className={styles.name}>{name}</View>
                <View className={styles.like}>{like}</View>
              </View>
            </Pressable>
          );
        })}
      </View>
      <View className={styles.legend}>
        <LegendCar whose="own" />
        <Text>{scenarioStepWords.ownCar}</Text>
        <LegendCar whose="other" />
        <Text>{scenarioStepWords.otherCar}</Text>
      </View>
    </>
  );
}
