import { useState } from 'react';
import { type Failure, failureOf } from '@/api/failures';
import { queryClient } from '@/api/query-client';
import { randomId } from '@/platform/random-id';
import { goTo, switchTab } from '@/platform/routes';
import { Button } from '@/ui/button';
import { wordsOf } from '@/ui/failure-words';
import { Notice } from '@/ui/notice';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { showToast } from '@/ui/toast';
import { Words } from '@/ui/text';
import type { PolicyDetail } from '../../../bff/features/policies/contract';
import { displayPlate } from '../../../bff/identifiers';
import { addPolicy, removePolicy } from './api';
import { shortName } from './messages';
import { removeWords as words } from './remove-messages';

function listChanged(): void {
  void queryClient.invalidateQueries({ queryKey: ['policies'], exact: true });
  void queryClient.invalidateQueries({ queryKey: ['home'] });
}

async function bringBack(policyNo: string): Promise<void> {
  try {
    await addPolicy(policyNo, randomId());
    listChanged();
    showToast({ text: words.back });
  } catch {
    // What went wrong is told where the number can be given once more.
    await goTo('policies/add');
  }
}

/** Off the list; the cover is not touched, and the number brings it back. Asked for, because coming back takes a try of five. */
export function RemovePolicy({ policy }: { policy: PolicyDetail }) {
  const { id, policyNo, vehicle } = policy;
  const name = shortName(policy);
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
    listChanged();
    await switchTab('policies');
    showToast({
      text: words.done(name),
      action: { label: words.restore, onTap: () => void bringBack(policyNo) },
    });
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
      <Sheet open={open} title={words.title(name)} onClose={() => setOpen(false)} action={action}>
        <Stack gap={3}>
          <Receipt
            lines={[
              { name: words.car, value: displayPlate(vehicle.plate) },
              { name: words.number, value: policyNo },
            ]}
          />
          <Words>{words.what}</Words>
        </Stack>
        {failure && <Notice tone="due">{`${wordsOf(failure).title}。${wordsOf(failure).detail}`}</Notice>}
      </Sheet>
    </>
  );
}
