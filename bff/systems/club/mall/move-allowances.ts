import type { ClientBase } from 'pg';

/** When two members become one, what both have taken counts together; a limit that is passed by it stays passed. */
export async function moveAllowances(
  client: ClientBase,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await client.query(
    `insert into mall_allowances as al (item_id, member_id, taken) select item_id, $2, taken from mall_allowances where member_id = $1 and taken > 0
     on conflict (item_id, member_id) do update set taken = al.taken + excluded.taken`,
    [from, into],
  );
  await client.query('update mall_allowances set taken = 0 where member_id = $1', [from]);
}
