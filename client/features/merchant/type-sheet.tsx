import { useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { messages } from './messages';

const words = messages.workspace;
const SHORTEST_CODE = 6;

interface TypeSheetProps {
  /** What was typed before and is put right now. */
  typed: string;
  /** Why the look-up brought no answer; what was typed stays. */
  trouble: string | undefined;
  onClose: () => void;
  onCheck: (code: string) => Promise<void>;
}

/** For when the camera fails: eight digits, or the 兑换码. What was typed stays until there is an answer. */
export function TypeSheet({ typed, trouble, onClose, onCheck }: TypeSheetProps) {
  const [code, setCode] = useState(typed);
  const bare = code.replace(/[\s-]/g, '');
  return (
    <Sheet
      open
      title={words.typeTitle}
      onClose={onClose}
      action={
        <Button
          wide
          disabled={bare.length < SHORTEST_CODE}
          busyText={words.looking}
          onTap={() => onCheck(bare)}
        >
          {words.typeGo}
        </Button>
      }
    >
      <Stack gap={4}>
        <Field
          label={words.typeLabel}
          hint={words.typeHint}
          value={code}
          onChange={setCode}
          maxLength={40}
          autoFocus
        />
        {trouble && (
          <Notice tone="due" icon="cloudoff">
            {trouble}
          </Notice>
        )}
      </Stack>
    </Sheet>
  );
}
