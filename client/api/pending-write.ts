import { randomId } from '@/platform/random-id';
import { readStored, removeStored, writeStored } from '@/platform/storage';

/** A write whose outcome is not known yet: its request id, and exactly what was sent. It outlives the app. */
export interface PendingWrite<Body> {
  idempotencyKey: string;
  body: Body;
  at: string;
}

const storageKey = (formKey: string) => `pending:${formKey}`;

export function loadPending<Body>(formKey: string): PendingWrite<Body> | undefined {
  const stored = readStored(storageKey(formKey)) as Partial<PendingWrite<Body>> | undefined;
  return typeof stored?.idempotencyKey === 'string' ? (stored as PendingWrite<Body>) : undefined;
}

/** The id is stored before anything is sent: an answer that never arrives can be asked for again under the same id. */
export function storePending<Body>(
  formKey: string,
  body: Body,
  idempotencyKey = randomId(),
): PendingWrite<Body> {
  const pending = { idempotencyKey, body, at: new Date().toISOString() };
  writeStored(storageKey(formKey), pending);
  return pending;
}

export function forgetPending(formKey: string): void {
  removeStored(storageKey(formKey));
}
