import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import { Problem } from '../../../http/problem';
import type { ClubMember } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { indexOf, open, seal } from '../personal-fields';
import { earnForIdentity } from '../points/earn-for-identity';
import { noteVerified } from '../referral/note-verified';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { checkedIdentity, type ClaimedIdentity } from './identity-number';
import { readMember } from './member-view';

export interface IdentityAnswer {
  member: ClubMember;
  heldByAnother: boolean;
}

interface Known {
  id: string;
  answer_sealed: Buffer;
  input_hash: Buffer;
}

async function earlierAnswer(club: Club, request: WriteRequest): Promise<IdentityAnswer | undefined> {
  const { rows } = await club.pool.query<Known>(
    'select id, answer_sealed, input_hash from identity_bindings where request_scope = $1 and request_id = $2',
    [request.scope, request.id],
  );
  const known = rows[0];
  if (!known) return undefined;
  assertSameInput(known, request);
  return JSON.parse(
    open(club.cipher, 'identity_bindings.answer_sealed', known.id, known.answer_sealed),
  ) as IdentityAnswer;
}

/**
 * Writes a verified identity to a member: senior at once, with the points for it, and whoever invited this person is thanked next. Nothing is written when another member holds the number.
 * @returns false when another member holds it
 */
export async function writeIdentity(
  club: Club,
  client: PoolClient,
  { memberId, identity }: { memberId: string; identity: ClaimedIdentity },
): Promise<boolean> {
  const { cipher } = club;
  const index = indexOf.idNumber(cipher, identity.idNumber);
  const { rowCount } = await client.query(
    `update members set identity_kind = $2, name_sealed = $3, id_number_sealed = $4, id_number_index = $5, level = 'senior',
       identity_verified_at = coalesce(identity_verified_at, now()), updated_at = now()
     where id = $1 and merged_into is null and erased_at is null and (id_number_index is null or id_number_index = $5)
       and not exists (select 1 from members other where other.id_number_index = $5 and other.id <> $1)`,
    [
      memberId,
      identity.kind,
      seal(cipher, 'members.name_sealed', memberId, identity.name),
      seal(cipher, 'members.id_number_sealed', memberId, identity.idNumber),
      index,
    ],
  );
  if (rowCount === 1) {
    await noteVerified(client, memberId);
    await earnForIdentity(client, memberId);
    return true;
  }
  const { rows } = await client.query<{ merged: boolean; bound: boolean }>(
    'select merged_into is not null or erased_at is not null as merged, id_number_index is not null and id_number_index <> $2 as bound from members where id = $1',
    [memberId, index],
  );
  if (!rows[0] || rows[0].merged)
    throw new Problem(404, 'MEMBER_GONE', '这个账户已不存在或已合并，请重新登录');
  if (rows[0].bound)
    throw new Problem(409, 'IDENTITY_ALREADY_BOUND', '这个账户已经完成过实名，不能换成另一个证件');
  return false;
}

/** A verified name changes by an operator's decision only; who is verified may not simply hand in another one. */
async function refuseRenaming(
  club: Club,
  client: PoolClient,
  { memberId, identity }: { memberId: string; identity: ClaimedIdentity },
): Promise<void> {
  const { rows } = await client.query<{ name_sealed: Buffer }>(
    'select name_sealed from members where id = $1 and identity_verified_at is not null for update',
    [memberId],
  );
  if (rows[0] && open(club.cipher, 'members.name_sealed', memberId, rows[0].name_sealed) !== identity.name) {
    throw new Problem(409, 'IDENTITY_ALREADY_BOUND', '这个账户已经完成过实名，不能换成另一个名字');
  }
}

async function bind(
  club: Club,
  client: PoolClient,
  { memberId, identity, request }: { memberId: string; identity: ClaimedIdentity; request: WriteRequest },
): Promise<IdentityAnswer> {
  await refuseRenaming(club, client, { memberId, identity });
  const written = await writeIdentity(club, client, { memberId, identity });
  const answer = { member: await readMember(club, client, memberId), heldByAnother: !written };
  const id = uuidv7();
  await client.query(
    `insert into identity_bindings (id, member_id, outcome, answer_sealed, request_scope, request_id, input_hash)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      memberId,
      written ? 'verified' : 'heldByAnother',
      seal(club.cipher, 'identity_bindings.answer_sealed', id, JSON.stringify(answer)),
      request.scope,
      request.id,
      request.inputHash,
    ],
  );
  return answer;
}

/**
 * A verified identity makes the member senior at once. The same number at another member is told (`heldByAnother`) and changes nothing: it goes to
 * 人工核验, because both numbers must confirm. Two members racing for one number: the unique key lets one through, the other runs again and is told.
 */
export async function bindIdentity(
  club: Club,
  { memberId, key, claimed }: { memberId: string; key: string; claimed: ClaimedIdentity },
): Promise<{ body: IdentityAnswer; replayed: boolean }> {
  const request = writeRequest(club, `identity:${memberId}`, { key, input: claimed });
  const earlier = await earlierAnswer(club, request);
  if (earlier) return { body: earlier, replayed: true };
  const identity = checkedIdentity(claimed);
  const once = () =>
    inTransaction(club.pool, (client) => bind(club, client, { memberId, identity, request }));
  try {
    return { body: await once(), replayed: false };
  } catch (error) {
    const uniqueKey = brokenUniqueKey(error);
    if (uniqueKey === 'members_id_number_once') return { body: await once(), replayed: false };
    if (uniqueKey !== 'identity_bindings_request') throw error;
    const winner = await earlierAnswer(club, request);
    if (!winner) throw error;
    return { body: winner, replayed: true };
  }
}
