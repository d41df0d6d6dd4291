import * as z from 'zod/mini';
import { cursorId, instant } from '../../http/contract';
import { invalidInput } from '../../http/problem';

const position = z.tuple([instant, cursorId]);

/** Where a page ended, for lists that run from the newest to the oldest. */
export const cursorAfter = (row: { at: Date; id: string }): string =>
  Buffer.from(JSON.stringify([row.at.toISOString(), row.id])).toString('base64url');

/** @throws Problem 422 for a cursor that is not one of ours */
export function positionOf(cursor: string): z.infer<typeof position> {
  try {
    return z.parse(position, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalidInput([{ path: 'cursor', code: 'CURSOR', message: '翻页位置不对，请从第一页重新看' }]);
  }
}
