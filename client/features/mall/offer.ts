import type { MallItem } from '../../../bff/features/mall/contract';

/** The server takes no more at once. */
const MOST_AT_ONCE = 10;

export type Offer =
  | { kind: 'open'; most: number }
  | { kind: 'soldOut' }
  | { kind: 'limitReached' }
  | { kind: 'notEnough'; missing: number };

/** Whether this person can exchange it now, and how many at most; the server decides again when it is asked. */
export function offerOf(item: MallItem, balance: number): Offer {
  if (item.stock === 0) return { kind: 'soldOut' };
  if (item.leftForYou === 0) return { kind: 'limitReached' };
  const affordable = item.pricePoints === 0 ? MOST_AT_ONCE : Math.floor(balance / item.pricePoints);
  if (affordable === 0) return { kind: 'notEnough', missing: item.pricePoints - balance };
  return {
    kind: 'open',
    most: Math.min(MOST_AT_ONCE, item.stock, item.leftForYou ?? MOST_AT_ONCE, affordable),
  };
}
