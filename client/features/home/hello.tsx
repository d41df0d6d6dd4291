import { View } from '@tarojs/components';
import { useSignedIn } from '@/api/session';
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

interface HelloProps {
  plates: readonly string[];
  /** Not known yet: its line is kept free, so that nothing moves when it comes. */
  coming: boolean;
}

/** Says good day, which cars are covered, and keeps the hotline in view. */
export function Hello({ plates, coming }: HelloProps) {
  const now = useNow(MINUTE_MS);
  const signedIn = useSignedIn();
  const said = signedIn ? helloWords.member : helloWords.visitor;
  return (
    <View className={styles.hello}>
      <View className={styles.words}>
        <Heading>{greeting(now)}</Heading>
        <View className={styles.cover}>
          {coming ? (
            <View className={styles.coming} />
          ) : (
            <Words size="sub" tone="ink2">
              {plates.length > 0 ? helloWords.covered(covered(plates)) : said}
            </Words>
          )}
        </View>
      </View>
      <View className={styles.hotline}>
        <HotlineButton />
      </View>
    </View>
  );
}
