import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Heading, Words } from '@/ui/text';
import styles from './injury-step.module.scss';
import type { Report } from './use-report';

/** The first question: people before cars. A tap is the answer. */
export function InjuryStep({ report: { answer } }: { report: Report }) {
  return (
    <>
      <View>
        <Heading>有人受伤吗？</Heading>
        <Words size="sub" tone="ink2">
          先看人，再看车。自己人和对方都算。
        </Words>
      </View>
      <View className={styles.answers}>
        <Pressable className={styles.answer} onTap={() => answer({ injured: false })}>
          <View className={styles.calm}>
            <Icon name="check" size="l" />
          </View>
          <View className={styles.words}>
            <Text className={styles.title}>没有人受伤</Text>
            <Text className={styles.detail}>只是车或东西坏了</Text>
          </View>
        </Pressable>
        <Pressable className={styles.answer} onTap={() => answer({ injured: true })}>
          <View className={styles.urgent}>
            <Icon name="medic" size="l" />
          </View>
          <View className={styles.words}>
            <Text className={styles.title}>有人受伤</Text>
            <Text className={styles.detail}>拿不准也选这个</Text>
          </View>
        </Pressable>
      </View>
    </>
  );
}
