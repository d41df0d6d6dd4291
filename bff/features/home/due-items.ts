import { displayPlate } from '../../identifiers';
import { spokenDay } from '../../spoken-time';
import type { GiftSummary } from '../gifts/contract';
import type { PolicySummary } from '../policies/contract';
import type { PointsBalance } from '../points/contract';
import type { VoucherSummary } from '../vouchers/contract';
import type { DueItem } from './contract';

const LOOK_AHEAD_MS = 30 * 24 * 60 * 60 * 1000;

function isSoon(end: string, now: Date): boolean {
  const endsAt = Date.parse(end);
  return endsAt > now.getTime() && endsAt - now.getTime() <= LOOK_AHEAD_MS;
}

/** The last day itself: an end is exclusive, so a policy that ends at midnight ends on the day before. */
const lastDay = (end: string, now: Date) => spokenDay(new Date(Date.parse(end) - 1), now);

/** Somebody who has insured the car again is not reminded any more. */
function isRenewed(policy: PolicySummary, all: readonly PolicySummary[]): boolean {
  return all.some(
    (other) =>
      other.product === policy.product &&
      other.vehicle.plate === policy.vehicle.plate &&
      other.status !== 'cancelled' &&
      Date.parse(other.endsAt) > Date.parse(policy.endsAt),
  );
}

/** As people call them; the full name stands on the policy. */
const spokenProduct: Record<PolicySummary['product'], string> = {
  compulsory: '交强险',
  commercial: '商业险',
};

export function duePolicies(policies: readonly PolicySummary[], now: Date): DueItem[] {
  return policies
    .filter((policy) => policy.status === 'active' && isSoon(policy.endsAt, now))
    .filter((policy) => !isRenewed(policy, policies))
    .map((policy) => ({
      kind: 'policyExpiry',
      title: `${displayPlate(policy.vehicle.plate)} ${spokenProduct[policy.product]}到期`,
      detail: `保到 ${lastDay(policy.endsAt, now)} 24:00`,
      dueAt: policy.endsAt,
      subjectId: policy.id,
    }));
}

export function dueGifts(gifts: readonly GiftSummary[], now: Date): DueItem[] {
  return gifts
    .filter((gift) => gift.state === 'offered' && isSoon(gift.expiresAt, now))
    .map((gift) => ({
      kind: 'giftExpiry',
      title: `${gift.title}还没领`,
      detail: `${lastDay(gift.expiresAt, now)} 24:00 前领取`,
      dueAt: gift.expiresAt,
      subjectId: gift.id,
    }));
}

export function dueVouchers(vouchers: readonly VoucherSummary[], now: Date): DueItem[] {
  return vouchers
    .filter((voucher) => voucher.state === 'active' && isSoon(voucher.validUntil, now))
    .map((voucher) => ({
      kind: 'voucherExpiry',
      title: `${voucher.title}快到期`,
      detail: `${lastDay(voucher.validUntil, now)}前可用，还剩 ${String(voucher.usesLeft)} 次`,
      dueAt: voucher.validUntil,
      subjectId: voucher.id,
    }));
}

export function duePoints(expiring: PointsBalance['expiring'], now: Date): DueItem[] {
  return expiring
    .filter(({ at, points }) => points > 0 && isSoon(at, now))
    .map(({ at, points }) => ({
      kind: 'pointsExpiry',
      title: `${String(points)} 积分快到期`,
      detail: `${lastDay(at, now)} 24:00 作废`,
      dueAt: at,
      subjectId: null,
    }));
}

/** Soonest first. */
export function soonestFirst(items: readonly DueItem[]): DueItem[] {
  return [...items].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
}
