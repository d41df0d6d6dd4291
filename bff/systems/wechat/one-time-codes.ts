import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { FieldCipher } from '../../crypto/field-cipher';

/** A code lives five minutes and works once, as WeChat's do. */
const CODE_SECONDS = 300;
const TOKEN_SECONDS = 7200;
const PHONE = 'wechat.phone_codes.phone_sealed';

export interface WechatUser {
  openid: string;
  unionid: string;
}

type Taken<Value> = { value: Value; plannedErrcode: number | null } | undefined;

export interface OneTimeCodes {
  mintLoginCode(user: WechatUser, plannedErrcode?: number): Promise<string>;
  takeLoginCode(code: string): Promise<Taken<WechatUser>>;
  loginsInLastMinute(openid: string): Promise<number>;
  mintPhoneCode(phone: string, plannedErrcode?: number): Promise<string>;
  takePhoneCode(code: string): Promise<Taken<string>>;
  mintAccessToken(): Promise<{ token: string; expiresInSeconds: number }>;
  isAccessToken(token: string): Promise<boolean>;
  deleteOld(): Promise<void>;
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();
const newCode = (prefix: string) => prefix + randomBytes(20).toString('base64url');

function loginCodes(
  pool: Pool,
): Pick<OneTimeCodes, 'mintLoginCode' | 'takeLoginCode' | 'loginsInLastMinute'> {
  return {
    async mintLoginCode({ openid, unionid }, plannedErrcode) {
      const code = newCode('0');
      await pool.query(
        `insert into login_codes (code_hash, openid, unionid, planned_errcode, expires_at)
         values ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
        [hashOf(code), openid, unionid, plannedErrcode ?? null, CODE_SECONDS],
      );
      return code;
    },
    async takeLoginCode(code) {
      const { rows } = await pool.query<WechatUser & { planned_errcode: number | null }>(
        `update login_codes set used_at = now() where code_hash = $1 and used_at is null and expires_at > now()
         returning openid, unionid, planned_errcode`,
        [hashOf(code)],
      );
      const row = rows[0];
      return (
        row && { value: { openid: row.openid, unionid: row.unionid }, plannedErrcode: row.planned_errcode }
      );
    },
    async loginsInLastMinute(openid) {
      const { rows } = await pool.query<{ logins: number }>(
        `select count(*) as logins from login_codes where openid = $1 and used_at > now() - interval '1 minute'`,
        [openid],
      );
      return rows[0]?.logins ?? 0;
    },
  };
}

function phoneCodes(pool: Pool, cipher: FieldCipher): Pick<OneTimeCodes, 'mintPhoneCode' | 'takePhoneCode'> {
  return {
    async mintPhoneCode(phone, plannedErrcode) {
      const code = newCode('p');
      const id = uuidv7();
      await pool.query(
        `insert into phone_codes (id, code_hash, phone_sealed, planned_errcode, expires_at)
         values ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
        [
          id,
          hashOf(code),
          cipher.seal(phone, { column: PHONE, rowId: id }),
          plannedErrcode ?? null,
          CODE_SECONDS,
        ],
      );
      return code;
    },
    async takePhoneCode(code) {
      const { rows } = await pool.query<{ id: string; phone_sealed: Buffer; planned_errcode: number | null }>(
        `update phone_codes set used_at = now() where code_hash = $1 and used_at is null and expires_at > now()
         returning id, phone_sealed, planned_errcode`,
        [hashOf(code)],
      );
      const row = rows[0];
      if (!row) return undefined;
      const value = cipher.open(row.phone_sealed, { column: PHONE, rowId: row.id });
      return { value, plannedErrcode: row.planned_errcode };
    },
  };
}

export function createOneTimeCodes(pool: Pool, cipher: FieldCipher): OneTimeCodes {
  return {
    ...loginCodes(pool),
    ...phoneCodes(pool, cipher),
    async mintAccessToken() {
      const token = `${randomBytes(3).readUIntBE(0, 3)}_${randomBytes(72).toString('base64url')}`;
      await pool.query(
        'insert into access_tokens (token_hash, expires_at) values ($1, now() + make_interval(secs => $2))',
        [hashOf(token), TOKEN_SECONDS],
      );
      return { token, expiresInSeconds: TOKEN_SECONDS };
    },
    async isAccessToken(token) {
      const { rowCount } = await pool.query(
        'select 1 from access_tokens where token_hash = $1 and expires_at > now()',
        [hashOf(token)],
      );
      return rowCount === 1;
    },
    async deleteOld() {
      await pool.query(`delete from login_codes where expires_at < now() - interval '1 hour'`);
      await pool.query(`delete from phone_codes where expires_at < now() - interval '1 hour'`);
      await pool.query('delete from access_tokens where expires_at < now()');
    },
  };
}
