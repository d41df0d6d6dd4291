import { newVoucherCode } from '../../benefits/voucher-code';
import { indexOf, seal } from '../../personal-fields';
import { createColumns } from './columns';
import type { SizeMember } from './member-at-size';
import { sizePackages, type SizeContent, type SizePackage } from './packages-at-size';
import { daysAfter, openHour, rowId, type SizeSetting } from './size-setting';

const request = { request_scope: 'text', request_id: 'text', input_hash: 'bytea' } as const;

export const giftColumns = () => ({
  gifts: createColumns({
    id: 'text',
    package_id: 'text',
    member_id: 'text',
    branch_id: 'text',
    grant_key: 'text',
    state: 'text',
    vehicle_id: 'text',
    plate_sealed: 'bytea',
    offered_at: 'timestamptz',
    expires_at: 'timestamptz',
    claimed_at: 'timestamptz',
  }),
  orders: createColumns({
    id: 'text',
    member_id: 'text',
    kind: 'text',
    title: 'text',
    at: 'timestamptz',
    ...request,
  }),
  claims: createColumns({ gift_id: 'text', order_id: 'text', at: 'timestamptz' }),
  /** A voucher and what became of it: so many uses that stand, one that was undone before them, and the moment of the last. */
  vouchers: createColumns({
    id: 'text',
    member_id: 'text',
    branch_id: 'text',
    service_id: 'text',
    order_id: 'text',
    basis: 'text',
    code_sealed: 'bytea',
    code_index: 'bytea',
    uses_total: 'smallint',
    amount_fen: 'bigint',
    each_fen: 'bigint',
    vehicle_id: 'text',
    plate_sealed: 'bytea',
    issued_at: 'timestamptz',
    valid_until: 'timestamptz',
    uses: 'smallint',
    undone: 'smallint',
    last_at: 'timestamptz',
    lapsed: 'boolean',
  }),
});
type GiftColumns = ReturnType<typeof giftColumns>;

const NO_INPUT = Buffer.alloc(32);
/** What a fill takes off, so that two of them never pass the amount of the voucher. */
const EACH_FILL_FEN = [1800, 2200, 2600, 3000];

interface Claimed {
  given: SizePackage;
  member: SizeMember;
  orderId: string;
  daysAgo: number;
  at: Date;
}

interface Fate {
  uses: number;
  undone: number;
  lastDaysAgo: number;
}

/** Uses happen on days of their own, after the claim and before today; one in a hundred was undone and done again. */
function fateOf({ random }: SizeSetting, content: SizeContent, daysAgo: number): Fate {
  const none = { uses: 0, undone: 0, lastDaysAgo: 0 };
  const room = Math.min(daysAgo - 1, content.days - 1);
  if (random.below(100) >= content.usedPercent || room < 4) return none;
  const uses = 1 + random.below(content.mostUses);
  const undone = random.below(100) === 0 ? 1 : 0;
  const passed = uses + undone + random.below(room - uses - undone);
  return { uses, undone, lastDaysAgo: daysAgo - passed };
}

function addVoucher(into: GiftColumns, setting: SizeSetting, claimed: Claimed, content: SizeContent): void {
  const { cipher, random, now } = setting;
  const { member, given } = claimed;
  const id = rowId(setting);
  const code = newVoucherCode(random.below);
  const { uses, undone, lastDaysAgo } = fateOf(setting, content, claimed.daysAgo);
  const validUntil = daysAfter(claimed.at, content.days);
  const vehicle = content.vehicleBound ? member.vehicle : undefined;
  const each = content.amountFen === null ? null : EACH_FILL_FEN[random.below(EACH_FILL_FEN.length)];
  const usedUp =
    uses === content.uses || (content.amountFen !== null && uses * (each ?? 0) === content.amountFen);
  into.vouchers.push({
    id,
    member_id: member.id,
    branch_id: setting.branchId,
    service_id: content.service,
    order_id: claimed.orderId,
    basis: given.basis,
    code_sealed: seal(cipher, 'vouchers.code_sealed', id, code),
    code_index: indexOf.voucherCode(cipher, code),
    uses_total: content.uses,
    amount_fen: content.amountFen,
    each_fen: each ?? null,
    vehicle_id: vehicle?.id ?? null,
    plate_sealed: vehicle ? seal(cipher, 'vouchers.plate_sealed', id, vehicle.plate) : null,
    issued_at: claimed.at.toISOString(),
    valid_until: validUntil.toISOString(),
    uses,
    undone,
    last_at: uses > 0 ? openHour(setting, lastDaysAgo).toISOString() : null,
    lapsed: !usedUp && validUntil <= now,
  });
}

function addClaim(into: GiftColumns, setting: SizeSetting, claimed: Claimed & { giftId: string }): void {
  const at = claimed.at.toISOString();
  into.orders.push({
    id: claimed.orderId,
    member_id: claimed.member.id,
    kind: 'gift',
    title: `领取：${claimed.given.title}`,
    at,
    request_scope: 'seed',
    request_id: claimed.orderId,
    input_hash: NO_INPUT,
  });
  into.claims.push({ gift_id: claimed.giftId, order_id: claimed.orderId, at });
  for (const content of claimed.given.contents) addVoucher(into, setting, claimed, content);
}

function addGift(into: GiftColumns, setting: SizeSetting, member: SizeMember, given: SizePackage): void {
  const { random, cipher } = setting;
  const giftId = rowId(setting);
  const isClaimed = random.below(100) < given.claimedPercent;
  // Gifts of the last year, never before the member came.
  const daysAgo = 7 + random.below(Math.max(1, Math.min(355, member.joinedDaysAgo - 9)));
  const at = openHour(setting, daysAgo);
  const vehicle = given.needsCar ? member.vehicle : undefined;
  into.gifts.push({
    id: giftId,
    package_id: given.id,
    member_id: member.id,
    branch_id: setting.branchId,
    grant_key: `size:${member.id}`,
    state: isClaimed ? 'claimed' : 'offered',
    vehicle_id: vehicle?.id ?? null,
    plate_sealed: vehicle ? seal(cipher, 'gifts.plate_sealed', giftId, vehicle.plate) : null,
    offered_at: daysAfter(at, -2).toISOString(),
    expires_at: daysAfter(at, 90).toISOString(),
    claimed_at: isClaimed ? at.toISOString() : null,
  });
  if (isClaimed) addClaim(into, setting, { given, member, giftId, orderId: rowId(setting), daysAgo, at });
}

export function addGifts(into: GiftColumns, setting: SizeSetting, member: SizeMember): void {
  for (const given of sizePackages) {
    if (given.needsCar && !member.vehicle) continue;
    if (setting.random.below(100) < given.givenPercent) addGift(into, setting, member, given);
  }
}
