import { createHmac, type KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { FieldCipher } from '../../crypto/field-cipher';
import { Problem } from '../../http/problem';
import type { SmsMessage } from '../../upstream/sms/contract';
import type { Rendered } from './templates';

const CONTENT = 'sms.messages.content_sealed';
const PHONE = 'sms.messages.phone_index';
/** An inbox is for trying things out; nothing in it is worth keeping longer. */
const KEPT_DAYS = 7;
const INBOX_LENGTH = 50;

export interface MessageStore {
  /** The same key with the same message is one message; with another it is refused. */
  accept(message: SmsMessage, options: { key: string; rendered: Rendered }): Promise<Accepted>;
  /** Newest first. */
  inbox(phone: string): Promise<(Rendered & { at: Date })[]>;
  deleteOld(): Promise<void>;
}

export interface Accepted {
  id: string;
  at: Date;
  replayed: boolean;
}

interface Row {
  id: string;
  accepted_at: Date;
  content_sealed: Buffer;
  input_hash: Buffer;
}

function inputHashOf(key: KeyObject, message: SmsMessage): Buffer {
  const values = Object.entries(message.values).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha256', key)
    .update(JSON.stringify([message.phone, message.template, values]))
    .digest();
}

export function createMessageStore(deps: {
  pool: Pool;
  cipher: FieldCipher;
  inputKey: KeyObject;
}): MessageStore {
  const { pool, cipher, inputKey } = deps;

  async function earlier(key: string, inputHash: Buffer): Promise<Accepted> {
    const { rows } = await pool.query<Row>(
      'select id, accepted_at, input_hash from messages where request_key = $1',
      [key],
    );
    const row = rows[0];
    if (!row?.input_hash.equals(inputHash)) {
      throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', '这个请求编号已经用在另一条短信上');
    }
    return { id: row.id, at: row.accepted_at, replayed: true };
  }

  return {
    async accept(message, { key, rendered }) {
      const id = uuidv7();
      const inputHash = inputHashOf(inputKey, message);
      const content = cipher.seal(JSON.stringify(rendered), { column: CONTENT, rowId: id });
      const { rows } = await pool.query<Row>(
        `insert into messages (id, request_key, input_hash, template, phone_index, content_sealed)
         values ($1, $2, $3, $4, $5, $6) on conflict (request_key) do nothing returning id, accepted_at`,
        [id, key, inputHash, message.template, cipher.blindIndex(PHONE, message.phone), content],
      );
      const row = rows[0];
      return row ? { id: row.id, at: row.accepted_at, replayed: false } : earlier(key, inputHash);
    },

    async inbox(phone) {
      const { rows } = await pool.query<Row>(
        'select id, accepted_at, content_sealed from messages where phone_index = $1 order by id desc limit $2',
        [cipher.blindIndex(PHONE, phone), INBOX_LENGTH],
      );
      return rows.map((row) => {
        const plain = cipher.open(row.content_sealed, { column: CONTENT, rowId: row.id });
        return { ...(JSON.parse(plain) as Rendered), at: row.accepted_at };
      });
    },

    async deleteOld() {
      await pool.query('delete from messages where accepted_at < now() - make_interval(days => $1)', [
        KEPT_DAYS,
      ]);
    },
  };
}
