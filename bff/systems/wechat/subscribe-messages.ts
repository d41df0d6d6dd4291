import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { FieldCipher } from '../../crypto/field-cipher';

const CONTENT = 'wechat.messages.content_sealed';
const PHONE = 'wechat.devices.phone_index';
const KEPT_DAYS = 7;
const INBOX_LENGTH = 50;

interface Content {
  text: string;
  page: string;
}

export interface SubscribeMessages {
  /** 允许 in the question of requestSubscribeMessage: one more message of this template. */
  accept(openid: string, templateId: string): Promise<void>;
  /** @returns false when no acceptance is left: then nothing arrives */
  deliver(openid: string, templateId: string, content: Content): Promise<boolean>;
  /** Which number's phone this account is on. */
  noteDevice(openid: string, phone: string): Promise<void>;
  /** Newest first. */
  arrived(phone: string): Promise<(Content & { at: Date })[]>;
  deleteOld(): Promise<void>;
}

export function createSubscribeMessages(pool: Pool, cipher: FieldCipher): SubscribeMessages {
  return {
    async accept(openid, templateId) {
      await pool.query(
        `insert into acceptances (openid, template_id, left_count) values ($1, $2, 1)
         on conflict (openid, template_id) do update set left_count = acceptances.left_count + 1`,
        [openid, templateId],
      );
    },
    async deliver(openid, templateId, content) {
      const id = uuidv7();
      const sealed = cipher.seal(JSON.stringify(content), { column: CONTENT, rowId: id });
      const { rowCount } = await pool.query(
        `with used as (
           update acceptances set left_count = left_count - 1
           where openid = $1 and template_id = $2 and left_count > 0 returning openid
         )
         insert into messages (id, openid, content_sealed) select $3, openid, $4 from used`,
        [openid, templateId, id, sealed],
      );
      return rowCount === 1;
    },
    async noteDevice(openid, phone) {
      await pool.query(
        `insert into devices (openid, phone_index) values ($1, $2)
         on conflict (openid) do update set phone_index = excluded.phone_index`,
        [openid, cipher.blindIndex(PHONE, phone)],
      );
    },
    async arrived(phone) {
      const { rows } = await pool.query<{ id: string; content_sealed: Buffer; sent_at: Date }>(
        `select m.id, m.content_sealed, m.sent_at from messages m join devices d on d.openid = m.openid
         where d.phone_index = $1 order by m.id desc limit $2`,
        [cipher.blindIndex(PHONE, phone), INBOX_LENGTH],
      );
      return rows.map((row) => {
        const plain = cipher.open(row.content_sealed, { column: CONTENT, rowId: row.id });
        return { ...(JSON.parse(plain) as Content), at: row.sent_at };
      });
    },
    async deleteOld() {
      await pool.query('delete from messages where sent_at < now() - make_interval(days => $1)', [KEPT_DAYS]);
    },
  };
}
