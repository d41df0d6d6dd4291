import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { FieldCipher } from '../../crypto/field-cipher';
import { toInstant } from '../../http/instants';
import type { DataExport } from './contract/privacy';
import type { ExportContent } from './export-content';

const CONTENT = 'bff.data_exports.content_sealed';
const KEPT_HOURS = 24;

export interface ExportOwner {
  accountId: string;
  sessionId: string;
}

/** Copies made on request: sealed, readable in the session that proved the phone, gone after a day. */
export interface DataExports {
  keep(transaction: PoolClient, owner: ExportOwner, content: ExportContent): Promise<DataExport>;
  /** The latest that this session may still open. */
  latest(owner: ExportOwner): Promise<DataExport | null>;
  open(owner: ExportOwner, id: string): Promise<ExportContent | undefined>;
  deleteOld(): Promise<void>;
}

interface Row {
  id: string;
  bytes: number;
  made_at: Date;
  expires_at: Date;
}

const COLUMNS = 'id, bytes, made_at, expires_at';
const OPENABLE = 'account_id = $1 and session_id = $2 and expires_at > now()';

const exportOf = (row: Row): DataExport => ({
  id: row.id,
  bytes: row.bytes,
  madeAt: toInstant(row.made_at),
  expiresAt: toInstant(row.expires_at),
});

export function createDataExports({ pool, cipher }: { pool: Pool; cipher: FieldCipher }): DataExports {
  return {
    async keep(transaction, { accountId, sessionId }, content) {
      const id = uuidv7();
      const text = JSON.stringify(content);
      await transaction.query('delete from data_exports where account_id = $1', [accountId]);
      const { rows } = await transaction.query<Row>(
        `insert into data_exports (id, account_id, session_id, content_sealed, bytes, expires_at)
         values ($1, $2, $3, $4, $5, now() + make_interval(hours => $6)) returning ${COLUMNS}`,
        [
          id,
          accountId,
          sessionId,
          cipher.seal(text, { column: CONTENT, rowId: id }),
          Buffer.byteLength(text),
          KEPT_HOURS,
        ],
      );
      if (!rows[0]) throw new Error('the export was not written');
      return exportOf(rows[0]);
    },
    async latest({ accountId, sessionId }) {
      const { rows } = await pool.query<Row>(
        `select ${COLUMNS} from data_exports where ${OPENABLE} order by made_at desc limit 1`,
        [accountId, sessionId],
      );
      return rows[0] ? exportOf(rows[0]) : null;
    },
    async open({ accountId, sessionId }, id) {
      const { rows } = await pool.query<{ content_sealed: Buffer }>(
        `select content_sealed from data_exports where ${OPENABLE} and id = $3`,
        [accountId, sessionId, id],
      );
      if (!rows[0]) return undefined;
      return JSON.parse(cipher.open(rows[0].content_sealed, { column: CONTENT, rowId: id })) as ExportContent;
    },
    async deleteOld() {
      await pool.query('delete from data_exports where expires_at < now()');
    },
  };
}
