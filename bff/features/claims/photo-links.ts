import { createHash, randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { FieldCipher } from '../../crypto/field-cipher';
import { inTransaction } from '../../database/transaction';
import { Problem } from '../../http/problem';
import { lockLinkPlaces } from '../../photos/link-places';

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

interface NewLink {
  claimId: string;
  accountId: string;
  phone: string;
  requestKey: string;
}

export interface PhotoLinks {
  /**
   * One lives per claim and phone: a new one ends the earlier. The token itself is never kept: `hand` sees to it, in the same transaction, that
   * it gets to the phone. For a request id that came before there is nothing to hand over, and the link of then is the answer.
   * @throws Problem 422 IDEMPOTENCY_KEY_REUSED for another claim or phone
   */
  create<Handed>(
    link: NewLink,
    hand: (transaction: PoolClient, made: { id: string; token: string }) => Promise<Handed>,
  ): Promise<{ link: PhotoLink; handed: Handed | undefined }>;
  /** What was made under this request id. @throws Problem 422 IDEMPOTENCY_KEY_REUSED for another claim or phone */
  earlier(link: NewLink): Promise<PhotoLink | undefined>;
  /** Undefined for a token that is unknown or over; one that is used up still shows what it has sent. */
  find(token: string): Promise<PhotoLink | undefined>;
  /**
   * Takes one picture off the link, in the transaction that keeps it. @returns how many are left
   * @throws Problem 404 when the link is over, 409 PHOTO_LINK_USED_UP
   */
  spend(transaction: PoolClient, linkId: string, photo: { id: string; shot: string }): Promise<number>;
  /** What has arrived and was not taken back since. */
  sent(linkId: string): Promise<{ shot: string; at: Date }[]>;
}

const columns = `id, claim_id as "claimId", account_id as "accountId", photos_left as "photosLeft", expires_at as "expiresAt"`;
const hashOf = (token: string) => createHash('sha256').update(token).digest();
/** Of several requests for one claim and phone at once each ends the one before it. */
const INSERT_TRIES = 5;

export function createPhotoLinks({ pool, cipher }: { pool: Pool; cipher: FieldCipher }): PhotoLinks {
  async function earlier(
    db: Pool | PoolClient,
    { claimId, accountId, phone, requestKey }: NewLink,
  ): Promise<PhotoLink | undefined> {
    const { rows } = await db.query<PhotoLink & { same: boolean }>(
      `select ${columns}, claim_id = $3 and phone_index = $4 as same from photo_links where account_id = $1 and request_key = $2`,
      [accountId, requestKey, claimId, cipher.blindIndex(PHONE_INDEX, phone)],
    );
    if (rows[0] && !rows[0].same) {
      throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', '这个请求编号已经用于另一个链接');
    }
    return rows[0];
  }

  async function insertNew(
    transaction: PoolClient,
    { claimId, accountId, phone, requestKey }: NewLink,
    { id, token }: { id: string; token: string },
  ): Promise<PhotoLink | undefined> {
    const index = cipher.blindIndex(PHONE_INDEX, phone);
    await transaction.query(
      'update photo_links set ended_at = now() where claim_id = $1 and phone_index = $2 and ended_at is null',
      [claimId, index],
    );
    const { rows } = await transaction.query<PhotoLink>(
      `insert into photo_links (id, claim_id, account_id, request_key, token_hash, phone_index, phone_sealed, photos_left, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, ${PHOTOS}, now() + interval '${LIFETIME}')
       on conflict do nothing returning ${columns}`,
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
    return rows[0];
  }

  return {
    earlier: (asked) => earlier(pool, asked),
    create: (asked, hand) =>
      inTransaction(pool, async (transaction) => {
        for (let left = INSERT_TRIES; left > 0; left -= 1) {
          const known = await earlier(transaction, asked);
          if (known) return { link: known, handed: undefined };
          const made = { id: uuidv7(), token: randomBytes(24).toString('base64url') };
          const link = await insertNew(transaction, asked, made);
          if (link) return { link, handed: await hand(transaction, made) };
        }
        throw new Error('a photo link was not kept');
      }),
    async find(token) {
      const { rows } = await pool.query<PhotoLink>(
        `select ${columns} from photo_links where token_hash = $1 and ended_at is null and expires_at > now()`,
        [hashOf(token)],
      );
      return rows[0];
    },
    async spend(transaction, linkId, { id, shot }) {
      const places = await lockLinkPlaces(transaction, linkId);
      await transaction.query('update photo_links set photos_left = photos_left - 1 where id = $1', [linkId]);
      await transaction.query('insert into photo_link_photos (photo_id, link_id, shot) values ($1, $2, $3)', [
        id,
        linkId,
        shot,
      ]);
      return places - 1;
    },
    async sent(linkId) {
      const { rows } = await pool.query<{ shot: string; at: Date }>(
        `select sent.shot, sent.at from photo_link_photos sent
         join claim_photos photo on photo.id = sent.photo_id and photo.state = 'received'
         where sent.link_id = $1 order by sent.at`,
        [linkId],
      );
      return rows;
    },
  };
}
