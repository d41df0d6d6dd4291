import { useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { showToast } from '@/ui/toast';
import { Words } from '@/ui/text';
import type { Clerk } from '../../../bff/features/merchant/contract';
import { AskSheet } from './ask-sheet';
import { RoleChoice } from './role-choice';
import { changeClerk, endDevicesOf, type Invitation, removeClerk } from './staff-api';
import { deviceWords, staffWords as words } from './staff-messages';
import { StorePicks } from './store-picks';
import { useNaturalWrite } from './use-natural-write';
import { WriteFailure } from './write-failure';

interface ClerkSheetProps {
  clerk: Clerk;
  stores: readonly { id: string; name: string }[];
  /** Something about this person has changed; the sheet is done. */
  onChanged: () => void;
  onClose: () => void;
}

const roleOf = ({ role }: Clerk): Invitation['role'] => (role === 'manager' ? 'manager' : 'clerk');

/** Another name, role or other stores; and the two ways out: a lost phone, and somebody who leaves. */
export function ClerkSheet({ clerk, stores, onChanged, onClose }: ClerkSheetProps) {
  const [asking, setAsking] = useState<'remove' | 'devices'>();
  const [name, setName] = useState(clerk.name);
  const [role, setRole] = useState(roleOf(clerk));
  const [storeIds, setStoreIds] = useState(() => clerk.stores.map(({ id }) => id));
  const done = (text: string) => {
    showToast({ text });
    onChanged();
  };
  const save = useNaturalWrite(
    () => changeClerk(clerk.id, { name: name.trim(), role, storeIds }),
    () => done(words.saved),
  );
  if (asking === 'remove') {
    return (
      <AskSheet
        title={words.removeTitle(clerk.name)}
        text={words.removeWhat(clerk.name)}
        go={words.removeGo(clerk.name)}
        going={words.removing}
        send={() => removeClerk(clerk.id)}
        onDone={() => done(words.removed(clerk.name))}
        onClose={() => setAsking(undefined)}
      />
    );
  }
  if (asking === 'devices') {
    return (
      <AskSheet
        title={deviceWords.endAllTitle(clerk.name)}
        text={deviceWords.endAllWhat(clerk.name)}
        go={deviceWords.endAllGo}
        going={deviceWords.ending}
        send={() => endDevicesOf(clerk.id)}
        onDone={({ ended }) => done(deviceWords.endedAll(ended))}
        onClose={() => setAsking(undefined)}
      />
    );
  }
  return (
    <Sheet
      open
      title={clerk.name}
      onClose={onClose}
      action={
        <Button
          wide
          busyText={words.saving}
          disabled={name.trim() === '' || storeIds.length === 0}
          onTap={save.run}
        >
          {words.save}
        </Button>
      }
    >
      <Stack gap={4}>
        <Words size="sub" tone="ink2">
          {clerk.phoneMasked}
        </Words>
        <Field label={words.name} value={name} onChange={setName} maxLength={20} />
        <RoleChoice role={role} onChange={setRole} />
        <StorePicks stores={stores} picked={storeIds} onChange={setStoreIds} />
        <WriteFailure failure={save.failure} />
        <Button kind="soft" wide icon="lock" onTap={() => setAsking('devices')}>
          {deviceWords.endAll(clerk.name)}
        </Button>
        <Button kind="text" wide icon="trash" onTap={() => setAsking('remove')}>
          {words.remove}
        </Button>
      </Stack>
    </Sheet>
  );
}
