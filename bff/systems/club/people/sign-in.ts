import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { invalidInput } from '../../../http/problem';
import { isMobile, normaliseMobile } from '../../../identifiers';
import type { ClubMember, signInRequest } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { indexOf, seal } from '../personal-fields';
import { arrivalOf, arrivalStatement } from '../referral/note-arrival';
import { readMember } from './member-view';

type Request = z.infer<typeof signInRequest>;

interface Found {
  id: string;
  created: boolean;
}

/** A new member belongs to the branch that brought it, if `ref` names one. */
const BRANCH_SQL = `coalesce((select id from branches where id = $2), (select id from branches where takes_new_members))`;

/** Inserting decides the race: of several first sign-ins one inserts, the others find. */
async function byPhone(club: Club, pool: Pool, request: Request & { phone: string }): Promise<Found> {
  const phone = normaliseMobile(request.phone);
  const index = indexOf.phone(club.cipher, phone);
  const known = await pool.query<{ id: string }>('select id from members where phone_index = $1', [index]);
  if (known.rows[0]) return { id: known.rows[0].id, created: false };
  const id = uuidv7();
  const { referralId, code, sourceRef } = arrivalOf(request.ref);
  const { rows } = await pool.query<{ id: string }>(
    `with made as (
       insert into members (id, branch_id, phone_sealed, phone_index, source_scene, source_ref)
       values ($1, ${BRANCH_SQL}, $3, $4, $5, $2) on conflict (phone_index) do nothing returning id
     ),
     newcomer as (select id, $4::bytea as person_index, $6::text as referral_id, $7::text as code from made),
     arrival as (${arrivalStatement.text})
     select id from made`,
    [
      id,
      sourceRef,
      seal(club.cipher, 'members.phone_sealed', id, phone),
      index,
      request.scene ?? null,
      referralId,
      code,
    ],
  );
  return rows[0] ? { id, created: true } : byPhone(club, pool, request);
}

/** The account row is inserted first and decides; the member, and by whose code it came, follow in the same statement, or not at all. */
async function byOpenid(club: Club, pool: Pool, request: Request & { openid: string }): Promise<Found> {
  const { cipher } = club;
  const index = indexOf.openid(cipher, request.openid);
  const known = await pool.query<{ member_id: string }>(
    'select member_id from wechat_accounts where openid_index = $1',
    [index],
  );
  if (known.rows[0]) return { id: known.rows[0].member_id, created: false };
  const id = uuidv7();
  const accountId = uuidv7();
  const { unionid } = request;
  const { referralId, code, sourceRef } = arrivalOf(request.ref);
  const { rows } = await pool.query<{ id: string }>(
    `with account as (
       insert into wechat_accounts (id, member_id, openid_sealed, openid_index, unionid_sealed, unionid_index)
       values ($3, $1, $4, $5, $6, $7) on conflict (openid_index) do nothing returning member_id
     ),
     made as (
       insert into members (id, branch_id, source_scene, source_ref)
       select member_id, ${BRANCH_SQL}, $8, $2 from account returning id
     ),
     newcomer as (select id, $5::bytea as person_index, $9::text as referral_id, $10::text as code from made),
     arrival as (${arrivalStatement.text})
     select id from made`,
    [
      id,
      sourceRef,
      accountId,
      seal(cipher, 'wechat_accounts.openid_sealed', accountId, request.openid),
      index,
      unionid ? seal(cipher, 'wechat_accounts.unionid_sealed', accountId, unionid) : null,
      unionid ? indexOf.unionid(cipher, unionid) : null,
      request.scene ?? null,
      referralId,
      code,
    ],
  );
  return rows[0] ? { id, created: true } : byOpenid(club, pool, request);
}

/**
 * Finds or creates the member of a phone or a WeChat account that the caller has proven. Safe to repeat and to race.
 * @throws Problem 422 when both or neither are given, or the phone is not one
 */
export async function signIn(
  club: Club,
  request: Request,
): Promise<{ member: ClubMember; created: boolean }> {
  const { phone, openid } = request;
  if ((phone === undefined) === (openid === undefined)) {
    throw invalidInput([{ path: 'phone', code: 'ONE_OF', message: '手机号和微信登录只能选一种' }]);
  }
  if (phone !== undefined && !isMobile(phone)) {
    throw invalidInput([{ path: 'phone', code: 'PHONE', message: '请填写 11 位手机号，例如 13800000000' }]);
  }
  const found =
    phone !== undefined
      ? await byPhone(club, club.pool, { ...request, phone })
      : await byOpenid(club, club.pool, { ...request, openid: openid ?? '' });
  return { member: await readMember(club, club.pool, found.id), created: found.created };
}
