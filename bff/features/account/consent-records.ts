import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import * as z from 'zod/mini';
import { cursorId, instant } from '../../http/contract';
import { toInstant } from '../../http/instants';
import { invalidInput } from '../../http/problem';
import { consentPurpose, type Consent, type ConsentPurpose } from './contract';

export interface ConsentChoice {
  purpose: ConsentPurpose;
  documentVersion: string;
  granted: boolean;
}

/** What people agreed to and took back, appended and never edited; the record is the receipt. */
export interface ConsentRecords {
  append(transaction: PoolClient, accountId: string, choice: ConsentChoice): Promise<Consent>;
  /** Newest first. */
  list(
    accountId: string,
    page: { limit: number; cursor?: string },
  ): Promise<{ items: Consent[]; nextCursor: string | null }>;
  /** After a merge; harmless when repeated. */
  copy(merged: { from: string; into: string }): Promise<void>;
}

interface Row {
  id: string;
  purpose: string;
  document_version: string;
  granted: boolean;
  at: Date;
}

const COLUMNS = 'id, purpose, document_version, granted, at';
const position = z.tuple([instant, cursorId]);

function consentOf(row: Row): Consent {
  return {
    id: row.id,
    purpose: z.parse(consentPurpose, row.purpose),
    documentVersion: row.document_version,
    granted: row.granted,
    at: toInstant(row.at),
  };
}

const cursorAfter = (row: Row) =>
  Buffer.from(JSON.stringify([row.at.toISOString(), row.id])).toString('base64url');

function positionOf(cursor: string): z.infer<typeof position> {
  try {
    return z.parse(position, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalidInput([{ path: 'cursor', code: 'CURSOR', message: '翻页位置不对，请从第一页重新看' }]);
  }
}

export function createConsentRecords(pool: Pool): ConsentRecords {
  return {
    async append(transaction, accountId, { purpose, documentVersion, granted }) {
      const { rows } = await transaction.query<Row>(
        `insert into consents (id, account_id, purpose, document_version, granted)
         values ($1, $2, $3, $4, $5) returning ${COLUMNS}`,
        [randomUUID(), accountId, purpose, documentVersion, granted],
      );
      const row = rows[0];
      if (!row) throw new Error('the consent was not written');
      return consentOf(row);
    },
    async list(accountId, { limit, cursor }) {
      const [at, id] = cursor ? positionOf(cursor) : ['infinity', ''];
      const { rows } = await pool.query<Row>(
        `select ${COLUMNS} from consents where account_id = $1 and (at, id) < ($2::timestamptz, $3)
         order by at desc, id desc limit $4`,
        [accountId, at, id, limit + 1],
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(consentOf),
        nextCursor: rows.length > limit && last ? cursorAfter(last) : null,
      };
    },
    async copy({ from, into }) {
      await pool.query(
        `insert into consents (id, account_id, purpose, document_version, granted, at, copied_from_id)
         select gen_random_uuid()::text, $2, purpose, document_version, granted, at, id from consents where account_id = $1
         on conflict (account_id, copied_from_id) do nothing`,
        [from, into],
      );
    },
  };
}
