import type { Pool } from 'pg';

/** `selves`: a member ($1) and everybody who was merged into it, because all of them are one person. Asked of the merges, which are few, not of the members. */
export const EARLIER_SELVES_SQL = `
  with recursive selves as (
    select id from members where id = $1
    union select mm.from_member_id from member_merges mm join selves s on mm.into_member_id = s.id
  )`;

export async function everyIdOf(database: Pick<Pool, 'query'>, memberId: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(`${EARLIER_SELVES_SQL} select id from selves`, [
    memberId,
  ]);
  return rows.map(({ id }) => id);
}

/** Joins `holder`: who a member is now, at the end of however many merges. Each step is found by the primary key. */
export const holderOf = (memberId: string) => `
  cross join lateral (
    with recursive line as (
      select id, merged_into from members where id = ${memberId}
      union select next.id, next.merged_into from members next join line on next.id = line.merged_into
    ) select id from line where merged_into is null
  ) holder`;
