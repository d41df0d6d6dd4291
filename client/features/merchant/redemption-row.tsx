import { Text, View } from '@tarojs/components';
import { loadPending } from '@/api/pending-write';
import { Button } from '@/ui/button';
import { cls } from '@/ui/class-names';
import { formatMoney } from '@/ui/format/money';
import { formatClock } from '@/ui/format/time';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { useNow } from '@/ui/use-now';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { messages } from './messages';
import styles from './redemption-row.module.scss';
import { undoForm } from './undo-sheet';
import { isUndoable, isUndoEndingSoon, undoTimeLeft } from './undo-time';

const words = messages.workspace;
const CHECK_EVERY_MS = 15_000;

interface RedemptionRowProps {
  redemption: Redemption;
  /** Where uses of several stores stand together. */
  withStore?: boolean;
  /** For who answers for several clerks. */
  withClerk?: boolean;
  onUndo: (redemption: Redemption) => void;
}

/** One use: when, what, for whom, how much, and its undo while it may be undone. */
export function RedemptionRow({
  redemption,
  withStore = false,
  withClerk = false,
  onUndo,
}: RedemptionRowProps) {
  const now = useNow(CHECK_EVERY_MS);
  const { id, at, memberNameMasked, clerkName, storeName, settlementFen } = redemption;
  const where = [...(withStore ? [storeName] : []), ...(withClerk ? [words.byClerk(clerkName)] : [])];
  const title = messages.result.once(redemption.title);
  const reversed = redemption.state === 'reversed';
  const clock = formatClock(at);
  const undoable = isUndoable(redemption, now);
  // An undo without an answer is asked for on its own sheet, also after a restart.
  const undoText = !reversed && loadPending(undoForm(id)) ? words.undoPending : undoable && words.undo;
  return (
    <Row
      title={title}
      detail={
        <>
          <View>{[clock, memberNameMasked, ...where].join('，')}</View>
          {undoable && isUndoEndingSoon(redemption, now) && <View>{undoTimeLeft(redemption, now)}</View>}
        </>
      }
      value={
        <View className={styles.side}>
          <Text className={cls(styles.amount, reversed && styles.gone)}>{formatMoney(settlementFen)}</Text>
          {reversed && <Tag>{words.undone}</Tag>}
          {undoText && (
            <Button
              kind="text"
              size="small"
              icon="undo"
              label={`${undoText} ${title}，${clock}`}
              onTap={() => onUndo(redemption)}
            >
              {undoText}
            </Button>
          )}
        </View>
      }
    />
  );
}
