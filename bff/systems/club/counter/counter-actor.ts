import { notFound } from '../../../http/problem';
import type { Actor } from '../../../http/service-token';
import type { Club } from '../club';
import { storeNotFound } from './counter-problems';

/** Who stands at the counter, as the database knows it: a signed actor alone is not believed about its merchant. */
export interface CounterActor {
  clerkId: string;
  merchantId: string;
  isOwner: boolean;
  role: 'owner' | 'manager' | 'clerk';
  /** Stores this person acts for, oldest first. */
  storeIds: string[];
}

/** @throws Problem 404 for somebody who no longer works there */
export async function readCounterActor(club: Club, actor: Actor): Promise<CounterActor> {
  const { rows } = await club.pool.query<{
    id: string;
    merchant_id: string;
    role: CounterActor['role'];
    store_ids: string[];
  }>({
    name: 'club-counter-actor',
    text: `select c.id, c.merchant_id, c.role, coalesce((
       select json_agg(s.id order by s.created_at, s.id) from stores s where s.merchant_id = c.merchant_id
         and (c.role = 'owner' or exists (select 1 from clerk_stores cs where cs.clerk_id = c.id and cs.store_id = s.id))), '[]') as store_ids
     from clerks c join merchants mer on mer.id = c.merchant_id and mer.state = 'active'
     where c.id = $1 and c.merchant_id = $2 and c.active`,
    values: [actor.clerkId ?? '', actor.merchantId ?? ''],
  });
  const row = rows[0];
  if (!row) throw storeNotFound();
  return {
    clerkId: row.id,
    merchantId: row.merchant_id,
    isOwner: row.role === 'owner',
    role: row.role,
    storeIds: row.store_ids,
  };
}

/** @throws Problem 404 for anybody but the owner: what is the owner's does not exist for others */
export async function readOwner(club: Club, actor: Actor): Promise<CounterActor> {
  const counter = await readCounterActor(club, actor);
  if (!counter.isOwner) throw notFound('只有店主可以查看和办理');
  return counter;
}

/** @throws Problem 404 STORE_NOT_FOUND for a store this person does not act for */
export function assertOwnStore(counter: CounterActor, storeId: string): void {
  if (!counter.storeIds.includes(storeId)) throw storeNotFound();
}
