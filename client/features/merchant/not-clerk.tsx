import { switchTab } from '@/platform/routes';
import { Empty } from '@/ui/empty';
import { messages } from './messages';

const words = messages.workspace;

/** An account without a store: what to do about it, and the way out. */
export function NotClerk() {
  return (
    <Empty
      icon="store"
      title={words.notClerk}
      action={{ text: words.toMember, onTap: () => void switchTab('me') }}
    >
      {words.notClerkHint}
    </Empty>
  );
}
