import * as z from 'zod/mini';
import { cursorId, instant } from '../../http/contract';
import { invalidInput } from '../../http/problem';

const DEFAULT_LIMIT = 20;

export interface PageQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}

const inTime = z.tuple([instant, cursorId]);
const inNumbers = z.tuple([z.int().check(z.gte(0)), cursorId]);

/** Where a page ended: the value it is sorted by and the id. Opaque to callers, checked when it comes back. */
export type Position = z.infer<typeof inTime> | z.infer<typeof inNumbers>;

export const limitOf = ({ limit }: PageQuery) => limit ?? DEFAULT_LIMIT;

/** Whoever writes a cursor by hand is told so here: in a query it would look like a fault of the database. */
function decode<S extends z.core.$ZodType>(shape: S, cursor: string): z.output<S> {
  try {
    return z.parse(shape, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalidInput([{ path: 'cursor', code: 'CURSOR', message: '翻页位置已失效，请从头刷新' }]);
  }
}

/** For lists sorted by an instant. */
export function timePosition({ cursor }: PageQuery): { at: Date | null; id: string | null } {
  if (cursor === undefined) return { at: null, id: null };
  const [at, id] = decode(inTime, cursor);
  return { at: new Date(at), id };
}

/** For lists sorted by a number. */
export function numberPosition({ cursor }: PageQuery): { at: number | null; id: string | null } {
  if (cursor === undefined) return { at: null, id: null };
  const [at, id] = decode(inNumbers, cursor);
  return { at, id };
}

/** Takes one row more than asked for as the sign that there is another page. */
export function page<Row, Item>(
  rows: readonly Row[],
  query: PageQuery,
  shape: { item(row: Row): Item; position(row: Row): Position },
): { items: Item[]; nextCursor: string | null } {
  const limit = limitOf(query);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map((row) => shape.item(row)),
    nextCursor: more ? Buffer.from(JSON.stringify(shape.position(last))).toString('base64url') : null,
  };
}
