import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import * as z from 'zod/mini';
import { toInstant } from '../../http/instants';
import { consentPurpose, type Consent, type ConsentPurpose } from './contract';
import { cursorAfter, positionOf } from './time-cursor';

export interface ConsentChoice {
  purpose: ConsentPurpose;
  documentVersion: string;
  granted: boolean;
  /** The sentence that was read, and the control that was used. */
  wording?: string | undefined;
  how?: Consent['how'] | undefined;
  client?: Consent['client'] | undefined;
}

/** What people agreed to and took back, appended and never edited; the record is the receipt. */
export interface ConsentRecords {
  append(transaction: PoolClient, accountId: string, choice: ConsentChoice): Promise<Consent>;
  /** Newest first. */
  list(
    accountId: string,
    page: { limit: number; cursor?: string },
  ): Promise<{ items: Consent[]; nextCursor: string | null }>;
  /** True when the latest word on it was no. Who was never asked has taken nothing back. */
  isWithdrawn(accountId: string, purpose: ConsentPurpose): Promise<boolean>;
  /** After a merge; harmless when repeated. */
  copy(merged: { from: string; into: string }): Promise<void>;
}

interface Row {
  id: string;
  purpose: string;
  document_version: string;
  granted: boolean;
  wording: string | null;
  how: 'box' | 'sheet' | 'switch' | 'undo' | null;
  client: 'web' | 'app' | null;
  at: Date;
}

const COLUMNS = 'id, purpose, document_version, granted, wording, how, client, at';

function consentOf(row: Row): Consent {
  return {
    id: row.id,
    purpose: z.parse(consentPurpose, row.purpose),
    documentVersion: row.document_version,
    granted: row.granted,
    wording: row.wording,
    how: row.how,
    client: row.client,
    at: toInstant(row.at),
  };
}

export function createConsentRecords(pool: Pool): ConsentRecords {
  return {
    async append(transaction, accountId, { purpose, documentVersion, granted, wording, how, client }) {
      const { rows } = await transaction.query<Row>(
        `insert into consents (id, account_id, purpose, document_version, granted, wording, how, client)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
        [
          randomUUID(),
          accountId,
          purpose,
          documentVersion,
          granted,
          wording ?? null,
          how ?? null,
          client ?? null,
        ],
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
    async isWithdrawn(accountId, purpose) {
      const { rows } = await pool.query<{ granted: boolean }>(
        'select granted from consents where account_id = $1 and purpose = $2 order by at desc, id desc limit 1',
        [accountId, purpose],
      );
      return rows[0]?.granted === false;
    },
    async copy({ from, into }) {
      await pool.query(
        `insert into consents (id, account_id, purpose, document_version, granted, wording, how, client, at, copied_from_id)
         select gen_random_uuid()::text, $2, purpose, document_version, granted, wording, how, client, at, coalesce(copied_from_id, id) from consents where account_id = $1
         on conflict (account_id, copied_from_id) do nothing`,
        [from, into],
      );
    },
  };
}
