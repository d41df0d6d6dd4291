import type { ClientBase } from 'pg';
import { LIMIT_DAY } from './day-places';

/**
 * Two who held places of a day become one: what one has used today takes the first places that are free in the other's day, even past the number that the
 * voucher names, so that the day is as full as what was really used. Earlier days limit nobody any more and stay as they were.
 */
const SQL = `
  update redemptions r set limit_holder = $2, limit_no = moved.place
  from (
    select own.id, free.place from (
      select id, service_id, row_number() over (partition by service_id order by limit_no) as turn from redemptions
      where limit_holder = $1 and limit_day = ${LIMIT_DAY} and limit_no is not null and reversed_at is null
    ) own cross join lateral (
      select n as place from generate_series(1, own.turn + (
        select count(*) from redemptions t where t.limit_holder = $2 and t.service_id = own.service_id and t.limit_day = ${LIMIT_DAY}
          and t.limit_no is not null and t.reversed_at is null)) n
      where not exists (
        select 1 from redemptions t where t.limit_holder = $2 and t.service_id = own.service_id and t.limit_day = ${LIMIT_DAY} and t.limit_no = n
          and t.limit_no is not null and t.reversed_at is null)
      order by n offset own.turn - 1 limit 1
    ) free
  ) moved
  where r.id = moved.id`;

/** A holder is a car or a member. The uses it moves must be over or wait: their vouchers are locked before. */
export async function moveDayPlaces(
  client: ClientBase,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await client.query(SQL, [from, into]);
}
