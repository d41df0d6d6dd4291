import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { FieldCipher } from '../crypto/field-cipher';
import type { MessageKind } from '../upstream/wechat/subscribe-message';

const OPENID_SEALED = 'bff.message_acceptances.openid_sealed';
const OPENID_INDEX = 'bff.message_acceptances.openid_index';
/** WeChat keeps more, a person does not remember them. */
const MOST_WAITING = 20;
/** A call and the fetch of its token end within their deadlines, well before this. */
const LONGEST_CALL_SECONDS = 10;
const USED_KEPT_DAYS = 30;
/** An acceptance nobody used for so long is of another matter. */
const UNUSED_KEPT_DAYS = 365;

export interface TakenAcceptance {
  id: string;
  openid: string;
  /** This message was begun before, and nobody heard what became of it. */
  begunBefore: boolean;
  /** It was begun so shortly ago that another server may still be waiting for the answer. */
  underWay: boolean;
  /** WeChat owes this person another message of the kind: a second call would bring a second one. */
  moreAreWaiting: boolean;
}

export interface Acceptances {
  /** @returns how many messages of the kind are waiting to be used, this one with them */
  add(
    transaction: PoolClient,
    given: { accountId: string; kind: MessageKind; openid: string },
  ): Promise<number>;
  /** The acceptance of this message: the one it took before, or the oldest free one. Nothing when there is none, or it was ended. */
  take(message: { accountId: string; kind: MessageKind; key: string }): Promise<TakenAcceptance | undefined>;
  /** Nothing was sent: the acceptance is free for this message, or for another. */
  giveBack(id: string): Promise<void>;
  sent(id: string): Promise<void>;
  /** WeChat has none left for this person: what is written here as waiting is not there. */
  refused(id: string): Promise<void>;
  unusable(id: string): Promise<void>;
  deleteOld(): Promise<void>;
}

interface Row {
  id: string;
  openid_sealed: Buffer;
  begun_before: boolean;
  under_way: boolean;
  more_are_waiting: boolean;
}

const MORE_ARE_WAITING = `exists (select 1 from message_acceptances o where o.openid_index = a.openid_index and o.kind = a.kind
  and o.id <> a.id and o.message_key is null and o.outcome is null)`;

/** The key is unique: of two servers that send the same message one takes an acceptance, the other finds it taken. */
const TAKE = `
  update message_acceptances a set message_key = $3, taken_at = now()
  where a.id = (
      select id from message_acceptances
      where account_id = $1 and kind = $2 and message_key is null and outcome is null
      order by accepted_at, id limit 1 for update skip locked)
    and not exists (select 1 from message_acceptances where message_key = $3)
  returning a.id, a.openid_sealed, false as begun_before, false as under_way, ${MORE_ARE_WAITING} as more_are_waiting`;

const BEGUN = `
  select a.id, a.openid_sealed, true as begun_before, ${MORE_ARE_WAITING} as more_are_waiting,
    a.taken_at > now() - make_interval(secs => ${String(LONGEST_CALL_SECONDS)}) as under_way
  from message_acceptances a where a.message_key = $1 and a.outcome is null`;

export function createAcceptances({ pool, cipher }: { pool: Pool; cipher: FieldCipher }): Acceptances {
  const end = (id: string, outcome: 'sent' | 'unusable') =>
    pool.query('update message_acceptances set outcome = $2, ended_at = now() where id = $1', [id, outcome]);

  return {
    async add(transaction, { accountId, kind, openid }) {
      const id = uuidv7();
      const free = `select count(*) as waiting from message_acceptances
        where account_id = $1 and kind = $2 and message_key is null and outcome is null`;
      const { rows } = await transaction.query<{ waiting: number }>(free, [accountId, kind]);
      const waiting = rows[0]?.waiting ?? 0;
      if (waiting >= MOST_WAITING) return waiting;
      await transaction.query(
        `insert into message_acceptances (id, account_id, kind, openid_sealed, openid_index) values ($1, $2, $3, $4, $5)`,
        [
          id,
          accountId,
          kind,
          cipher.seal(openid, { column: OPENID_SEALED, rowId: id }),
          cipher.blindIndex(OPENID_INDEX, openid),
        ],
      );
      return waiting + 1;
    },
    async take({ accountId, kind, key }) {
      const begun = await pool.query<Row>(BEGUN, [key]);
      const row = begun.rows[0] ?? (await pool.query<Row>(TAKE, [accountId, kind, key])).rows[0];
      return (
        row && {
          id: row.id,
          openid: cipher.open(row.openid_sealed, { column: OPENID_SEALED, rowId: row.id }),
          begunBefore: row.begun_before,
          underWay: row.under_way,
          moreAreWaiting: row.more_are_waiting,
        }
      );
    },
    async giveBack(id) {
      await pool.query(
        `update message_acceptances set message_key = null, taken_at = null where id = $1 and outcome is null`,
        [id],
      );
    },
    async sent(id) {
      await end(id, 'sent');
    },
    async refused(id) {
      await pool.query(
        `update message_acceptances a set outcome = 'refused', ended_at = now() from message_acceptances one
         where one.id = $1 and a.openid_index = one.openid_index and a.kind = one.kind and a.outcome is null
           and (a.id = one.id or a.message_key is null)`,
        [id],
      );
    },
    async unusable(id) {
      await end(id, 'unusable');
    },
    async deleteOld() {
      await pool.query(
        `delete from message_acceptances where ended_at < now() - make_interval(days => $1)
           or accepted_at < now() - make_interval(days => $2)`,
        [USED_KEPT_DAYS, UNUSED_KEPT_DAYS],
      );
    },
  };
}
