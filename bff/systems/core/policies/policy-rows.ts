import { toInstant } from '../../../http/instants';
import type { CorePolicySummary } from '../../../upstream/core/contract/policies';
import type { PersonalFields } from '../personal-fields';

export interface PolicyRow {
  id: string;
  policy_no: string;
  product: CorePolicySummary['product'];
  product_name: string;
  status: CorePolicySummary['status'];
  starts_at: Date;
  ends_at: Date;
  premium_fen: number;
  vehicle_id: string;
  plate_sealed: Buffer;
  model: string;
  new_energy: boolean;
  is_policyholder: boolean;
  is_insured: boolean;
  is_owner: boolean;
  claim_count: number;
  as_of: Date;
}

/** Validity is [from, until) on the database's clock. */
export const statusOfPolicy = `
  case when p.cancelled_at <= now() then 'cancelled'
       when now() < p.starts_at then 'pending'
       when now() >= p.ends_at then 'expired'
       else 'active' end`;

const linkedAs = (column: string) =>
  `exists (select 1 from identity_links l where l.subject = $1 and l.customer_id = p.${column})`;

/** `$1` is the actor's subject. */
export const policyColumns = `
  p.id, p.policy_no, p.product, p.product_name, ${statusOfPolicy} as status, p.starts_at, p.ends_at, p.premium_fen,
  p.vehicle_id, v.plate_sealed, v.model, v.new_energy, now() as as_of,
  ${linkedAs('policyholder_id')} as is_policyholder, ${linkedAs('insured_id')} as is_insured,
  ${linkedAs('owner_id')} as is_owner,
  (select count(*) from claim_policies cp join claims c on c.id = cp.claim_id
   where cp.policy_id = p.id and c.status <> 'withdrawn') as claim_count`;

function rolesOf(row: PolicyRow): CorePolicySummary['myRoles'] {
  const roles: [CorePolicySummary['myRoles'][number], boolean][] = [
    ['policyholder', row.is_policyholder],
    ['insured', row.is_insured],
    ['owner', row.is_owner],
  ];
  return roles.filter(([, held]) => held).map(([role]) => role);
}

export function toPolicySummary(row: PolicyRow, fields: PersonalFields): CorePolicySummary {
  return {
    id: row.id,
    policyNo: row.policy_no,
    myRoles: rolesOf(row),
    product: row.product,
    productName: row.product_name,
    status: row.status,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    vehicle: {
      plate: fields.open('vehicles', 'plate_sealed', row.vehicle_id, row.plate_sealed),
      model: row.model,
      newEnergy: row.new_energy,
    },
    premiumFen: row.premium_fen,
    claimCount: row.claim_count,
  };
}
