import { useState } from 'react';
import { useRead } from '@/api/use-read';
import { Button } from '@/ui/button';
import { formatMoney } from '@/ui/format/money';
import { formatInstant, toShanghaiIso } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { readDay } from './api';
import { messages, counterSystemWords } from './messages';
import { type EarlierUse, showOutcome } from './outcome';
import { isUndoable } from './undo-time';
import { UndoSheet } from './undo-sheet';

const words = messages.earlier;

interface EarlierSheetProps {
  earlier: EarlierUse;
  onClose: () => void;
}

/** The use that a guest cannot remember: what it was, who did it, and its undo while there is one. */
export function EarlierSheet({ earlier, onClose }: EarlierSheetProps) {
  const [undoing, setUndoing] = useState<Redemption>();
  const day = toShanghaiIso(earlier.at).slice(0, 10);
  const read = useRead({
    key: ['counter', 'day', day],
    read: ({ signal }) => readDay({ date: day, limit: 100 }, signal),
  });
  const use = read.data?.items.find(({ id }) => id === earlier.redemptionId);
  if (undoing) {
    return (
      <UndoSheet
        redemption={undoing}
        onUndone={(undone) => showOutcome({ kind: 'confirmed', redemption: undone })}
        onClose={() => setUndoing(undefined)}
      />
    );
  }
  return (
    <Sheet
      open
      title={words.title}
      onClose={onClose}
      action={
        use &&
        isUndoable(use, Date.now()) && (
          <Button kind="danger" wide icon="undo" onTap={() => setUndoing(use)}>
            {messages.undo.go}
          </Button>
        )
      }
    >
      <Loaded read={read} system={counterSystemWords.name} skeleton={<Skeleton cards={1} />}>
        {() => (use ? <Use use={use} /> : <Words>{words.none}</Words>)}
      </Loaded>
    </Sheet>
  );
}

function Use({ use }: { use: Redemption }) {
  const undoable = isUndoable(use, Date.now());
  return (
    <Stack gap={4}>
      <Receipt
        lines={[
          { name: words.service, value: use.title },
          { name: messages.result.member, value: use.memberNameMasked },
          { name: messages.result.time, value: formatInstant(use.at) },
          { name: messages.result.store, value: use.storeName },
          { name: words.clerk, value: use.clerkName },
          { name: messages.result.settlement, value: formatMoney(use.settlementFen) },
        ]}
      />
      {!undoable && (
        <Words size="sub" tone="ink2">
          {use.state === 'reversed' ? words.done : words.noUndo}
        </Words>
      )}
    </Stack>
  );
}
