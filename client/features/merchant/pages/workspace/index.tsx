import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Counter } from '../../counter';
import { messages, counterSystemWords } from '../../messages';
import { NotClerk } from '../../not-clerk';
import { useClerk } from '../../use-clerk';

export default function WorkspacePage() {
  const { read, stores, store, choose } = useClerk();
  return (
    <Page title={messages.workspace.title} elderCall={false}>
      <Loaded read={read} system={counterSystemWords.name}>
        {(clerk) =>
          store ? (
            <Counter
              key={store.id}
              clerkName={clerk.nameMasked}
              isOwner={clerk.roles.includes('merchantOwner')}
              store={store}
              stores={stores}
              onChooseStore={choose}
            />
          ) : (
            <NotClerk />
          )
        }
      </Loaded>
    </Page>
  );
}
