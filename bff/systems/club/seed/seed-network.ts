import { demoBranches, demoClerk, demoOperators, demoOwner, otherClerk } from '../../demo-people';
import { indexOf, seal } from '../personal-fields';
import {
  demoMerchant,
  demoMerchants,
  otherMerchant,
  type DemoMerchant,
  type DemoStore,
} from './demo-network';
import { demoServices } from './demo-services';
import { day, insert, type Seeding } from './seeding';

export const CITY_BRANCH = 'br_sd_jinan';

/** Fixed, because the demonstration's history names them. */
export const demoClerkId = 'clk_demo_0001';
export const demoOwnerId = 'clk_demo_0002';
export const otherClerkId = 'clk_demo_0003';

export async function seedBranches(seeding: Seeding): Promise<void> {
  for (const branch of demoBranches) {
    await insert(seeding, 'branches', {
      id: branch.id,
      parent_id: branch.parentId,
      name: branch.name,
      takes_new_members: branch.id === CITY_BRANCH,
    });
  }
  for (const [position, operator] of demoOperators.entries()) {
    const id = `opr_demo_000${String(position + 1)}`;
    await insert(seeding, 'operators', {
      id,
      branch_id: position === 0 ? 'br_sd' : CITY_BRANCH,
      phone_sealed: seal(seeding.cipher, 'operators.phone_sealed', id, operator.phone),
      phone_index: indexOf.phone(seeding.cipher, operator.phone),
      name_sealed: seal(seeding.cipher, 'operators.name_sealed', id, operator.name),
    });
  }
}

export async function seedServices(seeding: Seeding): Promise<void> {
  for (const service of demoServices) {
    await insert(seeding, 'services', {
      id: service.id,
      kind: service.kind,
      title: service.title,
      description: service.description,
      unit: service.amount ? 'amount' : 'use',
      fulfilment: service.fulfilment,
      terms: JSON.stringify(service.terms),
      discount_text: service.discountText ?? null,
      discount_percent: service.amount?.percent ?? null,
      amount_cap_fen: service.amount?.capFen ?? null,
      typed_code_allowed: service.typedCode,
      live_presentation_required: service.live,
      vehicle_bound: service.vehicleBound,
      transferable: !service.vehicleBound && !service.ownerOnly,
      validity_days: service.validityDays,
    });
  }
}

async function seedStore(
  seeding: Seeding,
  merchant: DemoMerchant,
  { store, position }: { store: DemoStore; position: number },
): Promise<void> {
  await insert(seeding, 'stores', {
    id: store.id,
    merchant_id: merchant.id,
    branch_id: CITY_BRANCH,
    name: store.name,
    address: store.address,
    phone: store.phone,
    opening_hours: store.hours,
    opens_minute: store.opens,
    closes_minute: store.closes,
    open_weekdays: [1, 2, 3, 4, 5, 6, 7],
    latitude: store.latitude,
    longitude: store.longitude,
    suspended_at: store.suspended ? day(seeding, -6) : null,
    created_at: day(seeding, -700 + position),
  });
  for (const service of store.services) {
    await insert(seeding, 'store_services', {
      store_id: store.id,
      merchant_id: merchant.id,
      service_id: service,
    });
  }
}

export async function seedMerchants(seeding: Seeding): Promise<void> {
  for (const merchant of demoMerchants) {
    await insert(seeding, 'merchants', { id: merchant.id, branch_id: CITY_BRANCH, name: merchant.name });
    for (const [service, price] of Object.entries(merchant.prices)) {
      await insert(seeding, 'merchant_services', {
        merchant_id: merchant.id,
        service_id: service,
        settlement_rule: price === 'discount' ? 'discount' : 'price',
        settlement_price_fen: price === 'discount' ? null : price,
      });
    }
    for (const [position, store] of merchant.stores.entries()) {
      await seedStore(seeding, merchant, { store, position });
    }
  }
}

interface Counterperson {
  id: string;
  merchant: DemoMerchant;
  role: 'owner' | 'clerk';
  person: { phone: string; name: string };
  stores: DemoStore[];
}

/** The clerk works in the first two shops of the merchant, so choosing a shop can be tried. */
const counterpeople: Counterperson[] = [
  {
    id: demoClerkId,
    merchant: demoMerchant,
    role: 'clerk',
    person: demoClerk,
    stores: demoMerchant.stores.slice(0, 2),
  },
  { id: demoOwnerId, merchant: demoMerchant, role: 'owner', person: demoOwner, stores: [] },
  {
    id: otherClerkId,
    merchant: otherMerchant,
    role: 'clerk',
    person: otherClerk,
    stores: otherMerchant.stores,
  },
];

export async function seedClerks(seeding: Seeding): Promise<void> {
  for (const { id, merchant, role, person, stores } of counterpeople) {
    await insert(seeding, 'clerks', {
      id,
      merchant_id: merchant.id,
      role,
      phone_sealed: seal(seeding.cipher, 'clerks.phone_sealed', id, person.phone),
      phone_index: indexOf.phone(seeding.cipher, person.phone),
      name_sealed: seal(seeding.cipher, 'clerks.name_sealed', id, person.name),
    });
    for (const store of stores) await insert(seeding, 'clerk_stores', { clerk_id: id, store_id: store.id });
  }
}
