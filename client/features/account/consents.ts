import { failureOf } from '@/api/failures';
import { forgetPending, loadPending, storePending } from '@/api/pending-write';
import { documentVersion } from '@/platform/documents';
import type { ConsentPurpose } from '../../../bff/features/account/contract';
import { recordConsent, type ConsentChoice } from './api';

const formKey = (purpose: ConsentPurpose) => `consent:${purpose}`;

/** What is agreed to before there is an account is kept on the phone and recorded once there is one; an answer that is lost is asked for again later. */
export function keepConsents(purposes: readonly ConsentPurpose[]): void {
  for (const purpose of purposes) {
    storePending<ConsentChoice>(formKey(purpose), { purpose, documentVersion, granted: true });
  }
}

const atLogin: readonly ConsentPurpose[] = ['terms', 'privacy'];

async function send(purpose: ConsentPurpose): Promise<void> {
  const pending = loadPending<ConsentChoice>(formKey(purpose));
  if (!pending) return;
  try {
    await recordConsent(pending.body, pending.idempotencyKey);
    forgetPending(formKey(purpose));
  } catch (error) {
    // Refused for good: sending the same again would be refused again.
    if (failureOf(error).kind === 'refused') forgetPending(formKey(purpose));
  }
}

export async function sendKeptConsents(purposes: readonly ConsentPurpose[] = atLogin): Promise<void> {
  await Promise.all(purposes.map(send));
}
