import type { Pool } from 'pg';
import type * as z from 'zod/mini';
import type {
  IdentityResult,
  organisationRequest,
  threeFactorRequest,
} from '../../upstream/identity/contract';
import type { IdentityFields } from './identity-fields';

interface Deps {
  pool: Pool;
  fields: IdentityFields;
}

interface Comparison {
  matches: boolean;
}

const comparePerson = `
  select p.name_index = $2 and exists (
    select 1 from person_phones t where t.person_id = p.id and t.phone_index = $3) as matches
  from persons p where p.id_number_index = $1`;

const compareOrganisation = `
  select o.name_index = $2 and exists (
    select 1 from organisation_agents a where a.organisation_id = o.id and a.phone_index = $3) as matches
  from organisations o where o.credit_code = $1`;

/** No record of the number is `unknown`; it is never taken for a mismatch, because the provider simply cannot tell. */
function resultOf(rows: Comparison[]): IdentityResult {
  const found = rows[0];
  if (!found) return 'unknown';
  return found.matches ? 'match' : 'mismatch';
}

/** Carrier three-factor match (运营商三要素): all of name, ID number and phone belong together. Says never which one does not. */
export async function checkThreeFactors(
  { pool, fields }: Deps,
  { name, idNumber, phone }: z.infer<typeof threeFactorRequest>,
): Promise<IdentityResult> {
  const { rows } = await pool.query<Comparison>(comparePerson, [
    fields.idNumberIndex(idNumber),
    fields.nameIndex(name),
    fields.phoneIndex(phone),
  ]);
  return resultOf(rows);
}

/** Company name, credit code (统一社会信用代码) and the phone of somebody who acts for it (经办人). */
export async function checkOrganisation(
  { pool, fields }: Deps,
  { organisationName, creditCode, phone }: z.infer<typeof organisationRequest>,
): Promise<IdentityResult> {
  const { rows } = await pool.query<Comparison>(compareOrganisation, [
    creditCode.replace(/\s/g, '').toUpperCase(),
    fields.nameIndex(organisationName),
    fields.phoneIndex(phone),
  ]);
  return resultOf(rows);
}
