import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import type { FieldCipher } from '../crypto/field-cipher';
import { awardRequest } from '../upstream/club/contract';
import { identityLinkRequest } from '../upstream/core/contract/identity';
import { smsMessage } from '../upstream/sms/contract';
import { messageKinds } from '../upstream/wechat/subscribe-message';

const PAYLOAD = 'bff.follow_ups.payload_sealed';
/** While one server works on a row no other takes it; a killed server's row is free again after this. */
const LEASE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 3600;

export const followUp = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('identityLink'), link: identityLinkRequest }),
  /** `key` names what the message is about: the gateway sends one message per key. */
  z.object({ kind: z.literal('sms'), key: z.string(), message: smsMessage }),
  /** A message in WeChat for whoever allowed one; `key` as above. */
  z.object({
    kind: z.literal('wechatMessage'),
    key: z.string(),
    accountId: z.string(),
    message: z.object({
      kind: z.enum(messageKinds),
      page: z.string(),
      fields: z.record(z.string(), z.string()),
    }),
  }),
  /** Two accounts are one at the club; what the server and core keep under the one that is gone moves over. */
  z.object({ kind: z.literal('memberMerge'), merged: z.object({ from: z.string(), into: z.string() }) }),
  /** What core knows and the club thanks for with points; an occasion earns once, whoever reports it again. */
  z.object({ kind: z.literal('pointsAwards'), occasions: z.array(awardRequest) }),
]);
export type FollowUp = z.infer<typeof followUp>;

export interface TakenFollowUp {
  id: string;
  attempts: number;
  task: FollowUp;
}

export interface FollowUpStore {
  /** In a transaction, it is there exactly if that commits. */
  add(task: FollowUp, transaction?: PoolClient): Promise<TakenFollowUp>;
  /** Takes the next due row, or nothing. */
  takeDue(): Promise<TakenFollowUp | undefined>;
  done(id: string): Promise<void>;
  /** Tries again later, at growing distances; never gives up by itself. */
  postpone(taken: TakenFollowUp): Promise<void>;
}

interface Row {
  id: string;
  attempts: number;
  payload_sealed: Buffer;
}

export function createFollowUpStore({ pool, cipher }: { pool: Pool; cipher: FieldCipher }): FollowUpStore {
  const cellOf = (id: string) => ({ column: PAYLOAD, rowId: id });
  return {
    async add(task, transaction) {
      const id = uuidv7();
      await (transaction ?? pool).query(
        `insert into follow_ups (id, kind, payload_sealed, due_at) values ($1, $2, $3, now() + make_interval(secs => $4))`,
        [id, task.kind, cipher.seal(JSON.stringify(task), cellOf(id)), LEASE_SECONDS],
      );
      return { id, attempts: 0, task };
    },
    async takeDue() {
      const { rows } = await pool.query<Row>(
        `update follow_ups set due_at = now() + make_interval(secs => $1), attempts = attempts + 1
         where id = (select id from follow_ups where due_at <= now() order by due_at limit 1 for update skip locked)
         returning id, attempts, payload_sealed`,
        [LEASE_SECONDS],
      );
      const row = rows[0];
      if (!row) return undefined;
      const task = z.parse(followUp, JSON.parse(cipher.open(row.payload_sealed, cellOf(row.id))));
      return { id: row.id, attempts: row.attempts, task };
    },
    async done(id) {
      await pool.query('delete from follow_ups where id = $1', [id]);
    },
    async postpone({ id, attempts }) {
      const pauseSeconds = Math.min(LONGEST_PAUSE_SECONDS, 5 * 2 ** Math.min(attempts, 10));
      await pool.query('update follow_ups set due_at = now() + make_interval(secs => $2) where id = $1', [
        id,
        pauseSeconds,
      ]);
    },
  };
}
