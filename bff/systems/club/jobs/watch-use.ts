import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { raiseAlarm } from './alarms';

/** What no honest counter does. An alarm stops nothing: a person looks. */
export const velocityRules = {
  clerkUses: 20,
  clerkMinutes: 10,
  memberUses: 4,
  memberMinutes: 60,
} as const;

interface UseRow {
  id: string;
  clerk_id: string;
  member_id: string;
  store_id: string;
  branch_id: string;
  hour: string;
  clerk_uses: number;
  member_uses: number;
  shop_open: boolean;
  local_hour: string;
}

/** Counts up to and including this use, by the time it happened: looked at late, it is judged the same. */
const USE_SQL = `
  select r.id, r.clerk_id, r.member_id, r.store_id, r.branch_id,
    to_char(r.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24') as hour, to_char(r.at at time zone 'Asia/Shanghai', 'HH24:MI') as local_hour,
    (select count(*) from redemptions c where c.clerk_id = r.clerk_id and c.merchant_id = r.merchant_id
       and c.at > r.at - make_interval(mins => $2) and c.at <= r.at) as clerk_uses,
    (select count(*) from redemptions c where c.member_id = r.member_id and c.merchant_id = r.merchant_id
       and c.at > r.at - make_interval(mins => $3) and c.at <= r.at) as member_uses,
    store_open_at(r.store_id, r.at) as shop_open
  from redemptions r where r.id = $1`;

/** Looks at one use: a clerk or a member who is too fast, a shop that was closed. One alarm an hour and cause. */
export async function watchUse(
  deps: { pool: Pick<Pool, 'query'>; log: Pick<Logger, 'error'> },
  redemptionId: string,
): Promise<void> {
  const { clerkUses, clerkMinutes, memberUses, memberMinutes } = velocityRules;
  const { rows } = await deps.pool.query<UseRow>(USE_SQL, [redemptionId, clerkMinutes, memberMinutes]);
  const use = rows[0];
  if (!use) return;
  const about = {
    redemptionId,
    storeId: use.store_id,
    branchId: use.branch_id,
    clerkId: use.clerk_id,
    memberId: use.member_id,
  };
  if (use.clerk_uses >= clerkUses) {
    const facts = { uses: use.clerk_uses, minutes: clerkMinutes };
    await raiseAlarm(deps, { ...about, kind: 'busyClerk', key: `${use.clerk_id} ${use.hour}`, facts });
  }
  if (use.member_uses >= memberUses) {
    const facts = { uses: use.member_uses, minutes: memberMinutes };
    await raiseAlarm(deps, { ...about, kind: 'busyMember', key: `${use.member_id} ${use.hour}`, facts });
  }
  if (!use.shop_open) {
    const facts = { at: use.local_hour };
    await raiseAlarm(deps, { ...about, kind: 'oddHours', key: `${use.store_id} ${use.hour}`, facts });
  }
}
