import { View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import styles from './content-age.module.scss';
import { formatInstant } from './format/time';
import { Icon } from './icon/icon';
import { staleWords } from './messages';

interface ContentAgeProps {
  /** When the shown content was true. */
  asOf: string | Date;
  /** Something newer is on its way. */
  renewing?: boolean;
}

/** One quiet line: how old the content below is, where the reason for its age is said elsewhere or is only that it is being renewed. */
export function ContentAge({ asOf, renewing = false }: ContentAgeProps) {
  const at = formatInstant(asOf);
  return (
    <View className={styles.age} {...aria({ role: 'status' })}>
      <Icon name={renewing ? 'refresh' : 'clock'} size="xs" />
      <View>{renewing ? staleWords.renewing(at) : staleWords.asOf(at)}</View>
    </View>
  );
}
