import {
  agent,
  demoClerk,
  demoOwner,
  claimsMember,
  elderMember,
  elderMemberCar,
  otherClerk,
  unverifiedMember,
  verifiedMember,
  verifiedMemberCars,
  type DemoCar,
  type DemoPerson,
} from '../../demo-people';
import { indexOf, seal } from '../personal-fields';
import { CITY_BRANCH } from './seed-network';
import { day, insert, seedRequest, type Seeding } from './seeding';

interface SeededMember {
  person: { memberId: string; phone: string };
  verified?: DemoPerson;
  elder?: boolean;
  joinedDaysAgo: number;
}

/** The clerks and the owner are members too, as everybody who signs in is. */
const cast: SeededMember[] = [
  { person: verifiedMember, verified: verifiedMember, joinedDaysAgo: 401 },
  { person: unverifiedMember, joinedDaysAgo: 9 },
  { person: elderMember, verified: elderMember, elder: true, joinedDaysAgo: 260 },
  { person: claimsMember, verified: claimsMember, joinedDaysAgo: 180 },
  { person: agent, joinedDaysAgo: 196 },
  { person: demoClerk, joinedDaysAgo: 300 },
  { person: demoOwner, joinedDaysAgo: 320 },
  { person: otherClerk, joinedDaysAgo: 210 },
];

function identityOf(
  { cipher }: Seeding,
  id: string,
  person: DemoPerson,
  verifiedAt: Date,
): Record<string, unknown> {
  return {
    identity_kind: 'person',
    name_sealed: seal(cipher, 'members.name_sealed', id, person.name),
    id_number_sealed: seal(cipher, 'members.id_number_sealed', id, person.idNumber),
    id_number_index: indexOf.idNumber(cipher, person.idNumber),
    level: 'senior',
    identity_verified_at: verifiedAt,
  };
}

export async function seedMembers(seeding: Seeding): Promise<void> {
  for (const { person, verified, elder = false, joinedDaysAgo } of cast) {
    const id = person.memberId;
    await insert(seeding, 'members', {
      id,
      branch_id: CITY_BRANCH,
      phone_sealed: seal(seeding.cipher, 'members.phone_sealed', id, person.phone),
      phone_index: indexOf.phone(seeding.cipher, person.phone),
      elder,
      created_at: day(seeding, -joinedDaysAgo),
      updated_at: day(seeding, -joinedDaysAgo),
      ...(verified ? identityOf(seeding, id, verified, day(seeding, -joinedDaysAgo + 1)) : {}),
    });
  }
}

export const fuelVehicleId = '7d0f4a52-0001-4c11-a001-000000000001';
export const electricVehicleId = '7d0f4a52-0002-4c11-a001-000000000002';
const elderVehicleId = '7d0f4a52-0003-4c11-a001-000000000003';

async function seedVehicle(
  seeding: Seeding,
  { id, memberId, car, daysAgo }: { id: string; memberId: string; car: DemoCar; daysAgo: number },
): Promise<void> {
  const { cipher } = seeding;
  await insert(seeding, 'vehicles', {
    id,
    member_id: memberId,
    plate_sealed: seal(cipher, 'vehicles.plate_sealed', id, car.plate),
    plate_index: indexOf.plate(cipher, car.plate),
    plate_type: car.plateType,
    vin_sealed: seal(cipher, 'vehicles.vin_sealed', id, car.vin),
    engine_no_sealed: seal(cipher, 'vehicles.engine_no_sealed', id, car.engineNo),
    model: car.model,
    seats: car.seats,
    added_at: day(seeding, -daysAgo),
    ...seedRequest(id),
  });
}

export async function seedVehicles(seeding: Seeding): Promise<void> {
  const { memberId } = verifiedMember;
  await seedVehicle(seeding, { id: fuelVehicleId, memberId, car: verifiedMemberCars.fuel, daysAgo: 400 });
  await seedVehicle(seeding, {
    id: electricVehicleId,
    memberId,
    car: verifiedMemberCars.electric,
    daysAgo: 390,
  });
  await seedVehicle(seeding, {
    id: elderVehicleId,
    memberId: elderMember.memberId,
    car: elderMemberCar,
    daysAgo: 259,
  });
}
