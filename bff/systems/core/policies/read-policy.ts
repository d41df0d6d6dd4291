import { toInstant } from '../../../http/instants';
import { notFound } from '../../../http/problem';
import type { CorePolicyDetail } from '../../../upstream/core/contract/policies';
import type { CoreDeps } from '../core-deps';
import { coverQuestions } from '../rules/cover-questions';
import { deductibleWords, plainCover } from '../rules/plain-cover';
import type { SoldCover } from '../rules/sold-policy';
import { contactOf } from './contact-changes';
import { policyOfSubject } from './owner';
import { policyColumns, toPolicySummary, type PolicyRow } from './policy-rows';
import { workedExample } from './worked-example';

interface DetailRow extends PolicyRow {
  policyholder_id: string;
  policyholder_sealed: Buffer;
  phone_sealed: Buffer | null;
  address_sealed: Buffer | null;
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
  cancelled_at: Date | null;
  no_claim_years: number | null;
  claims_counted: number | null;
  premium_factor_percent: number | null;
  vehicle_tax_fen: number | null;
  vehicle_tax_year: number | null;
}

const detail = `
  select ${policyColumns}, v.vin_sealed, b.id as branch_id, b.name as branch_name,
    h.id as policyholder_id, h.name_sealed as policyholder_sealed, h.phone_sealed, h.address_sealed,
    p.cancelled_at, p.no_claim_years, p.claims_counted, p.premium_factor_percent, p.vehicle_tax_fen, p.vehicle_tax_year,
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
  units: number | null;
  deductible_percent: number;
  body: string;
  article: string | null;
  exclusions: string[];
}

const coverages = `
  select c.code, c.name, c.sum_insured_fen, c.units, c.deductible_percent, t.body, t.article, t.exclusions
  from coverages c join clauses t on t.id = c.clause_id
  where c.policy_id = $1 order by c.position`;

const payments =
  'select at, amount_fen, method, state from payments where policy_id = $1 order by at desc, id';
const endorsements =
  'select at, title, endorsement_no, detail, change_fen from endorsements where policy_id = $1 order by at desc, id';

const losses = `
  select id, item, at from service_records where policy_id = $1 and kind = 'lossReport' and open order by at`;

function toCoverages(
  rows: CoverageRow[],
  { starts_at: startsAt, ends_at: endsAt }: Pick<PolicyRow, 'starts_at' | 'ends_at'>,
): CorePolicyDetail['coverages'] {
  const sold = rows.map((row): SoldCover & Pick<CoverageRow, 'body' | 'article' | 'exclusions'> => ({
    code: row.code,
    name: row.name,
    sumInsuredFen: row.sum_insured_fen,
    units: row.units,
    deductiblePercent: row.deductible_percent,
    body: row.body,
    article: row.article,
    exclusions: row.exclusions,
  }));
  const policy = { startsAt, endsAt, coverages: sold };
  return sold.map((cover) => ({
    code: cover.code,
    name: cover.name,
    sumInsuredFen: cover.sumInsuredFen,
    units: cover.units,
    deductible: deductibleWords(cover),
    clause: cover.body,
    clauseArticle: cover.article,
    notCovered: cover.exclusions,
    plain: plainCover(cover, policy),
    questions: coverQuestions(cover, policy),
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
  endorsement_no: string | null;
  detail: string | null;
  change_fen: number;
}
interface LossRow {
  id: string;
  item: 'policy' | 'mark' | 'card';
  at: Date;
}

/** Years without a claim and the tax; null where the policy says nothing about them. */
const rated = (row: DetailRow) => ({
  cancelledAt: row.cancelled_at && toInstant(row.cancelled_at),
  noClaim:
    row.no_claim_years === null
      ? null
      : {
          years: row.no_claim_years,
          claims: row.claims_counted ?? 0,
          premiumPercent: row.premium_factor_percent ?? 100,
        },
  vehicleTax:
    row.vehicle_tax_fen === null || row.vehicle_tax_year === null
      ? null
      : { year: row.vehicle_tax_year, amountFen: row.vehicle_tax_fen },
});

/** One policy of the subject with its covers in plain words. @throws Problem 404 for a foreign or unknown one */
export async function readPolicy(deps: CoreDeps, subject: string, id: string): Promise<CorePolicyDetail> {
  const { rows } = await deps.pool.query<DetailRow>(detail, [subject, id]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这份保单');
  const [covers, paid, changes, lost, example] = await Promise.all([
    deps.pool.query<CoverageRow>(coverages, [id]),
    deps.pool.query<PaymentRow>(payments, [id]),
    deps.pool.query<EndorsementRow>(endorsements, [id]),
    deps.pool.query<LossRow>(losses, [id]),
    workedExample(deps, subject, { policyId: id, query: {} }),
  ]);
  return {
    ...toPolicySummary(row, deps.fields),
    ...toPeople(row, deps),
    branch: { id: row.branch_id, name: row.branch_name },
    ...rated(row),
    contact: row.is_policyholder ? contactOf(deps, { ...row, customer_id: row.policyholder_id }) : null,
    losses: lost.rows.map(({ id: recordId, item, at }) => ({ recordId, item, at: toInstant(at) })),
    example,
    coverages: toCoverages(covers.rows, row),
    payments: paid.rows.map(({ at, amount_fen, method, state }) => ({
      at: toInstant(at),
      amountFen: amount_fen,
      method,
      state,
    })),
    endorsements: changes.rows.map(({ at, title, endorsement_no, detail: words, change_fen }) => ({
      at: toInstant(at),
      title,
      endorsementNo: endorsement_no,
      detail: words,
      changeFen: change_fen,
    })),
    asOf: toInstant(row.as_of),
  };
}
