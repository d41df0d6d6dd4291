import { toInstant } from '../../../http/instants';
import { notFound } from '../../../http/problem';
import type { CorePolicyDetail } from '../../../upstream/core/contract/policies';
import type { CoreDeps } from '../core-deps';
import { deductibleWords, plainCover, type SoldCover } from '../rules/plain-cover';
import { policyOfSubject } from './owner';
import { policyColumns, toPolicySummary, type PolicyRow } from './policy-rows';

interface DetailRow extends PolicyRow {
  policyholder_id: string;
  policyholder_sealed: Buffer;
  insured_id: string;
  insured_sealed: Buffer;
  insured_number_sealed: Buffer;
  owner_id: string;
  owner_sealed: Buffer;
  vin_sealed: Buffer;
  branch_id: string;
  branch_name: string;
  manager_id: string | null;
  manager_name_sealed: Buffer;
  manager_phone_sealed: Buffer;
}

const detail = `
  select ${policyColumns}, v.vin_sealed, b.id as branch_id, b.name as branch_name,
    h.id as policyholder_id, h.name_sealed as policyholder_sealed,
    i.id as insured_id, i.name_sealed as insured_sealed, i.id_number_sealed as insured_number_sealed,
    o.id as owner_id, o.name_sealed as owner_sealed,
    s.id as manager_id, s.name_sealed as manager_name_sealed, s.phone_sealed as manager_phone_sealed
  from policies p
    join vehicles v on v.id = p.vehicle_id
    join branches b on b.id = p.branch_id
    join customers h on h.id = p.policyholder_id
    join customers i on i.id = p.insured_id
    join customers o on o.id = p.owner_id
    left join staff s on s.id = p.account_manager_id
  where p.id = $2 and ${policyOfSubject('p', '$1')}`;

interface CoverageRow {
  code: string;
  name: string;
  sum_insured_fen: number | null;
  deductible_percent: number;
  body: string;
}

const coverages = `
  select c.code, c.name, c.sum_insured_fen, c.deductible_percent, t.body
  from coverages c join clauses t on t.id = c.clause_id
  where c.policy_id = $1 order by c.position`;

const payments =
  'select at, amount_fen, method, state from payments where policy_id = $1 order by at desc, id';
const endorsements =
  'select at, title, change_fen from endorsements where policy_id = $1 order by at desc, id';

function toCoverages(rows: CoverageRow[], startsAt: Date): CorePolicyDetail['coverages'] {
  const sold = rows.map((row): SoldCover & { clause: string } => ({
    code: row.code,
    name: row.name,
    sumInsuredFen: row.sum_insured_fen,
    deductiblePercent: row.deductible_percent,
    clause: row.body,
  }));
  return sold.map((cover) => ({
    code: cover.code,
    name: cover.name,
    sumInsuredFen: cover.sumInsuredFen,
    deductible: deductibleWords(cover),
    clause: cover.clause,
    plain: plainCover(cover, { startsAt, coverages: sold }),
  }));
}

function toPeople(row: DetailRow, { fields }: CoreDeps) {
  const nameOf = (id: string, envelope: Buffer) => fields.open('customers', 'name_sealed', id, envelope);
  return {
    policyholderName: nameOf(row.policyholder_id, row.policyholder_sealed),
    insured: {
      name: nameOf(row.insured_id, row.insured_sealed),
      idNumber: fields.open('customers', 'id_number_sealed', row.insured_id, row.insured_number_sealed),
    },
    ownerName: nameOf(row.owner_id, row.owner_sealed),
    vin: fields.open('vehicles', 'vin_sealed', row.vehicle_id, row.vin_sealed),
    accountManager:
      row.manager_id === null
        ? null
        : {
            name: fields.open('staff', 'name_sealed', row.manager_id, row.manager_name_sealed),
            phone: fields.open('staff', 'phone_sealed', row.manager_id, row.manager_phone_sealed),
          },
  };
}

interface PaymentRow {
  at: Date;
  amount_fen: number;
  method: string;
  state: 'paid' | 'refunded';
}
interface EndorsementRow {
  at: Date;
  title: string;
  change_fen: number;
}

/** One policy of the subject with its covers in plain words. @throws Problem 404 for a foreign or unknown one */
export async function readPolicy(deps: CoreDeps, subject: string, id: string): Promise<CorePolicyDetail> {
  const { rows } = await deps.pool.query<DetailRow>(detail, [subject, id]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这份保单');
  const [covers, paid, changes] = await Promise.all([
    deps.pool.query<CoverageRow>(coverages, [id]),
    deps.pool.query<PaymentRow>(payments, [id]),
    deps.pool.query<EndorsementRow>(endorsements, [id]),
  ]);
  return {
    ...toPolicySummary(row, deps.fields),
    ...toPeople(row, deps),
    branch: { id: row.branch_id, name: row.branch_name },
    coverages: toCoverages(covers.rows, row.starts_at),
    payments: paid.rows.map(({ at, amount_fen, method, state }) => ({
      at: toInstant(at),
      amountFen: amount_fen,
      method,
      state,
    })),
    endorsements: changes.rows.map(({ at, title, change_fen }) => ({
      at: toInstant(at),
      title,
      changeFen: change_fen,
    })),
    asOf: toInstant(row.as_of),
  };
}
