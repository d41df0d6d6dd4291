import type { ClientBase } from 'pg';

/** `selves`: a member ($1) and everybody who was merged into it, because all of them are one person. */
export const EARLIER_SELVES_SQL = `
  with recursive selves as (
    select id from members where id = $1 union select m.id from members m join selves s on m.merged_into = s.id
  )`;

export async function everyIdOf(client: ClientBase, memberId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`${EARLIER_SELVES_SQL} select id from selves`, [
    memberId,
  ]);
  return rows.map(({ id }) => id);
}
