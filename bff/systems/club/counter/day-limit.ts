import { toInstant } from '../../../http/instants';
import { Problem } from '../../../http/problem';
import { spokenDay } from '../../../spoken-time';
import type { VoucherFacts } from './voucher-facts';

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

/** From when the limit lets it be used again; null when the voucher has lapsed by then, or nothing stands in its way. */
export function worksAgainAt(facts: VoucherFacts): Date | null {
  return facts.day_full && facts.next_day < facts.valid_until ? facts.next_day : null;
}

/** Today's uses are taken. A voucher that has lapsed or is too early is told that instead: another day would not help it. */
export function dayLimitReached(facts: VoucherFacts): Problem | undefined {
  if (!facts.day_full || facts.lapsed || facts.early) return undefined;
  const again = worksAgainAt(facts);
  const whose = facts.plate_sealed ? '这辆车' : '这位客人';
  const times = String(facts.terms.caps?.usesPerDay ?? 1);
  const then = again ? `明天（${spokenDay(again, facts.now)}）0:00 起可以再用` : '这张券在那之前到期';
  return new Problem(
    409,
    'DAILY_LIMIT_REACHED',
    `${whose}今天已经用过 ${times} 次这项服务，每天限用 ${times} 次，${then}`,
    {
      members: { usesPerDay: facts.terms.caps?.usesPerDay ?? 1, worksAgainAt: again && toInstant(again) },
    },
  );
}
