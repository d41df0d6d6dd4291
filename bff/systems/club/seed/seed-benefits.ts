import { elderMember, verifiedMember, verifiedMemberCars } from '../../demo-people';
import { elderPackage, fuelPackage, riderPackage, welcomePackage, type DemoPackage } from './demo-gifts';
import { demoMerchant } from './demo-network';
import { seedGift } from './seed-gifts';
import { electricVehicleId, fuelVehicleId } from './seed-members';
import { demoClerkId, demoOwnerId } from './seed-network';
import { seedUse } from './seed-uses';
import { seedOrder, seedVoucher, type SeededVoucher } from './seed-vouchers';
import type { Seeding } from './seeding';

const firstStore = demoMerchant.stores[0]?.id ?? '';
const secondStore = demoMerchant.stores[1]?.id ?? '';

async function claimed(
  seeding: Seeding,
  { given, memberId, daysAgo }: { given: DemoPackage; memberId: string; daysAgo: number },
): Promise<Pick<SeededVoucher, 'memberId' | 'orderId' | 'basis' | 'issuedDaysAgo'>> {
  const giftId = seeding.random.uuid();
  await seedGift(seeding, {
    id: giftId,
    given,
    memberId,
    offeredDaysAgo: daysAgo + 1,
    expiresInDays: 30 - daysAgo,
    claimedDaysAgo: daysAgo,
  });
  const orderId = await seedOrder(seeding, { memberId, kind: 'gift', title: given.title, daysAgo, giftId });
  return { memberId, orderId, basis: given.basis, issuedDaysAgo: daysAgo };
}

/** A card of five washes with two used, a look after each car, and help on the road. */
async function seedRider(seeding: Seeding): Promise<void> {
  const base = await claimed(seeding, {
    given: riderPackage,
    memberId: verifiedMember.memberId,
    daysAgo: 120,
  });
  const endsInDays = 245;
  const { fuel, electric } = verifiedMemberCars;
  const card = await seedVoucher(seeding, { ...base, service: 'svc_wash', uses: 5, endsInDays });
  await seedUse(seeding, {
    voucherId: card,
    storeId: firstStore,
    clerkId: demoClerkId,
    at: { daysAgo: 61, hour: 10.5 },
  });
  await seedUse(seeding, {
    voucherId: card,
    storeId: secondStore,
    clerkId: demoOwnerId,
    at: { daysAgo: 12, hour: 16 },
  });
  const fuelCar = { id: fuelVehicleId, plate: fuel.plate };
  await seedVoucher(seeding, { ...base, service: 'svc_inspection', vehicle: fuelCar, endsInDays });
  await seedVoucher(seeding, { ...base, service: 'svc_roadside', uses: 2, endsInDays });
  const electricCar = { id: electricVehicleId, plate: electric.plate };
  await seedVoucher(seeding, { ...base, service: 'svc_battery_check', vehicle: electricCar, endsInDays });
}

/** One that was used and one that ran out. */
async function seedWelcome(seeding: Seeding): Promise<void> {
  const base = await claimed(seeding, {
    given: welcomePackage,
    memberId: verifiedMember.memberId,
    daysAgo: 200,
  });
  const used = await seedVoucher(seeding, { ...base, service: 'svc_wash_fine', endsInDays: -110 });
  await seedUse(seeding, {
    voucherId: used,
    storeId: firstStore,
    clerkId: demoClerkId,
    at: { daysAgo: 150, hour: 14.25 },
  });
  await seedVoucher(seeding, { ...base, service: 'svc_maintenance', endsInDays: -20 });
}

async function seedFuel(seeding: Seeding): Promise<void> {
  const base = await claimed(seeding, { given: fuelPackage, memberId: verifiedMember.memberId, daysAgo: 30 });
  const fuel = await seedVoucher(seeding, {
    ...base,
    service: 'svc_fuel',
    uses: 4,
    amountFen: 10_000,
    endsInDays: 90,
  });
  await seedUse(seeding, {
    voucherId: fuel,
    storeId: firstStore,
    clerkId: demoClerkId,
    at: { daysAgo: 8, hour: 18 },
    saleFen: 26_800,
  });
}

async function seedElder(seeding: Seeding): Promise<void> {
  const base = await claimed(seeding, { given: elderPackage, memberId: elderMember.memberId, daysAgo: 40 });
  await seedVoucher(seeding, { ...base, service: 'svc_wash', endsInDays: 140 });
  await seedVoucher(seeding, { ...base, service: 'svc_health', endsInDays: 140 });
}

/** Vouchers in every state a person can meet, each with the order it came from. */
export async function seedBenefits(seeding: Seeding): Promise<void> {
  await seedRider(seeding);
  await seedWelcome(seeding);
  await seedFuel(seeding);
  await seedElder(seeding);
}
