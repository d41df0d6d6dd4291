import { toInstant } from '../../../http/instants';
import type { VoucherFacts } from './voucher-facts';

/** Where and when this merchant used it; nothing about anybody else's use. */
export function ownUse(facts: VoucherFacts): { at: string; storeName: string; redemptionId: string } | null {
  if (!facts.own_use) return null;
  const { id, at, store_name: storeName } = facts.own_use;
  return { at: toInstant(new Date(at)), storeName, redemptionId: id };
}

/** The use of the last ten minutes. Another merchant's store stays unnamed. */
export function recentUse(facts: VoucherFacts): { at: string; storeName: string } | null {
  if (!facts.recent || facts.used_up || !facts.last_redeemed_at) return null;
  const own = facts.own_use;
  const isOwn = own !== null && new Date(own.at).getTime() === facts.last_redeemed_at.getTime();
  return { at: toInstant(facts.last_redeemed_at), storeName: isOwn ? own.store_name : '其他门店' };
}
