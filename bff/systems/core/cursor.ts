import * as z from 'zod/mini';
import { cursorId, instant } from '../../http/contract';
import { invalidInput } from '../../http/problem';

const position = z.tuple([instant, cursorId]);

/** Where a list stopped: the last row's instant and id. The list is ordered by both, so a page never skips or repeats. */
export interface Position {
  at: Date;
  id: string;
}

export function encodeCursor({ at, id }: Position): string {
  return Buffer.from(`${at.toISOString()} ${id}`, 'utf8').toString('base64url');
}

/** @throws Problem 422 INVALID_INPUT for a cursor that this server never made */
export function decodeCursor(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const parsed = z.safeParse(position, Buffer.from(cursor, 'base64url').toString('utf8').split(' '));
  if (!parsed.success) {
    throw invalidInput([{ path: 'cursor', code: 'INVALID_CURSOR', message: '翻页的位置不对，请从头再看' }]);
  }
  const [at, id] = parsed.data;
  return { at: new Date(at), id };
}

export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
}

/** One row more than asked for tells whether there is a next page. */
export function toPage<Row>(found: Row[], limit: number, positionOf: (row: Row) => Position): Page<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, nextCursor: last && found.length > limit ? encodeCursor(positionOf(last)) : null };
}
