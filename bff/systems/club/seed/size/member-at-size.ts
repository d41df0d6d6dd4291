import { indexOf, seal } from '../../personal-fields';
import { createColumns } from './columns';
import { engineNoOf, madeUpName, memberPhone, plateOf, residentId, vinOf } from './made-up';
import { daysAfter, openHour, rowId, type SizeSetting } from './size-setting';

export const peopleColumns = () => ({
  members: createColumns({
    id: 'text',
    branch_id: 'text',
    phone_sealed: 'bytea',
    phone_index: 'bytea',
    identity_kind: 'text',
    name_sealed: 'bytea',
    id_number_sealed: 'bytea',
    id_number_index: 'bytea',
    level: 'text',
    identity_verified_at: 'timestamptz',
    elder: 'boolean',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  }),
  vehicles: createColumns({
    id: 'text',
    member_id: 'text',
    plate_sealed: 'bytea',
    plate_index: 'bytea',
    plate_type: 'text',
    vin_sealed: 'bytea',
    engine_no_sealed: 'bytea',
    model: 'text',
    seats: 'int',
    added_at: 'timestamptz',
    request_scope: 'text',
    request_id: 'text',
    input_hash: 'bytea',
  }),
});
type PeopleColumns = ReturnType<typeof peopleColumns>;

/** A member as the rest of its history needs it. */
export interface SizeMember {
  id: string;
  joinedDaysAgo: number;
  verifiedAt: Date | undefined;
  vehicle: { id: string; plate: string } | undefined;
}

const NO_INPUT = Buffer.alloc(32);
const MODELS = ['轩逸', '朗逸', '哈弗 H6', '宏光 MINI', '秦 PLUS', '宋 PLUS', '思域', '帕萨特'];
const LONGEST_DAYS = 700;

function addVehicle(
  into: PeopleColumns,
  setting: SizeSetting,
  { member, position, addedAt }: { member: string; position: number; addedAt: Date },
): { id: string; plate: string } {
  const { cipher, random } = setting;
  const [id, plate] = [rowId(setting), plateOf(position)];
  into.vehicles.push({
    id,
    member_id: member,
    plate_sealed: seal(cipher, 'vehicles.plate_sealed', id, plate),
    plate_index: indexOf.plate(cipher, plate),
    plate_type: '02',
    vin_sealed: seal(cipher, 'vehicles.vin_sealed', id, vinOf(position)),
    engine_no_sealed: seal(cipher, 'vehicles.engine_no_sealed', id, engineNoOf(position)),
    model: MODELS[random.below(MODELS.length)] ?? null,
    seats: 5,
    added_at: addedAt.toISOString(),
    request_scope: 'seed',
    request_id: id,
    input_hash: NO_INPUT,
  });
  return { id, plate };
}

/** Seven of ten have proven who they are, two of three have a car. Most of them came within the last year. */
export function addMember(into: PeopleColumns, setting: SizeSetting, position: number): SizeMember {
  const { cipher, random } = setting;
  const id = rowId(setting);
  const phone = memberPhone(position);
  const joinedDaysAgo = 12 + Math.floor((random.below(1000) / 1000) ** 1.6 * LONGEST_DAYS);
  const joinedAt = openHour(setting, joinedDaysAgo);
  const isVerified = random.below(100) < 70;
  const verifiedAt = isVerified ? daysAfter(joinedAt, 1) : undefined;
  const idNumber = residentId(position);
  into.members.push({
    id,
    branch_id: setting.branchId,
    phone_sealed: seal(cipher, 'members.phone_sealed', id, phone),
    phone_index: indexOf.phone(cipher, phone),
    identity_kind: isVerified ? 'person' : null,
    name_sealed: isVerified ? seal(cipher, 'members.name_sealed', id, madeUpName(random)) : null,
    id_number_sealed: isVerified ? seal(cipher, 'members.id_number_sealed', id, idNumber) : null,
    id_number_index: isVerified ? indexOf.idNumber(cipher, idNumber) : null,
    level: isVerified ? 'senior' : 'basic',
    identity_verified_at: verifiedAt?.toISOString() ?? null,
    elder: random.below(100) < 8,
    created_at: joinedAt.toISOString(),
    updated_at: joinedAt.toISOString(),
  });
  const hasCar = random.below(100) < 66;
  const vehicle = hasCar ? addVehicle(into, setting, { member: id, position, addedAt: joinedAt }) : undefined;
  return { id, joinedDaysAgo, verifiedAt, vehicle };
}
