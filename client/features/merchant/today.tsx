import { useState } from 'react';
import type { Read } from '@/api/use-read';
import { Card } from '@/ui/card';
import { Loaded } from '@/ui/loaded';
import { Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { Skeleton } from '@/ui/skeleton';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { messages, counterSystemWords } from './messages';
import { RedemptionRow } from './redemption-row';
import { UndoSheet } from './undo-sheet';

const words = messages.workspace;

/** Every use of today, each with its undo. */
export function Today({ read }: { read: Read<{ items: Redemption[] }> }) {
  const [undoing, setUndoing] = useState<Redemption>();
  return (
    <Section title={words.recent}>
      <Loaded read={read} system={counterSystemWords.name} skeleton={<Skeleton cards={1} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Words bold>{words.none}</Words>
              <Words size="sub" tone="ink2">
                {words.noneHint}
              </Words>
            </Card>
          ) : (
            <Card flush>
              <Rows>
                {items.map((redemption) => (
                  <RedemptionRow key={redemption.id} redemption={redemption} onUndo={setUndoing} />
                ))}
              </Rows>
            </Card>
          )
        }
      </Loaded>
      {undoing && (
        <UndoSheet
          redemption={undoing}
          onUndone={() => {
            setUndoing(undefined);
            showToast({ text: messages.undo.done });
          }}
          onClose={() => setUndoing(undefined)}
        />
      )}
    </Section>
  );
}
