import type { PropsWithChildren } from 'react';
import { useSignedIn } from '@/api/session';
import { goTo } from '@/platform/routes';
import { Empty } from '@/ui/empty';
import { correctWords as words } from './correct-messages';

/** What is behind it belongs to an account; a visitor is told so, with one way there. */
export function SignedInOnly({ children }: PropsWithChildren) {
  if (useSignedIn()) return <>{children}</>;
  return (
    <Empty
      icon="key"
      title={words.notSignedIn}
      action={{ text: words.login, onTap: () => void goTo('account/login') }}
    >
      {words.loginHint}
    </Empty>
  );
}
