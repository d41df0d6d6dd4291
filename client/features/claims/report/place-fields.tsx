import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import styles from './place-fields.module.scss';
import { LONGEST_PLACE } from './report-body';
import type { ReportDraft } from './report-draft';
import type { Report } from './use-report';
import { usePlace } from './use-place';
import { placeWords } from './messages';

/** From here on it is worth knowing how much room is left. */
const NEARLY_FULL = 80;

function placeHint({ address, position }: ReportDraft): string {
  const left = LONGEST_PLACE - address.length;
  if (left <= 0) return placeWords.full(LONGEST_PLACE);
  if (address.length >= NEARLY_FULL) return placeWords.left(left);
  return position ? placeWords.positioned : placeWords.optional;
}

/** The address in words and the position of the phone: either is enough, and so is neither. */
export function PlaceFields({ report: { draft, change, wrong } }: { report: Report }) {
  const place = usePlace({
    lookNow: draft.position === undefined,
    onFound: (position) => change({ position }),
  });
  return (
    <View className={styles.place}>
      <Field
        label={placeWords.place}
        placeholder={placeWords.placeExample}
        maxLength={LONGEST_PLACE}
        value={draft.address}
        error={wrong.address}
        hint={placeHint(draft)}
        onChange={(address) => change({ address })}
      />
      {draft.position ? (
        <View className={styles.found}>
          <Tag tone="ok" icon="pin">
            {placeWords.hasPosition}
          </Tag>
          <Button kind="text" onTap={() => change({ position: undefined })}>
            {placeWords.dropPosition}
          </Button>
        </View>
      ) : (
        <>
          <Button
            kind="soft"
            size="small"
            icon="pin"
            busy={place.looking}
            busyText={placeWords.positioning}
            onTap={place.askForPlace}
          >
            {placeWords.usePosition}
          </Button>
          <Words size="small" tone="ink3">
            {placeWords.why}
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
          {placeWords.openSettings}
        </Button>
      )}
    </View>
  );
}
