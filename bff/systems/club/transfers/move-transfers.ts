import type { ClientBase } from 'pg';

/** When two members become one, what they gave and received follows. */
export async function moveTransfers(
  client: ClientBase,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await client.query('update transfers set giver_id = $2 where giver_id = $1', [from, into]);
  await client.query('update transfers set receiver_id = $2 where receiver_id = $1', [from, into]);
}
