import type { ClientBase } from 'pg';
import { uuidv7 } from 'uuidv7';

/** A member's account, made at the first points. */
export async function memberAccount(client: ClientBase, memberId: string): Promise<string> {
  await client.query(
    `insert into points_accounts (id, kind, member_id) values ($1, 'member', $2) on conflict (member_id) do nothing`,
    [uuidv7(), memberId],
  );
  const { rows } = await client.query<{ id: string }>('select id from points_accounts where member_id = $1', [
    memberId,
  ]);
  if (!rows[0]) throw new Error('a points account vanished');
  return rows[0].id;
}
