import { useState } from 'react';
import { Card } from '@/ui/card';
import { Rows } from '@/ui/row';
import { showToast } from '@/ui/toast';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { messages } from './messages';
import { RedemptionRow } from './redemption-row';
import { UndoSheet } from './undo-sheet';

interface RedemptionListProps {
  items: readonly Redemption[];
  withStore?: boolean;
  withClerk?: boolean;
  onUndone?: (redemption: Redemption) => void;
}

/** Uses below each other, each with its undo. */
export function RedemptionList({ items, withStore, withClerk, onUndone }: RedemptionListProps) {
  const [undoing, setUndoing] = useState<Redemption>();
  return (
    <>
      <Card flush>
        <Rows>
          {items.map((redemption) => (
            <RedemptionRow
              key={redemption.id}
              redemption={redemption}
              withStore={withStore}
              withClerk={withClerk}
              onUndo={setUndoing}
            />
          ))}
        </Rows>
      </Card>
      {undoing && (
        <UndoSheet
          redemption={undoing}
          onUndone={(undone) => {
            setUndoing(undefined);
            showToast({ text: messages.undo.done });
            onUndone?.(undone);
          }}
          onClose={() => setUndoing(undefined)}
        />
      )}
    </>
  );
}
