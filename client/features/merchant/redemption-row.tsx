import { Button } from '@/ui/button';
import { formatMoney } from '@/ui/format/money';
import { formatClock } from '@/ui/format/time';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { useNow } from '@/ui/use-now';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { messages } from './messages';

const words = messages.workspace;
const CHECK_EVERY_MS = 15_000;

interface RedemptionRowProps {
  redemption: Redemption;
  onUndo: (redemption: Redemption) => void;
}

/** One use: when, what, for whom, how much, and its undo while it may be undone. */
export function RedemptionRow({ redemption, onUndo }: RedemptionRowProps) {
  const now = useNow(CHECK_EVERY_MS);
  const { state, reversibleUntil } = redemption;
  const undoable = state === 'confirmed' && reversibleUntil !== null && Date.parse(reversibleUntil) > now;
  return (
    <Row
      title={redemption.title}
      detail={`${formatClock(redemption.at)}，${redemption.memberNameMasked}，${formatMoney(redemption.settlementFen)}`}
      value={
        state === 'reversed' ? (
          <Tag>{words.undone}</Tag>
        ) : (
          undoable && (
            <Button
              kind="text"
              size="small"
              icon="undo"
              label={`${words.undo} ${redemption.title}`}
              onTap={() => onUndo(redemption)}
            >
              {words.undo}
            </Button>
          )
        )
      }
    />
  );
}
