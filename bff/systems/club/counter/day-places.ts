/** How often a day the service may be used, in the voucher's own words; null where they name no number. */
export const USES_PER_DAY = `(v.terms #>> '{caps,usesPerDay}')::int`;

/** Whose day it is: the car the voucher is bound to, otherwise the member. */
export const LIMIT_HOLDER = 'coalesce(v.vehicle_id, v.member_id)';

/** The day in Shanghai by the database's clock. */
export const LIMIT_DAY = `(now() at time zone 'Asia/Shanghai')::date`;

/** The first of today's places that no standing use holds; null when all are taken, and where there is no limit. */
export const FREE_PLACE = `(
    select n from generate_series(1, ${USES_PER_DAY}) n where not exists (
      select 1 from redemptions o where o.limit_holder = ${LIMIT_HOLDER} and o.service_id = v.service_id and o.limit_day = ${LIMIT_DAY}
        and o.limit_no = n and o.reversed_at is null and o.limit_no is not null
    ) order by n limit 1)`;

/** Two uses that saw the same place free meet at its unique key; the later one is told as if it had come later. */
export const DAY_LIMIT_KEY = 'redemptions_day_limit';
