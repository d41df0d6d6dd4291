import { useState } from 'react';
import { queryClient } from '@/api/query-client';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Words } from '@/ui/text';
import { NotClerk } from '../../not-clerk';
import { StoreCard, type StoreStep } from '../../store-card';
import { storeWords as words } from '../../store-messages';
import { StoreStepSheet } from '../../store-step-sheet';
import { useClerk } from '../../use-clerk';
import { useOwnStores } from '../../use-own-stores';

interface Open {
  storeId: string;
  step: StoreStep;
}

/** The own stores; an owner changes hours and stops one, everybody else reads. */
export default function StoresPage() {
  usePullToRefresh(['counter', 'stores']);
  const me = useClerk();
  const read = useOwnStores();
  const [open, setOpen] = useState<Open>();
  const isOwner = me.read.data?.roles.includes('merchantOwner') ?? false;
  const chosen = read.data?.items.find(({ id }) => id === open?.storeId);
  if (me.read.data && me.stores.length === 0) {
    return (
      <Page title={words.title} elderCall={false}>
        <NotClerk />
      </Page>
    );
  }
  return (
    <Page title={words.title} elderCall={false}>
      <Loaded read={read} system={words.system}>
        {({ items }) => (
          <>
            {!isOwner && (
              <Words size="sub" tone="ink2">
                {words.ownerOnly}
              </Words>
            )}
            {items.map((store) => (
              <StoreCard
                key={store.id}
                store={store}
                isOwner={isOwner}
                onStep={(step) => setOpen({ storeId: store.id, step })}
              />
            ))}
          </>
        )}
      </Loaded>
      {chosen && open && (
        <StoreStepSheet
          store={chosen}
          step={open.step}
          onDone={() => {
            setOpen(undefined);
            void queryClient.invalidateQueries({ queryKey: ['counter', 'stores'] });
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}
