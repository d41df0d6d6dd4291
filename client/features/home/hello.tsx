import { View } from '@tarojs/components';
import { greeting } from '@/ui/format/time';
import { HotlineButton } from '@/ui/hotline-button';
import { Heading, Words } from '@/ui/text';
import { useNow } from '@/ui/use-now';
import { displayPlate } from '../../../bff/identifiers';
import { helloWords } from './messages';
import styles from './hello.module.scss';

const MINUTE_MS = 60_000;

const covered = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? displayPlate(first) : helloWords.cars(others.length + 1);

/** Says good day, which cars are covered, and keeps the hotline in view. */
export function Hello({ plates }: { plates: readonly string[] }) {
  const now = useNow(MINUTE_MS);
  return (
    <View className={styles.hello}>
      <View className={styles.words}>
        <Heading>{greeting(now)}</Heading>
        {plates.length > 0 && (
          <View className={styles.cover}>
            <Words size="sub" tone="ink2">
              {helloWords.covered(covered(plates))}
            </Words>
          </View>
        )}
      </View>
      <View className={styles.hotline}>
        <HotlineButton />
      </View>
    </View>
  );
}
