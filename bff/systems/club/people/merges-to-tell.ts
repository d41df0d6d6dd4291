import type { Pool } from 'pg';
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

/** Follows the chain of merges to its end; whoever was never merged is who they were. */
export async function whoIsNow({ pool }: { pool: Pick<Pool, 'query'> }, memberId: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `with recursive chain as (
       select $1::text as id
       union select mm.into_member_id from member_merges mm join chain c on mm.from_member_id = c.id
     )
     select id from chain c where not exists (select 1 from member_merges mm where mm.from_member_id = c.id)`,
    [memberId],
  );
  return rows[0]?.id ?? memberId;
}
