import type { ClientBase, Pool } from 'pg';

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

/** As long as an invitation could be worth to come back as somebody new; by then the carriers have given a number to another person. */
const KEPT_YEARS = 3;

/** Forgets who was here so long ago. Several processes may do it at once. */
export async function forgetFormerPeople(pool: Pool): Promise<void> {
  await pool.query(
    `delete from former_people where since_month < (now() at time zone 'Asia/Shanghai')::date - make_interval(years => $1)`,
    [KEPT_YEARS],
  );
}
