import { toInstant } from '../../../http/instants';
import { Problem } from '../../../http/problem';
import type { ClubPersonalData } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { open, openOrNull } from '../personal-fields';
import { everyIdOf } from './earlier-selves';
import { readDeeds } from './personal-deeds';

interface MemberRow {
  id: string;
  phone_sealed: Buffer | null;
  name_sealed: Buffer | null;
  id_number_sealed: Buffer | null;
  identity_kind: ClubPersonalData['identityKind'];
  identity_verified_at: Date | null;
  source_scene: string | null;
  source_ref: string | null;
  created_at: Date;
  branch: string;
  theme: ClubPersonalData['preferences']['theme'];
  elder: boolean;
}

async function readVehicles({ pool, cipher }: Club, memberId: string): Promise<ClubPersonalData['vehicles']> {
  const { rows } = await pool.query<{
    id: string;
    plate_sealed: Buffer;
    vin_sealed: Buffer;
    engine_no_sealed: Buffer;
    model: string | null;
    added_at: Date;
    removed_at: Date | null;
  }>(
    `select id, plate_sealed, vin_sealed, engine_no_sealed, model, added_at, removed_at from vehicles
     where member_id = $1 order by added_at, id`,
    [memberId],
  );
  return rows.map((row) => ({
    plate: open(cipher, 'vehicles.plate_sealed', row.id, row.plate_sealed),
    vin: open(cipher, 'vehicles.vin_sealed', row.id, row.vin_sealed),
    engineNo: open(cipher, 'vehicles.engine_no_sealed', row.id, row.engine_no_sealed),
    model: row.model,
    addedAt: toInstant(row.added_at),
    removedAt: row.removed_at ? toInstant(row.removed_at) : null,
  }));
}

async function readReviews(
  { pool, cipher }: Club,
  memberIds: string[],
): Promise<ClubPersonalData['reviews']> {
  const { rows } = await pool.query<{
    id: string;
    state: ClubPersonalData['reviews'][number]['state'];
    name_sealed: Buffer;
    id_number_sealed: Buffer;
    submitted_at: Date;
    decided_at: Date | null;
    reason_sealed: Buffer | null;
  }>(
    `select id, state, name_sealed, id_number_sealed, submitted_at, decided_at, reason_sealed from identity_reviews
     where member_id = any ($1) order by submitted_at, id`,
    [memberIds],
  );
  return rows.map((row) => ({
    state: row.state,
    name: open(cipher, 'identity_reviews.name_sealed', row.id, row.name_sealed),
    idNumber: open(cipher, 'identity_reviews.id_number_sealed', row.id, row.id_number_sealed),
    submittedAt: toInstant(row.submitted_at),
    decidedAt: row.decided_at ? toInstant(row.decided_at) : null,
    reason: openOrNull(cipher, 'identity_reviews.reason_sealed', { id: row.id, envelope: row.reason_sealed }),
  }));
}

/** Everything the club holds about who a member is, in full, for that member's own copy. */
export async function readPersonalData(club: Club, memberId: string): Promise<ClubPersonalData> {
  const { pool, cipher } = club;
  const { rows } = await pool.query<MemberRow>(
    `select m.id, m.phone_sealed, m.name_sealed, m.id_number_sealed, m.identity_kind, m.identity_verified_at, m.source_scene, m.source_ref,
       m.created_at, m.theme, m.elder, b.name as branch
     from members m join branches b on b.id = m.branch_id where m.id = $1 and m.merged_into is null and m.erased_at is null`,
    [memberId],
  );
  const row = rows[0];
  if (!row) throw new Problem(404, 'MEMBER_GONE', '这个账户已不存在或已合并，请重新登录');
  // What stands as a record stays with the row that did it when two members become one.
  const memberIds = await everyIdOf(pool, memberId);
  const wechat = await pool.query<{ created_at: Date }>(
    'select created_at from wechat_accounts where member_id = $1 order by created_at',
    [memberId],
  );
  const cell = (envelope: Buffer | null) => ({ id: row.id, envelope });
  return {
    phone: openOrNull(cipher, 'members.phone_sealed', cell(row.phone_sealed)),
    name: openOrNull(cipher, 'members.name_sealed', cell(row.name_sealed)),
    idNumber: openOrNull(cipher, 'members.id_number_sealed', cell(row.id_number_sealed)),
    identityKind: row.identity_kind,
    identityVerifiedAt: row.identity_verified_at ? toInstant(row.identity_verified_at) : null,
    branch: row.branch,
    sourceScene: row.source_scene,
    sourceRef: row.source_ref,
    memberSince: toInstant(row.created_at),
    wechatBoundAt: wechat.rows.map(({ created_at }) => toInstant(created_at)),
    vehicles: await readVehicles(club, memberId),
    reviews: await readReviews(club, memberIds),
    preferences: { theme: row.theme, elder: row.elder },
    ...(await readDeeds(club, memberIds)),
  };
}
