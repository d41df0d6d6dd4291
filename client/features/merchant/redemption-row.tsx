import { Text, View } from '@tarojs/components';
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

const words = messages.workspace;
const CHECK_EVERY_MS = 15_000;

interface RedemptionRowProps {
  redemption: Redemption;
  onUndo: (redemption: Redemption) => void;
}

/** True while this caller may still take it back. */
export function isUndoable({ state, reversibleUntil }: Redemption, now: number): boolean {
  return state === 'confirmed' && reversibleUntil !== null && Date.parse(reversibleUntil) > now;
}

/** One use: when, what, for whom, how much, and its undo while it may be undone. */
export function RedemptionRow({ redemption, onUndo }: RedemptionRowProps) {
  const now = useNow(CHECK_EVERY_MS);
  const { title, at, memberNameMasked, settlementFen } = redemption;
  const reversed = redemption.state === 'reversed';
  const clock = formatClock(at);
  return (
    <Row
      title={title}
      detail={`${clock}，${memberNameMasked}`}
      value={
        <View className={styles.side}>
          <Text className={cls(styles.amount, reversed && styles.gone)}>{formatMoney(settlementFen)}</Text>
          {reversed && <Tag>{words.undone}</Tag>}
          {isUndoable(redemption, now) && (
            <Button
              kind="text"
              size="small"
              icon="undo"
              label={`${words.undo} ${title}，${clock}`}
              onTap={() => onUndo(redemption)}
            >
              {words.undo}
            </Button>
          )}
        </View>
      }
    />
  );
}
