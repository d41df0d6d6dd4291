import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import type { FieldCipher } from '../../crypto/field-cipher';
import {
  agent,
  agentCustomers,
  demoCompany,
  demoDaughter,
  demoSpouse,
  claimsMember,
  secondPhone,
  elderMember,
  unverifiedMember,
  verifiedMember,
} from '../demo-people';
import { createIdentityFields } from './identity-fields';
import { organisationAgents, organisations, personPhones, persons } from './tables';

/** The agent's customers have numbers of their own; the agent's number on their policies is not theirs. */
const people = [
  ...[verifiedMember, unverifiedMember, elderMember, claimsMember, agent, demoSpouse, demoDaughter],
  ...agentCustomers.map((customer, index) => ({ ...customer, phone: `1380000002${index + 1}` })),
].map(({ name, idNumber, phone }, index) => ({ id: `per_demo_${index + 1}`, name, idNumber, phone }));

export async function seedIdentity({ pool, cipher }: { pool: Pool; cipher: FieldCipher }): Promise<void> {
  const db = drizzle(pool);
  const fields = createIdentityFields(cipher);
  await db.insert(persons).values(
    people.map(({ id, name, idNumber }) => ({
      id,
      nameSealed: cipher.seal(name, { column: 'identity.persons.name_sealed', rowId: id }),
      nameIndex: fields.nameIndex(name),
      idNumberSealed: cipher.seal(idNumber, { column: 'identity.persons.id_number_sealed', rowId: id }),
      idNumberIndex: fields.idNumberIndex(idNumber),
    })),
  );
  const phones = people.flatMap(({ id, phone }) => [
    { personId: id, phoneIndex: fields.phoneIndex(phone) },
    ...(phone === unverifiedMember.phone
      ? [{ personId: id, phoneIndex: fields.phoneIndex(secondPhone) }]
      : []),
  ]);
  await db.insert(personPhones).values(phones);
  const organisationId = 'org_demo_1';
  const { name, creditCode, agentPhone } = demoCompany;
  await db
    .insert(organisations)
    .values({ id: organisationId, name, nameIndex: fields.nameIndex(name), creditCode });
  await db.insert(organisationAgents).values({ organisationId, phoneIndex: fields.phoneIndex(agentPhone) });
}
