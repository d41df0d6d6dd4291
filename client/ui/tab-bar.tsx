import { Text, View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { switchTab, type TabName } from '@/platform/routes';
import { cls } from './class-names';
import { Icon, type IconName } from './icon/icon';
import { Pressable } from './pressable';
import { navigationWords } from './messages';
import styles from './tab-bar.module.scss';

const tabs: readonly { name: TabName; word: string; icon: IconName }[] = [
  { name: 'home', word: navigationWords.home, icon: 'home' },
  { name: 'policies', word: navigationWords.policies, icon: 'policy' },
  { name: 'life', word: navigationWords.life, icon: 'car' },
  { name: 'me', word: navigationWords.me, icon: 'user' },
];

/** The current tab is told by colour, weight and a filled sign together. */
export function TabBar({ current }: { current: TabName }) {
  return (
    <View className={styles.bar} {...aria({ role: 'tablist', label: navigationWords.main })}>
      {tabs.map(({ name, word, icon }) => (
        <Pressable
          key={name}
          role="tab"
          selected={name === current}
          className={cls(styles.tab, name === current && styles.on)}
          onTap={() => void (name === current || switchTab(name))}
        >
          <Icon name={icon} filled={name === current} />
          <Text className={styles.word}>{word}</Text>
        </Pressable>
      ))}
    </View>
  );
}
