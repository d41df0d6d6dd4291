import { loadPending } from '@/api/pending-write';
import { readStored, removeStored, writeStored } from '@/platform/storage';

/** What a redemption without an answer is about, so that it has a name after a restart too. */
export interface PendingUse {
  title: string;
  memberNameMasked: string;
}

export const redemptionForm = (storeId: string): string => `redeem:${storeId}`;

const keyOf = (storeId: string): string => `pending:redeem-about:${storeId}`;

export function notePendingUse(storeId: string, { title, memberNameMasked }: PendingUse): void {
  writeStored(keyOf(storeId), { title, memberNameMasked });
}

export function forgetPendingUse(storeId: string): void {
  removeStored(keyOf(storeId));
}

/** Undefined where nothing waits for an answer. */
export function readPendingUse(
  storeId: string,
): { sentAt: string; about: PendingUse | undefined } | undefined {
  const pending = loadPending(redemptionForm(storeId));
  if (!pending) return undefined;
  const about = readStored(keyOf(storeId)) as Partial<PendingUse> | undefined;
  const known = typeof about?.title === 'string' && typeof about.memberNameMasked === 'string';
  return { sentAt: pending.at, about: known ? (about as PendingUse) : undefined };
}
