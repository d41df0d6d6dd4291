import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { useNaturalWrite } from './use-natural-write';
import { WriteFailure } from './write-failure';

interface AskSheetProps<Answer> {
  title: string;
  /** What follows from it. */
  text: string;
  go: string;
  going: string;
  send: () => Promise<Answer>;
  onDone: (answer: Answer) => void;
  onClose: () => void;
  facts?: ReactNode;
}

/** Asked once more before somebody loses something. */
export function AskSheet<Answer>(props: AskSheetProps<Answer>) {
  const { title, text, go, going, send, onDone, onClose, facts } = props;
  const { failure, run } = useNaturalWrite(send, onDone);
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      action={
        <Button kind="danger" wide busyText={going} onTap={run}>
          {go}
        </Button>
      }
    >
      <Stack gap={4}>
        {facts}
        <Words>{text}</Words>
        <WriteFailure failure={failure} />
      </Stack>
    </Sheet>
  );
}
