import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import styles from './place-fields.module.scss';
import type { Report } from './use-report';
import { usePlace } from './use-place';

/** The address in words and the position of the phone: either is enough, and so is neither. */
export function PlaceFields({ report: { draft, change, signedIn, wrong } }: { report: Report }) {
  const place = usePlace({
    lookNow: draft.position === undefined,
    signedIn,
    onFound: (position) => change({ position }),
  });
  return (
    <View className={styles.place}>
      <Field
        label="地点"
        placeholder="路名、路口或旁边的建筑"
        maxLength={200}
        value={draft.address}
        error={wrong.address}
        hint={draft.position ? '已经带上定位，写个路名更好找。' : '不填也能提交，查勘员来电时再问您。'}
        onChange={(address) => change({ address })}
      />
      {draft.position ? (
        <View className={styles.found}>
          <Tag tone="ok" icon="pin">
            已定位
          </Tag>
          <Button kind="text" onTap={() => change({ position: undefined })}>
            不带定位
          </Button>
        </View>
      ) : (
        <>
          <Button
            kind="soft"
            size="small"
            icon="pin"
            busy={place.looking}
            busyText="正在定位…"
            onTap={place.askForPlace}
          >
            用我现在的位置
          </Button>
          <Words size="small" tone="ink3">
            只用来告诉查勘员您在哪。
          </Words>
        </>
      )}
      {place.problem && (
        <Words size="sub" tone="ink2">
          {place.problem.words}
        </Words>
      )}
      {place.problem?.canAskInSettings && (
        <Button kind="text" onTap={place.openSettings}>
          去设置里允许定位
        </Button>
      )}
    </View>
  );
}
