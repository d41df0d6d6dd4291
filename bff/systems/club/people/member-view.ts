import type { ClientBase, Pool } from 'pg';
import { Problem } from '../../../http/problem';
import type { ClubMember } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { open, openOrNull } from '../personal-fields';

interface MemberRow {
  id: string;
  branch_id: string;
  phone_sealed: Buffer | null;
  name_sealed: Buffer | null;
  level: 'basic' | 'senior';
  identity_verified_at: Date | null;
  theme: 'system' | 'light' | 'dark';
  elder: boolean;
  clerk_id: string | null;
  clerk_role: 'owner' | 'manager' | 'clerk' | null;
  clerk_name_sealed: Buffer | null;
  merchant_id: string | null;
  merchant_name: string | null;
  stores: { id: string; name: string }[];
  operator_id: string | null;
  operator_name_sealed: Buffer | null;
  operator_branch_id: string | null;
  merged_from: string[];
}

/** An owner acts for every store of the merchant; a clerk for the stores that clerk works in. */
const MEMBER_SQL = `
  select m.id, m.branch_id, m.phone_sealed, m.name_sealed, m.level, m.identity_verified_at, m.theme, m.elder,
    c.id as clerk_id, c.role as clerk_role, c.name_sealed as clerk_name_sealed, mer.id as merchant_id, mer.name as merchant_name,
    o.id as operator_id, o.name_sealed as operator_name_sealed, o.branch_id as operator_branch_id,
    coalesce((
      select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.created_at, s.id) from stores s
      where s.merchant_id = mer.id
        and (c.role = 'owner' or exists (select 1 from clerk_stores cs where cs.clerk_id = c.id and cs.store_id = s.id))
    ), '[]') as stores,
    array(
      with recursive earlier as (
        select mm.from_member_id as id from member_merges mm where mm.into_member_id = m.id
        union select mm.from_member_id from member_merges mm join earlier e on mm.into_member_id = e.id
      )
      select id from earlier
    ) as merged_from
  from members m
  left join merchants mer on mer.state = 'active'
    and mer.id = (select merchant_id from clerks where phone_index = m.phone_index and active)
  left join clerks c on c.phone_index = m.phone_index and c.merchant_id = mer.id and c.active
  left join operators o on o.phone_index = m.phone_index and o.active
  where m.id = $1 and m.merged_into is null and m.erased_at is null`;

function clerkOf(club: Club, row: MemberRow): ClubMember['clerk'] {
  if (!row.clerk_id || !row.merchant_id || !row.merchant_name || !row.clerk_name_sealed) return null;
  return {
    clerkId: row.clerk_id,
    merchantId: row.merchant_id,
    merchantName: row.merchant_name,
    name: open(club.cipher, 'clerks.name_sealed', row.clerk_id, row.clerk_name_sealed),
    stores: row.stores,
  };
}

function operatorOf(club: Club, row: MemberRow): ClubMember['operator'] {
  if (!row.operator_id || !row.operator_name_sealed || !row.operator_branch_id) return null;
  return {
    operatorId: row.operator_id,
    name: open(club.cipher, 'operators.name_sealed', row.operator_id, row.operator_name_sealed),
    branchId: row.operator_branch_id,
  };
}

function rolesOf(row: MemberRow): ClubMember['roles'] {
  const roles: ClubMember['roles'] = ['member'];
  if (row.clerk_role) roles.push(row.clerk_role === 'owner' ? 'merchantOwner' : 'clerk');
  if (row.operator_id) roles.push('operator');
  return roles;
}

function viewOf(club: Club, row: MemberRow): ClubMember {
  const { cipher } = club;
  return {
    id: row.id,
    phone: openOrNull(cipher, 'members.phone_sealed', { id: row.id, envelope: row.phone_sealed }),
    name: openOrNull(cipher, 'members.name_sealed', { id: row.id, envelope: row.name_sealed }),
    identityVerified: row.identity_verified_at !== null,
    level: row.level,
    branchId: row.branch_id,
    roles: rolesOf(row),
    clerk: clerkOf(club, row),
    operator: operatorOf(club, row),
    preferences: { theme: row.theme, elder: row.elder },
    mergedFrom: row.merged_from,
  };
}

/**
 * The member with roles and stores, names and phone in full.
 * @throws Problem 404 MEMBER_GONE for one that was merged into another, or never existed
 */
export async function readMember(
  club: Club,
  database: Pool | ClientBase,
  memberId: string,
): Promise<ClubMember> {
  const { rows } = await database.query<MemberRow>(MEMBER_SQL, [memberId]);
  const row = rows[0];
  if (!row) throw new Problem(404, 'MEMBER_GONE', '这个账户已不存在或已合并，请重新登录');
  return viewOf(club, row);
}
