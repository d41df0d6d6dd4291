import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { claimsMember, demoBranches, elderMember, verifiedMember } from '../../demo-people';
import type { CoreDeps } from '../core-deps';
import type { PersonalFields } from '../personal-fields';
import { coverNames } from '../rules/cover-codes';
import {
  branches,
  clauses,
  coverages,
  customers,
  endorsements,
  identityLinks,
  payments,
  policies,
  staff,
  surveyors,
  vehicles,
} from '../tables';
import { clauseIdOf, clauseSeeds } from './clause-texts';
import { seedClaims } from './demo-claims';
import { demoDays } from './demo-days';
import { seedClaimStates } from './demo-claim-states';
import { carSeeds, customerSeeds, staffSeeds, surveyorSeeds } from './demo-parties';
import { policySeeds, type PolicySeed } from './demo-policies';

const BRANCH = 'br_sd_jinan_lixia';

async function seedParties(db: NodePgDatabase, fields: PersonalFields): Promise<void> {
  await db.insert(branches).values([...demoBranches]);
  await db.insert(staff).values(
    staffSeeds.map(({ name, phone, ...rest }) => ({
      ...rest,
      nameSealed: fields.seal('staff', 'name_sealed', rest.id, name),
      phoneSealed: fields.seal('staff', 'phone_sealed', rest.id, phone),
    })),
  );
  await db.insert(surveyors).values(surveyorSeeds);
  await db.insert(customers).values(
    customerSeeds.map(({ name, idNumber, phone, address, ...rest }) => ({
      ...rest,
      branchId: BRANCH,
      nameSealed: fields.seal('customers', 'name_sealed', rest.id, name),
      nameIndex: fields.nameIndex(name),
      idNumberSealed: fields.seal('customers', 'id_number_sealed', rest.id, idNumber),
      idNumberIndex: fields.idNumberIndex(idNumber),
      phoneSealed: fields.seal('customers', 'phone_sealed', rest.id, phone),
      phoneIndex: fields.phoneIndex(phone),
      addressSealed: address ? fields.seal('customers', 'address_sealed', rest.id, address) : null,
    })),
  );
}

async function seedVehicles(db: NodePgDatabase, fields: PersonalFields): Promise<void> {
  await db.insert(vehicles).values(
    carSeeds.map(({ id, car }) => ({
      id,
      branchId: BRANCH,
      plateSealed: fields.seal('vehicles', 'plate_sealed', id, car.plate),
      plateIndex: fields.plateIndex(car.plate),
      plateType: car.plateType,
      vinSealed: fields.seal('vehicles', 'vin_sealed', id, car.vin),
      vinIndex: fields.vinIndex(car.vin),
      engineNoSealed: fields.seal('vehicles', 'engine_no_sealed', id, car.engineNo),
      model: car.model,
      newEnergy: car.newEnergy,
      seats: car.seats,
      registeredOn: car.registeredOn,
    })),
  );
}

async function seedPolicies(db: NodePgDatabase, seeds: PolicySeed[]): Promise<void> {
  await db.insert(clauses).values(clauseSeeds.map(({ code: _code, ...clause }) => clause));
  await db.insert(policies).values(seeds.map((policy) => ({ ...policy, branchId: BRANCH })));
  await db.insert(coverages).values(
    seeds.flatMap(({ id, covers }) =>
      covers.map(({ code, sumFen, units, deductiblePercent }, position) => ({
        policyId: id,
        code,
        position,
        name: coverNames[code],
        sumInsuredFen: sumFen,
        units: units ?? null,
        deductiblePercent: deductiblePercent ?? 0,
        clauseId: clauseIdOf(code),
      })),
    ),
  );
  await db.insert(payments).values(
    seeds.flatMap((policy) =>
      policy.payments.map((payment, index) => ({
        ...payment,
        id: `${policy.id}_pay_${index}`,
        policyId: policy.id,
      })),
    ),
  );
  await db.insert(endorsements).values(
    seeds.flatMap((policy) =>
      policy.endorsements.map((change, index) => ({
        ...change,
        id: `${policy.id}_end_${index}`,
        policyId: policy.id,
      })),
    ),
  );
}

/** The demonstration's part of core: the same data at each run, with every time relative to the database's clock. */
export async function seedCore(deps: CoreDeps): Promise<void> {
  const { pool, fields } = deps;
  const db = drizzle(pool);
  const { rows } = await pool.query<{ now: Date }>("select date_trunc('minute', now()) as now");
  const days = demoDays(rows[0]?.now ?? new Date());
  await seedParties(db, fields);
  await seedVehicles(db, fields);
  await seedPolicies(db, policySeeds(days));
  await db.insert(identityLinks).values([
    { subject: verifiedMember.memberId, customerId: 'cus_demo_zhang' },
    { subject: elderMember.memberId, customerId: 'cus_demo_wang' },
    { subject: claimsMember.memberId, customerId: 'cus_demo_liumin' },
  ]);
  await seedClaims(deps, days);
  await seedClaimStates(deps, days);
}
