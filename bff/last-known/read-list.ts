import type * as z from 'zod/mini';
import { toInstant } from '../http/instants';
import type { Known, LastKnown } from './last-known';

interface Page {
  items: unknown[];
  nextCursor: string | null;
  asOf?: string | undefined;
  stale?: boolean | undefined;
}

interface ListReading<List extends Page> {
  subject: string;
  /** Which list, e.g. `policies`. */
  name: string;
  query: Record<string, string | number | undefined>;
  schema: z.core.$ZodType<List>;
  fetch: () => Promise<List>;
}

/** How freshness looks in an answer: `stale` stands there only when it is true. */
export function freshnessOf(known: Pick<Known<unknown>, 'asOf' | 'stale'>): { asOf: string; stale?: true } {
  return known.stale ? { asOf: known.asOf, stale: true } : { asOf: known.asOf };
}

/** The first page of a list is kept for an outage; who pages on needs the system itself. */
export async function readList<List extends Page>(
  lastKnown: LastKnown,
  { subject, name, query, schema, fetch }: ListReading<List>,
): Promise<List> {
  if (query.cursor !== undefined) {
    const page = await fetch();
    return { ...page, asOf: page.asOf ?? toInstant(new Date()) };
  }
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  const what = [name, ...asked.map(([key, value]) => `${key}=${String(value)}`)].join(':');
  const known = await lastKnown.read({ subject, what, schema, fetch });
  return { ...known.value, ...freshnessOf(known) };
}
