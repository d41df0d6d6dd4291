import { createHash, randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { FieldCipher } from '../../crypto/field-cipher';
import { inTransaction } from '../../database/transaction';
import { Problem } from '../../http/problem';

const PHONE_INDEX = 'bff.photo_links.phone_index';
const PHONE = 'bff.photo_links.phone_sealed';
const LIFETIME = '2 hours';
const PHOTOS = 12;

export interface PhotoLink {
  id: string;
  claimId: string;
  accountId: string;
  photosLeft: number;
  expiresAt: Date;
}

export interface PhotoLinks {
  /** One lives per claim and phone: a new one ends the earlier. The token itself is never kept. */
  create(link: {
    claimId: string;
    accountId: string;
    phone: string;
    requestKey: string;
  }): Promise<PhotoLink & { token: string | null }>;
  /** Undefined for a token that is unknown, over, or used up. */
  find(token: string): Promise<PhotoLink | undefined>;
  /** Takes one picture off the link, in the transaction that keeps it. @returns undefined when none is left */
  spend(
    transaction: PoolClient,
    linkId: string,
    photo: { id: string; shot: string },
  ): Promise<number | undefined>;
  sent(linkId: string): Promise<{ shot: string; at: Date }[]>;
}

const columns = `id, claim_id as "claimId", account_id as "accountId", photos_left as "photosLeft", expires_at as "expiresAt"`;
const hashOf = (token: string) => createHash('sha256').update(token).digest();

export function createPhotoLinks({ pool, cipher }: { pool: Pool; cipher: FieldCipher }): PhotoLinks {
  return {
    create: ({ claimId, accountId, phone, requestKey }) =>
      inTransaction(pool, async (client) => {
        const id = uuidv7();
        const token = randomBytes(24).toString('base64url');
        const index = cipher.blindIndex(PHONE_INDEX, phone);
        const known = await client.query<PhotoLink & { same: boolean }>(
          `select ${columns}, claim_id = $3 and phone_index = $4 as same from photo_links where account_id = $1 and request_key = $2`,
          [accountId, requestKey, claimId, index],
        );
        const earlier = known.rows[0];
        if (earlier && !earlier.same) {
          throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', '这个请求编号已经用于另一个链接');
        }
        if (earlier) return { ...earlier, token: null };
        await client.query(
          'update photo_links set ended_at = now() where claim_id = $1 and phone_index = $2 and ended_at is null',
          [claimId, index],
        );
        const { rows } = await client.query<PhotoLink>(
          `insert into photo_links (id, claim_id, account_id, request_key, token_hash, phone_index, phone_sealed, photos_left, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, ${PHOTOS}, now() + interval '${LIFETIME}') returning ${columns}`,
          [
            id,
            claimId,
            accountId,
            requestKey,
            hashOf(token),
            index,
            cipher.seal(phone, { column: PHONE, rowId: id }),
          ],
        );
        const link = rows[0];
        if (!link) throw new Error('a photo link was not kept');
        return { ...link, token };
      }),
    async find(token) {
      const { rows } = await pool.query<PhotoLink>(
        `select ${columns} from photo_links where token_hash = $1 and ended_at is null and expires_at > now()`,
        [hashOf(token)],
      );
      return rows[0];
    },
    async spend(transaction, linkId, { id, shot }) {
      const { rows } = await transaction.query<{ left: number }>(
        `update photo_links set photos_left = photos_left - 1
         where id = $1 and photos_left > 0 and ended_at is null and expires_at > now() returning photos_left as left`,
        [linkId],
      );
      const left = rows[0]?.left;
      if (left === undefined) return undefined;
      await transaction.query('insert into photo_link_photos (photo_id, link_id, shot) values ($1, $2, $3)', [
        id,
        linkId,
        shot,
      ]);
      return left;
    },
    async sent(linkId) {
      const { rows } = await pool.query<{ shot: string; at: Date }>(
        'select shot, at from photo_link_photos where link_id = $1 order by at',
        [linkId],
      );
      return rows;
    },
  };
}
