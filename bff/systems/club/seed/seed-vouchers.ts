import { newVoucherCode } from '../benefits/voucher-code';
import { indexOf, seal } from '../personal-fields';
import { demoServices } from './demo-services';
import { CITY_BRANCH } from './seed-network';
import { day, insert, seedRequest, type Seeding } from './seeding';

export interface SeededOrder {
  memberId: string;
  kind: 'gift' | 'exchange';
  title: string;
  daysAgo: number;
  giftId?: string;
}

export async function seedOrder(seeding: Seeding, order: SeededOrder): Promise<string> {
  const id = seeding.random.uuid();
  const at = day(seeding, -order.daysAgo, 12);
  await insert(seeding, 'orders', {
    id,
    member_id: order.memberId,
    kind: order.kind,
    title: order.title,
    at,
    ...seedRequest(id),
  });
  if (order.giftId) await insert(seeding, 'gift_claims', { gift_id: order.giftId, order_id: id, at });
  return id;
}

export interface SeededVoucher {
  memberId: string;
  orderId: string;
  service: string;
  basis: 'policyRider' | 'courtesy' | 'points';
  uses?: number;
  amountFen?: number;
  vehicle?: { id: string; plate: string };
  issuedDaysAgo: number;
  /** Below zero: it ran out so many days ago. */
  endsInDays: number;
}

/** A fresh voucher of the past; uses are seeded on top of it. */
export async function seedVoucher(seeding: Seeding, voucher: SeededVoucher): Promise<string> {
  const { cipher, random } = seeding;
  const service = demoServices.find((candidate) => candidate.id === voucher.service);
  if (!service) throw new Error(`no demo service ${voucher.service}`);
  const id = random.uuid();
  const code = newVoucherCode(random.below);
  const uses = voucher.uses ?? 1;
  const issuedAt = day(seeding, -voucher.issuedDaysAgo, 12);
  await insert(seeding, 'vouchers', {
    id,
    member_id: voucher.memberId,
    branch_id: CITY_BRANCH,
    service_id: service.id,
    order_id: voucher.orderId,
    title: uses > 1 ? `${service.title} ${String(uses)} 次` : service.title,
    basis: voucher.basis,
    fulfilment: service.fulfilment,
    terms: JSON.stringify(service.terms),
    code_sealed: seal(cipher, 'vouchers.code_sealed', id, code),
    code_index: indexOf.voucherCode(cipher, code),
    uses_total: uses,
    uses_left: uses,
    open_use_nos: Array.from({ length: uses }, (_, index) => index + 1),
    discount_text: service.discountText ?? null,
    discount_percent: service.amount?.percent ?? null,
    amount_cap_fen: service.amount?.capFen ?? null,
    amount_total_fen: voucher.amountFen ?? null,
    amount_left_fen: voucher.amountFen ?? null,
    vehicle_id: voucher.vehicle?.id ?? null,
    plate_sealed: voucher.vehicle ? seal(cipher, 'vouchers.plate_sealed', id, voucher.vehicle.plate) : null,
    valid_from: issuedAt,
    valid_until: day(seeding, voucher.endsInDays, 0),
    issued_at: issuedAt,
  });
  await insert(seeding, 'voucher_events', {
    id: random.uuid(),
    voucher_id: id,
    kind: 'issued',
    version: 1,
    uses_left: uses,
    amount_left_fen: voucher.amountFen ?? null,
    cause_id: voucher.orderId,
    at: issuedAt,
  });
  return id;
}
