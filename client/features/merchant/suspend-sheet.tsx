import { useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { MerchantStore } from '../../../bff/features/merchant/contract';
import { ReasonField } from './reason-field';
import { suspendStore } from './store-api';
import { suspensionWords as words } from './store-messages';
import { useNaturalWrite } from './use-natural-write';
import { WriteFailure } from './write-failure';

interface SuspendSheetProps {
  store: MerchantStore;
  onSuspended: () => void;
  onClose: () => void;
}

/** Stops a store at once; the reason is what the clerks there read. */
export function SuspendSheet({ store, onSuspended, onClose }: SuspendSheetProps) {
  const [reason, setReason] = useState('');
  const stop = useNaturalWrite(() => suspendStore(store.id, reason), onSuspended);
  return (
    <Sheet
      open
      title={words.title(store.name)}
      onClose={onClose}
      action={
        <Button kind="danger" wide busyText={words.going} disabled={reason === ''} onTap={stop.run}>
          {words.go}
        </Button>
      }
    >
      <Stack gap={4}>
        <Words>{words.what}</Words>
        <ReasonField label={words.reason} reasons={words.reasons} onChange={setReason} />
        <WriteFailure failure={stop.failure} />
      </Stack>
    </Sheet>
  );
}
