import { adoptLooks } from '@/api/account-preferences';
import { keepConsent, sendKeptConsents } from '@/api/consents';
import { queryClient } from '@/api/query-client';
import { startSession } from '@/api/session';
import { forgetInvitation } from '@/platform/invitation';
import { rememberPhone } from '@/platform/remembered-phone';
import { goBack } from '@/platform/routes';
import type { Session } from '../../../bff/features/account/contract';
import { loginPageWords } from './messages';

/** From a session to the screen one came from: what was agreed to is recorded, the account's theme and elder mode hold on this phone too. */
export async function enter(session: Session, typedPhone?: string): Promise<void> {
  startSession(session);
  // It counts for the first login on this phone, whoever that was.
  forgetInvitation();
  if (typedPhone !== undefined) rememberPhone(typedPhone);
  // The login has told who it is: 我的 draws all its cards at once, and nothing moves down when the answer comes again.
  queryClient.setQueryData(['me'], session.account, { updatedAt: 0 });
  adoptLooks(session.account, Date.now());
  for (const purpose of ['terms', 'privacy'] as const) {
    keepConsent({ purpose, wording: loginPageWords.agreeLabel, how: 'box' });
  }
  void sendKeptConsents();
  await goBack();
}
