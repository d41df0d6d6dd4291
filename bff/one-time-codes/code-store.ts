import { createHmac, randomInt, type KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import type { FieldCipher } from '../crypto/field-cipher';

const PHONE = 'bff.sms_codes.phone_index';
const LIFETIME_SECONDS = 300;
const TRIES = 5;

/** A member's code opens nothing for an operator, and the other way round; nor does either confirm what needs a fresh proof. */
export type CodeAudience = 'member' | 'operator' | 'stepUp' | 'merge';

export interface CodeOwner {
  audience: CodeAudience;
  /** Normalised. */
  phone: string;
}

/** One-time codes: six random digits, kept as an HMAC, five minutes, five tries, one use. */
export interface CodeStore {
  /** Makes a code; an earlier one of the same phone ends with it. */
  renew(owner: CodeOwner): Promise<string>;
  /**
   * True once for the right code. Every try counts, in the statement that judges it. Used for a named request it stays good for that one alone:
   * a repeat whose first answer was lost has to get as far as the system that knows what became of it.
   */
  redeem(owner: CodeOwner, code: string, usedFor?: string): Promise<boolean>;
  /** Undoes a redemption after which nothing happened because a system was away. */
  unredeem(owner: CodeOwner, code: string): Promise<void>;
  deleteOld(): Promise<void>;
}

/** The counter and the comparison are one statement: of a hundred guesses at once five are judged, and no more. */
const REDEEM = `
  update sms_codes
  set tries_left = tries_left - case when used_at is null then 1 else 0 end,
    used_at = case when code_hash = $3 then coalesce(used_at, now()) end,
    used_for_hash = case when code_hash = $3 then $4::bytea end
  where audience = $1 and phone_index = $2
    and ((used_at is null and tries_left > 0 and expires_at > now()) or (used_at is not null and code_hash = $3 and used_for_hash = $4::bytea))
  returning used_at is not null as right`;

export function createCodeStore(deps: { pool: Pool; cipher: FieldCipher; codeKey: KeyObject }): CodeStore {
  const { pool, cipher, codeKey } = deps;

  const keysOf = ({ audience, phone }: CodeOwner): [string, Buffer] => [
    audience,
    cipher.blindIndex(PHONE, phone),
  ];
  const hashOf = ({ audience, phone }: CodeOwner, code: string) =>
    createHmac('sha256', codeKey).update(`${audience}:${phone}:${code}`).digest();
  const requestHash = (usedFor: string) =>
    createHmac('sha256', codeKey).update(`request:${usedFor}`).digest();

  return {
    async renew(owner) {
      const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
      await pool.query(
        `insert into sms_codes (audience, phone_index, code_hash, tries_left, expires_at)
         values ($1, $2, $3, $4, now() + make_interval(secs => $5))
         on conflict (audience, phone_index) do update
           set code_hash = excluded.code_hash, tries_left = excluded.tries_left, created_at = now(),
             expires_at = excluded.expires_at, used_at = null, used_for_hash = null`,
        [...keysOf(owner), hashOf(owner, code), TRIES, LIFETIME_SECONDS],
      );
      return code;
    },
    async redeem(owner, code, usedFor) {
      const values = [
        ...keysOf(owner),
        hashOf(owner, code),
        usedFor === undefined ? null : requestHash(usedFor),
      ];
      const { rows } = await pool.query<{ right: boolean }>(REDEEM, values);
      return rows[0]?.right === true;
    },
    async unredeem(owner, code) {
      await pool.query(
        `update sms_codes set used_at = null, used_for_hash = null, tries_left = tries_left + 1
         where audience = $1 and phone_index = $2 and code_hash = $3 and used_at is not null and tries_left < $4`,
        [...keysOf(owner), hashOf(owner, code), TRIES],
      );
    },
    async deleteOld() {
      await pool.query(`delete from sms_codes where expires_at < now() - interval '1 hour'`);
    },
  };
}
