import type { PoolClient } from 'pg';
import { invalidInput, Problem } from '../../../http/problem';
import { inTransaction } from '../../../database/transaction';
import { isMobile, normaliseMobile } from '../../../identifiers';
import type { ClubMember } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { indexOf, seal } from '../personal-fields';
import { brokenUniqueKey } from '../requests';
import { readMember } from './member-view';
import { MemberChanged, mergeMembers } from './merge-members';

export interface PhoneBinding {
  member: ClubMember;
  /** The member that no longer exists. */
  mergedFrom: string | null;
}

interface Holder {
  id: string;
  phone_index: Buffer | null;
  identity_verified_at: Date | null;
}

async function lockMember(client: PoolClient, memberId: string): Promise<Holder> {
  const { rows } = await client.query<Holder>(
    'select id, phone_index, identity_verified_at from members where id = $1 and merged_into is null and erased_at is null for update',
    [memberId],
  );
  if (!rows[0]) throw new Problem(404, 'MEMBER_GONE', '这个账户已不存在或已合并，请重新登录');
  return rows[0];
}

async function bind(
  club: Club,
  client: PoolClient,
  request: { memberId: string; phone: string },
): Promise<PhoneBinding> {
  const index = indexOf.phone(club.cipher, request.phone);
  const self = await lockMember(client, request.memberId);
  const done = async (id: string, mergedFrom: string | null) => ({
    member: await readMember(club, client, id),
    mergedFrom,
  });
  if (self.phone_index?.equals(index)) return done(self.id, null);
  if (self.phone_index !== null)
    throw new Problem(409, 'PHONE_ALREADY_BOUND', '这个账户已经绑定了别的手机号');
  const { rows } = await client.query<{ id: string }>('select id from members where phone_index = $1', [
    index,
  ]);
  const holder = rows[0];
  if (!holder) {
    await client.query(
      'update members set phone_sealed = $2, phone_index = $3, updated_at = now() where id = $1',
      [self.id, seal(club.cipher, 'members.phone_sealed', self.id, request.phone), index],
    );
    return done(self.id, null);
  }
  if (self.identity_verified_at !== null) {
    throw new Problem(409, 'MERGE_NEEDS_REVIEW', '两个账户都有实名信息，需要人工核验后合并');
  }
  await mergeMembers(client, { from: self.id, into: holder.id, cause: 'phoneBinding' });
  return done(holder.id, self.id);
}

/**
 * Binds a proven phone to a member who came from WeChat alone. If the phone already has a member, the WeChat-only one is merged into it.
 * Repeating it changes nothing. Two at once for one phone: the loser of the unique key runs again and finds the winner, and
 * so does whoever waited for a member that was merged away meanwhile.
 */
export async function bindPhone(
  club: Club,
  request: { memberId: string; phone: string },
): Promise<PhoneBinding> {
  if (!isMobile(request.phone)) {
    throw invalidInput([{ path: 'phone', code: 'PHONE', message: '请填写 11 位手机号，例如 13800000000' }]);
  }
  const phone = normaliseMobile(request.phone);
  const once = () =>
    inTransaction(club.pool, (client) => bind(club, client, { memberId: request.memberId, phone }));
  try {
    return await once();
  } catch (error) {
    if (brokenUniqueKey(error) !== 'members_phone_once' && !(error instanceof MemberChanged)) throw error;
    return once();
  }
}
