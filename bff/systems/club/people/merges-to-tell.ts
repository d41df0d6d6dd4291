import type { ClubMerge } from '../../../upstream/club/contract';
import type { Club } from '../club';

const MOST_AT_ONCE = 50;

/** Merges that whoever keeps things by member has not been told of, oldest first. A merge stands here until it was taken. */
export async function mergesToTell({ pool }: Club): Promise<ClubMerge[]> {
  const { rows } = await pool.query<ClubMerge>(
    `select id, from_member_id as "from", into_member_id as "into" from member_merges
     where told_at is null order by at, id limit ${MOST_AT_ONCE}`,
  );
  return rows;
}

export async function mergeTold({ pool }: Club, id: string): Promise<void> {
  await pool.query('update member_merges set told_at = now() where id = $1 and told_at is null', [id]);
}
