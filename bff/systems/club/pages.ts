import * as z from 'zod/mini';
import { invalidInput } from '../../http/problem';

const DEFAULT_LIMIT = 20;

export interface PageQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}

const position = z.tuple([z.union([z.string(), z.number()]), z.string()]);

/** Where a page ended: the value it is sorted by and the id. Opaque to callers, checked when it comes back. */
export type Position = z.infer<typeof position>;

export const limitOf = ({ limit }: PageQuery) => limit ?? DEFAULT_LIMIT;

function refuse(): never {
  throw invalidInput([{ path: 'cursor', code: 'CURSOR', message: '翻页位置已失效，请从头刷新' }]);
}

function decode(cursor: string): Position {
  try {
    return z.parse(position, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return refuse();
  }
}

/** For lists sorted by an instant. */
export function timePosition({ cursor }: PageQuery): { at: Date | null; id: string | null } {
  if (cursor === undefined) return { at: null, id: null };
  const [at, id] = decode(cursor);
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? refuse() : { at: instant, id };
}

/** For lists sorted by a number. */
export function numberPosition({ cursor }: PageQuery): { at: number | null; id: string | null } {
  if (cursor === undefined) return { at: null, id: null };
  const [at, id] = decode(cursor);
  return typeof at === 'number' && Number.isSafeInteger(at) ? { at, id } : refuse();
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
