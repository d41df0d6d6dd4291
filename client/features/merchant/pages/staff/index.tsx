import { useState } from 'react';
import { queryClient } from '@/api/query-client';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Skeleton } from '@/ui/skeleton';
import type { Clerk } from '../../../../../bff/features/merchant/contract';
import { ClerkSheet } from '../../clerk-sheet';
import { DeviceList } from '../../device-list';
import { InviteSheet } from '../../invite-sheet';
import { NotClerk } from '../../not-clerk';
import { readClerks, readDevices } from '../../staff-api';
import { staffWords as words } from '../../staff-messages';
import { StaffList } from '../../staff-list';
import { useClerk } from '../../use-clerk';

const KEY = 'staff';

/** Who may stand at the counter, and with which phones: an owner sees all, a manager the own stores, a clerk only themselves. */
export default function StaffPage() {
  usePullToRefresh([KEY]);
  const me = useClerk();
  const clerks = useRead({ key: [KEY, 'clerks'], read: ({ signal }) => readClerks(signal) });
  const devices = useRead({ key: [KEY, 'devices'], read: ({ signal }) => readDevices(signal) });
  const [open, setOpen] = useState<'invite' | Clerk>();
  const isOwner = me.read.data?.roles.includes('merchantOwner') ?? false;
  const renew = () => void queryClient.invalidateQueries({ queryKey: [KEY] });
  const changed = () => {
    setOpen(undefined);
    renew();
  };
  if (me.read.data && me.stores.length === 0) {
    return (
      <Page title={words.title} elderCall={false}>
        <NotClerk />
      </Page>
    );
  }
  const action = isOwner && (
    <ActionBar>
      <Button wide icon="plus" onTap={() => setOpen('invite')}>
        {words.invite}
      </Button>
    </ActionBar>
  );
  // One reason is said once, not for each part of the page.
  const isSaid = clerks.failure !== undefined && clerks.failure.kind === devices.failure?.kind;
  return (
    <Page title={words.title} elderCall={false} action={action || undefined}>
      <Loaded read={clerks} system={words.system} skeleton={<Skeleton cards={1} />}>
        {({ items }) => <StaffList clerks={items} {...(isOwner ? { onChoose: setOpen } : {})} />}
      </Loaded>
      {!(isSaid && devices.data === undefined) && (
        <Loaded read={devices} system={words.system} skeleton={<Skeleton cards={1} />}>
          {({ items }) => <DeviceList devices={items} onEnded={renew} />}
        </Loaded>
      )}
      {open === 'invite' && (
        <InviteSheet stores={me.stores} onInvited={changed} onClose={() => setOpen(undefined)} />
      )}
      {open && open !== 'invite' && (
        <ClerkSheet clerk={open} stores={me.stores} onChanged={changed} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}
