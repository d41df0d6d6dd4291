import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Actor } from '../../../../bff/http/service-token';
import { inTransaction } from '../../../../bff/database/transaction';
import { earnPoints } from '../../../../bff/systems/club/points/earn-points';
import { codeOf, newKey, type ClubUnderTest, type Reply } from '../../../bff/systems/club/start-club';

export type Person = 'giver' | 'friend';
export type Shelf = 'wash' | 'fuel';

/** What a voucher of each kind promises; the model reckons with nothing else. */
export const kinds = {
  wash: { service: 'svc_wash', price: 50, uses: 2, amountFen: null, settlementFen: 3500 },
  fuel: { service: 'svc_fuel', price: 80, uses: 3, amountFen: 4000, settlementFen: null },
} as const;
export const PERCENT_OFF = 10;
export const CAP_FEN = 3000;

export interface ModelVoucher {
  id: string;
  owner: Person;
  kind: Shelf;
  usesLeft: number;
  amountLeftFen: number | null;
  ended: 'revoked' | 'transferred' | null;
  /** Null for one that came as a present. */
  orderId: string | null;
  /** An offer that was neither accepted nor taken back. */
  offer: { id: string; token: string } | null;
}

export interface ModelUse {
  id: string;
  voucher: ModelVoucher;
  discountFen: number | null;
  settlementFen: number;
  undone: boolean;
  reported: boolean;
}

export interface ModelStatement {
  id: string;
  state: 'closed' | 'disputed' | 'confirmed' | 'paid';
  invoice: boolean;
}

export interface ModelLine {
  kind: 'redemption' | 'reversal' | 'adjustment';
  amountFen: number;
  /** The use it stands for. */
  useId: string | null;
  /** Known for adjustments; the others are found by their use. */
  lineId: string | null;
  statement: ModelStatement | null;
}

export interface ModelDispute {
  id: string;
  line: ModelLine;
  open: boolean;
}

/** Everything a history is played in: two people, one shop with its staff, two goods on the shelf. Nobody else ever meets them. */
export interface World {
  club: ClubUnderTest;
  ids: { merchant: string; store: string; members: Record<Person, string>; items: Record<Shelf, string> };
  as: Record<Person | 'clerk' | 'owner', Actor>;
  stock: Record<Shelf, number>;
  balance: Record<Person, number>;
  remedies: Record<Person, number>;
  vouchers: ModelVoucher[];
  uses: ModelUse[];
  lines: ModelLine[];
  /** Oldest first. */
  statements: ModelStatement[];
  disputes: ModelDispute[];
  /** What happened, e.g. `undo SETTLEMENT_LOCKED`. */
  note(what: string, outcome: string): void;
}

export const outcomeOf = (reply: Reply) => (reply.status < 400 ? 'done' : codeOf(reply));

export const stateOf = ({ ended, usesLeft, amountLeftFen }: ModelVoucher) =>
  ended ?? (usesLeft === 0 || amountLeftFen === 0 ? 'redeemed' : 'active');

export const isWhole = (voucher: ModelVoucher) =>
  stateOf(voucher) === 'active' &&
  voucher.usesLeft === kinds[voucher.kind].uses &&
  voucher.amountLeftFen === kinds[voucher.kind].amountFen;

export const pickOf = <Item>(items: readonly Item[], pick: number): Item | undefined =>
  items[pick % Math.max(1, items.length)];

const SETTING_SQL = `
  with people as (insert into members (id, branch_id) select unnest($1::text[]), 'br_sd_jinan'),
  shop as (insert into merchants (id, branch_id, name) values ($2, 'br_sd_jinan', '模型商户')),
  prices as (
    insert into merchant_services (merchant_id, service_id, settlement_rule, settlement_price_fen)
    values ($2, 'svc_wash', 'price', $3), ($2, 'svc_fuel', 'discount', null)),
  branch as (
    insert into stores (id, merchant_id, branch_id, name, address, phone, opening_hours, opens_minute, closes_minute, open_weekdays, latitude, longitude)
    values ($4, $2, 'br_sd_jinan', '模型门店', '', '', '', 0, 1440, '{1,2,3,4,5,6,7}', 36.6, 117.1)),
  offered as (insert into store_services (store_id, merchant_id, service_id) values ($4, $2, 'svc_wash'), ($4, $2, 'svc_fuel')),
  staff as (
    insert into clerks (id, merchant_id, role, phone_sealed, phone_index, name_sealed)
    values ($5, $2, 'clerk', $7, $7, $9), ($6, $2, 'owner', $8, $8, $9)),
  place as (insert into clerk_stores (clerk_id, store_id) values ($5, $4))
  insert into mall_items (id, branch_id, service_id, title, description, price_points, stocked, stock, uses_each, amount_total_fen, validity_days, position)
  values ($10, 'br_sd_jinan', 'svc_wash', '洗车', '', $12, $16, $16, $13, null, 90, 999),
    ($11, 'br_sd_jinan', 'svc_fuel', '加油', '', $14, $16, $16, $15, $17, 90, 999)`;

/** `earned` at once, as one lot; one that has run out already shows that nobody can spend it. */
export async function earn(world: World, who: Person, points: number, expired = false): Promise<void> {
  const now = Date.now();
  await inTransaction(world.club.pool, (client) =>
    earnPoints(client, {
      memberId: world.ids.members[who],
      points,
      reason: '模型测试',
      request: { scope: 'history', id: newKey(), inputHash: Buffer.alloc(32) },
      at: new Date(now - 60_000),
      expiresAt: new Date(expired ? now - 1_000 : now + 86_400_000),
    }),
  );
  if (!expired) world.balance[who] += points;
}

export async function newWorld(
  club: ClubUnderTest,
  { stock, note }: { stock: number; note: World['note'] },
): Promise<World> {
  const members = { giver: uuidv7(), friend: uuidv7() };
  const [merchant, store, clerk, owner] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const items = { wash: uuidv7(), fuel: uuidv7() };
  const name = club.cipher.seal('模型', { column: 'club.clerks.name_sealed', rowId: clerk });
  const people = [Object.values(members), merchant, kinds.wash.settlementFen, store, clerk, owner];
  const phones = [randomBytes(32), randomBytes(32), name];
  const { wash, fuel } = kinds;
  const goods = [items.wash, items.fuel, wash.price, wash.uses, fuel.price, fuel.uses, stock, fuel.amountFen];
  await club.pool.query(SETTING_SQL, [...people, ...phones, ...goods]);
  const staff = { merchantId: merchant, storeIds: [store] };
  const world: World = {
    club,
    ids: { merchant, store, members, items },
    as: {
      giver: { subject: members.giver, role: 'member' },
      friend: { subject: members.friend, role: 'member' },
      clerk: { subject: clerk, role: 'clerk', clerkId: clerk, ...staff },
      owner: { subject: owner, role: 'merchantOwner', clerkId: owner, ...staff },
    },
    stock: { wash: stock, fuel: stock },
    balance: { giver: 0, friend: 0 },
    remedies: { giver: 0, friend: 0 },
    vouchers: [],
    uses: [],
    lines: [],
    statements: [],
    disputes: [],
    note,
  };
  await earn(world, 'giver', 400);
  return world;
}
