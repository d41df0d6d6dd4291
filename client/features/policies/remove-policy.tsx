import { useState } from 'react';
import { type Failure, failureOf } from '@/api/failures';
import { queryClient } from '@/api/query-client';
import { switchTab } from '@/platform/routes';
import { Button } from '@/ui/button';
import { wordsOf } from '@/ui/failure-words';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import { showToast } from '@/ui/toast';
import { Words } from '@/ui/text';
import { removePolicy } from './api';
import { removeWords as words } from './remove-messages';

/** Off the list; the cover is not touched, and the number brings it back. Asked for, because coming back takes a try of five. */
export function RemovePolicy({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const remove = async () => {
    try {
      await removePolicy(id);
    } catch (error) {
      setFailure(failureOf(error));
      return;
    }
    setOpen(false);
    showToast({ text: words.done });
    void queryClient.invalidateQueries({ queryKey: ['policies'], exact: true });
    void queryClient.invalidateQueries({ queryKey: ['home'] });
    await switchTab('policies');
  };
  const action = (
    <Button wide busyText={words.removing} onTap={remove}>
      {words.remove}
    </Button>
  );
  return (
    <>
      <Button kind="text" onTap={() => setOpen(true)}>
        {words.ask}
      </Button>
      <Sheet open={open} title={words.title} onClose={() => setOpen(false)} action={action}>
        <Words>{words.what}</Words>
        {failure && <Notice tone="due">{`${wordsOf(failure).title}。${wordsOf(failure).detail}`}</Notice>}
      </Sheet>
    </>
  );
}
