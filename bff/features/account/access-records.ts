import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import type { FieldCipher } from '../../crypto/field-cipher';
import { toInstant } from '../../http/instants';
import { maskName } from '../../masking';
import { accessAction, accessField, type AccessRecord } from './contract/privacy';
import { cursorAfter, positionOf } from './time-cursor';

const NAME = 'bff.access_records.viewer_name_sealed';
const COLUMNS = 'id, viewer_role, viewer_name_sealed, place, action, fields, at';

export interface Seen {
  accountId: string;
  viewer: { role: AccessRecord['viewer']['role']; id: string; name?: string; place?: string };
  action: AccessRecord['action'];
  fields: readonly AccessRecord['fields'][number][];
  /** When it was; now without it. */
  at?: string;
  /** Names the occasion: seen twice on one occasion is one entry. */
  occasion?: string;
}

/**
 * Who other than the owner saw personal data. Whoever serves it writes the record first, so that nothing is shown
 * without a trace; records are appended and never edited, and stand for three years.
 */
export interface AccessRecords {
  note(seen: Seen): Promise<void>;
  /** Newest first. */
  list(
    accountId: string,
    page: { limit: number; cursor?: string },
  ): Promise<{ items: AccessRecord[]; nextCursor: string | null }>;
  /** After a merge; harmless when repeated. */
  copy(merged: { from: string; into: string }): Promise<void>;
  deleteOld(): Promise<void>;
}

interface Row {
  id: string;
  viewer_role: AccessRecord['viewer']['role'];
  viewer_name_sealed: Buffer | null;
  place: string | null;
  action: string;
  fields: string[];
  at: Date;
}

const idOf = ({ accountId, viewer, action, occasion }: Seen): string =>
  occasion === undefined
    ? randomUUID()
    : createHash('sha256').update(`${accountId}:${viewer.id}:${action}:${occasion}`).digest('base64url');

export function createAccessRecords({ pool, cipher }: { pool: Pool; cipher: FieldCipher }): AccessRecords {
  /** A copy keeps the envelope of the original, and with it the original's row id. */
  const recordOf = (row: Row & { copied_from_id: string | null }): AccessRecord => ({
    id: row.id,
    at: toInstant(row.at),
    viewer: {
      role: row.viewer_role,
      nameMasked:
        row.viewer_name_sealed === null
          ? null
          : maskName(
              cipher.open(row.viewer_name_sealed, { column: NAME, rowId: row.copied_from_id ?? row.id }),
            ),
      place: row.place,
    },
    action: z.parse(accessAction, row.action),
    fields: row.fields.map((field) => z.parse(accessField, field)),
  });

  return {
    async note(seen) {
      const { accountId, viewer, action, fields, at } = seen;
      const id = idOf(seen);
      await pool.query(
        `insert into access_records (id, account_id, viewer_role, viewer_id, viewer_name_sealed, place, action, fields, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9::timestamptz, now())) on conflict (id) do nothing`,
        [
          id,
          accountId,
          viewer.role,
          viewer.id,
          viewer.name === undefined ? null : cipher.seal(viewer.name, { column: NAME, rowId: id }),
          viewer.place ?? null,
          action,
          fields,
          at ?? null,
        ],
      );
    },
    async list(accountId, { limit, cursor }) {
      const [at, id] = cursor ? positionOf(cursor) : ['infinity', ''];
      const { rows } = await pool.query<Row & { copied_from_id: string | null }>(
        `select ${COLUMNS}, copied_from_id from access_records
         where account_id = $1 and (at, id) < ($2::timestamptz, $3) order by at desc, id desc limit $4`,
        [accountId, at, id, limit + 1],
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(recordOf),
        nextCursor: rows.length > limit && last ? cursorAfter(last) : null,
      };
    },
    async copy({ from, into }) {
      await pool.query(
        `insert into access_records (id, account_id, viewer_role, viewer_id, viewer_name_sealed, place, action, fields, at, copied_from_id)
         select encode(sha256(convert_to($2 || ':' || coalesce(copied_from_id, id), 'UTF8')), 'hex'), $2, viewer_role, viewer_id, viewer_name_sealed, place, action, fields, at,
           coalesce(copied_from_id, id)
         from access_records where account_id = $1 on conflict (id) do nothing`,
        [from, into],
      );
    },
    async deleteOld() {
      await pool.query(`delete from access_records where at < now() - interval '3 years'`);
    },
  };
}
