import { View } from '@tarojs/components';
import { Person } from '@/ui/person';
import type { Lateness } from '../../../../bff/upstream/core/contract/claim-parts';
import { dispatchWords } from '../after-messages';
import styles from './late.module.scss';

interface LateProps {
  late: Lateness;
  /** It was done in the end: nobody has to find out any more, and the apology stays. */
  over: boolean;
}

/** A promise beside the steps that was not kept: sorry in plain text, and who finds out why. */
export function Late({ late: { apology, lookingInto }, over }: LateProps) {
  return (
    <>
      <View className={styles.apology}>{apology}</View>
      {!over && (
        <Person
          onCard
          name={lookingInto.name}
          role={lookingInto.role}
          note={dispatchWords.lookingInto}
          phone={lookingInto.phone ?? undefined}
        />
      )}
    </>
  );
}
