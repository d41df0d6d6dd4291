import { useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { messages } from './messages';

const words = messages.workspace;
const SHORTEST_CODE = 6;

interface TypeSheetProps {
  open: boolean;
  onClose: () => void;
  onCheck: (code: string) => Promise<void>;
}

/** For when the camera fails: eight digits, or the 兑换码. What was typed stays until the sheet is closed on purpose. */
export function TypeSheet({ open, onClose, onCheck }: TypeSheetProps) {
  const [code, setCode] = useState('');
  const bare = code.replace(/[\s-]/g, '');
  const check = async () => {
    await onCheck(bare);
    setCode('');
  };
  return (
    <Sheet
      open={open}
      title={words.typeTitle}
      onClose={onClose}
      action={
        <Button wide disabled={bare.length < SHORTEST_CODE} busyText={words.looking} onTap={check}>
          {words.typeGo}
        </Button>
      }
    >
      <Field
        label={words.typeLabel}
        hint={words.typeHint}
        value={code}
        onChange={setCode}
        maxLength={40}
        autoFocus
      />
    </Sheet>
  );
}
