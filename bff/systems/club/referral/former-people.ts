import type { ClientBase } from 'pg';

/** Before a member is forgotten: phone, ID and WeChat accounts stay recognisable, and nothing else of them. */
export async function rememberPerson(client: ClientBase, memberId: string): Promise<void> {
  await client.query(
    `with person as (
       select id, phone_index, id_number_index from members where id = $1 and merged_into is null and erased_at is null for update
     )
     insert into former_people (person_index)
     select phone_index from person where phone_index is not null
     union select id_number_index from person where id_number_index is not null
     union select w.openid_index from wechat_accounts w join person p on p.id = w.member_id
     on conflict do nothing`,
    [memberId],
  );
}

/** The number of a member who becomes part of another is free again; whoever comes with it is that person still. */
export async function rememberNumber(client: ClientBase, memberId: string): Promise<void> {
  await client.query(
    `insert into former_people (person_index) select phone_index from members where id = $1 and phone_index is not null
     on conflict do nothing`,
    [memberId],
  );
}
