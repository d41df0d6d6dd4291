import { hashKey, type QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { dropKept, readKept, writeKept } from '@/platform/kept-answers';
import { watchForeground } from '@/platform/lifecycle';
import { useSession } from './session';

/**
 * Carries the answers of reads over a restart. Only a read that names the schema of what may stay is kept, so a one-time code or a merchant's list is
 * not kept by forgetting something. An answer is restored when its screen first asks for it and goes through its schema again: a launch parses nothing
 * it does not show.
 */
export type KeptSchema<T> = z.core.$ZodType<T>;

/** An answer that is renewed every few seconds is written once. */
const WRITE_AFTER_MS = 1_000;

interface Unwritten {
  account: string;
  at: number;
  data: unknown;
}

const unwritten = new Map<string, Unwritten>();
let timer: ReturnType<typeof setTimeout> | undefined;

export function restoreRead<T>(
  client: QueryClient,
  queryKey: readonly unknown[],
  schema: KeptSchema<T>,
): void {
  const { accountId, signedIn } = useSession.getState();
  if (!signedIn || accountId === undefined) return;
  const hash = hashKey(queryKey);
  if (client.getQueryCache().get(hash)) return;
  const kept = readKept(accountId, hash);
  if (!kept) return;
  const parsed = z.safeParse(schema, kept.data);
  if (!parsed.success) return dropKept(accountId, hash);
  client.setQueryData(queryKey, parsed.data, { updatedAt: kept.at });
  // Shown at once, and asked for again however young it is: the launch before this one may have missed something.
  void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
}

/** Also called when the app leaves the front: it may not come back. */
export function writeKeptReads(): void {
  clearTimeout(timer);
  timer = undefined;
  const { accountId, signedIn } = useSession.getState();
  for (const [hash, { account, at, data }] of unwritten) {
    // Somebody may have logged out since the answer came.
    if (signedIn && account === accountId) writeKept(account, hash, { at, data });
  }
  unwritten.clear();
}

/** Called once at launch. */
export function keepReads(client: QueryClient): void {
  watchForeground((inFront) => {
    if (!inFront) writeKeptReads();
  });
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    const { query } = event;
    const schema = query.meta?.kept as KeptSchema<unknown> | undefined;
    const { accountId, signedIn } = useSession.getState();
    if (!schema || !signedIn || accountId === undefined) return;
    // Parsed here too: what the schema does not name is left behind.
    const parsed = z.safeParse(schema, query.state.data);
    if (!parsed.success) return;
    unwritten.set(query.queryHash, {
      account: accountId,
      at: query.state.dataUpdatedAt,
      data: parsed.data,
    });
    timer ??= setTimeout(writeKeptReads, WRITE_AFTER_MS);
  });
}
