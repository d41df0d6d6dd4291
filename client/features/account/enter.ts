import { adoptLooks } from '@/api/account-preferences';
import { startSession } from '@/api/session';
import { rememberPhone } from '@/platform/remembered-phone';
import { goBack } from '@/platform/routes';
import type { Session } from '../../../bff/features/account/contract';
import { keepConsents, sendKeptConsents } from './consents';

/** From a session to the screen one came from: what was agreed to is recorded, the account's theme and elder mode hold on this phone too. */
export async function enter(session: Session, typedPhone?: string): Promise<void> {
  startSession(session);
  if (typedPhone !== undefined) rememberPhone(typedPhone);
  adoptLooks(session.account, Date.now());
  keepConsents(['terms', 'privacy']);
  void sendKeptConsents();
  await goBack();
}
