import { failureOf } from '@/api/failures';
import { forgetPending, loadPending, storePending } from '@/api/pending-write';
import { hasSession } from '@/api/session';
import { askForConsent, type AskedPurpose } from '@/platform/consent-question';
import { documentVersion } from '@/platform/documents';
import { readStored, removeStored, writeStored } from '@/platform/storage';
import { consentAsking } from '@/ui/consent-messages';
import { consent, type Consent, type ConsentPurpose } from '../../bff/features/account/contract';
import { write } from './client';

export interface ConsentChoice {
  purpose: ConsentPurpose;
  documentVersion: string;
  granted: boolean;
  wording?: string;
  how?: NonNullable<Consent['how']>;
}

export const recordConsent = (choice: ConsentChoice, idempotencyKey: string): Promise<Consent> =>
  write({ method: 'POST', path: '/me/consents', body: choice, schema: consent, idempotencyKey });

const formKey = (purpose: ConsentPurpose) => `consent:${purpose}`;
/** Under `draft:`, so that logging out forgets it: the next person on this phone is asked, too. */
const givenKey = (purpose: AskedPurpose) => `draft:consent-given:${purpose}`;

/** What is agreed to before there is an account, or without a network, is kept on the phone and recorded later. */
export function keepConsent(choice: Omit<ConsentChoice, 'documentVersion' | 'granted'>): void {
  storePending<ConsentChoice>(formKey(choice.purpose), { ...choice, documentVersion, granted: true });
}

const underWay = new Map<ConsentPurpose, Promise<void>>();

/** Whoever waits for the same consent to be recorded shares one request. */
function send(purpose: ConsentPurpose): Promise<void> {
  const running = underWay.get(purpose) ?? sendNow(purpose).finally(() => underWay.delete(purpose));
  underWay.set(purpose, running);
  return running;
}

async function sendNow(purpose: ConsentPurpose): Promise<void> {
  const pending = loadPending<ConsentChoice>(formKey(purpose));
  if (!pending) return;
  try {
    await recordConsent(pending.body, pending.idempotencyKey);
  } catch (error) {
    // Refused for good: sending the same again would be refused again.
    if (failureOf(error).kind !== 'refused') return;
  }
  // A yes that was given meanwhile has yet to be sent.
  const now = loadPending<ConsentChoice>(formKey(purpose));
  if (now?.idempotencyKey === pending.idempotencyKey) forgetPending(formKey(purpose));
}

const kept: readonly ConsentPurpose[] = [
  'terms',
  'privacy',
  'identity',
  'location',
  'photos',
  'idPhotos',
  'health',
];

export async function sendKeptConsents(purposes: readonly ConsentPurpose[] = kept): Promise<void> {
  await Promise.all(purposes.map(send));
}

export const wasAgreedTo = (purpose: AskedPurpose): boolean =>
  readStored(givenKey(purpose)) === documentVersion;

/** Given on this phone, and the server does not know of it yet. */
export const isConsentOnItsWay = (purpose: AskedPurpose): boolean =>
  loadPending(formKey(purpose)) !== undefined;

/** The server knows of no consent: the next need asks again. What was given and not sent yet stays. */
export const doubtConsent = (purpose: AskedPurpose): void => removeStored(givenKey(purpose));

/** After a withdrawal the next need asks again. */
export function forgetConsent(purpose: AskedPurpose): void {
  removeStored(givenKey(purpose));
  forgetPending(formKey(purpose));
}

/**
 * True when the person agrees, now or before. Called by the tap that needs it: a no is an answer, the screen goes on without, and
 * only another tap asks again.
 */
export async function ensureConsent(purpose: AskedPurpose): Promise<boolean> {
  if (wasAgreedTo(purpose)) return true;
  if (!(await askForConsent(purpose))) return false;
  writeStored(givenKey(purpose), documentVersion);
  keepConsent({ purpose, wording: consentAsking[purpose].reason, how: 'sheet' });
  if (hasSession()) void sendKeptConsents([purpose]);
  return true;
}
