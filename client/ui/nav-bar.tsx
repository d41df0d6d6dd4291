import { Text, View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { goBack } from '@/platform/routes';
import { Icon } from './icon/icon';
import styles from './nav-bar.module.scss';
import { Pressable } from './pressable';
import { navigationWords } from './messages';

interface NavBarProps {
  title: string;
  hasBack: boolean;
  /** The brand's sign before its name, on the first page. */
  hasMark: boolean;
}

/** Title and way back of the web build. In WeChat the platform draws them. */
export function NavBar({ title, hasBack, hasMark }: NavBarProps) {
  return (
    <View className={styles.bar} {...aria({ role: 'banner' })}>
      {hasBack && (
        <Pressable className={styles.back} label={navigationWords.back} onTap={() => void goBack()}>
          <Icon name="left" />
        </Pressable>
      )}
      {hasMark && (
        <View className={styles.mark}>
          <Icon name="shield" size="xs" />
        </View>
      )}
      <View className={styles.title} {...aria({ role: 'heading', level: 1 })}>
        <Text>{title}</Text>
      </View>
    </View>
  );
}
