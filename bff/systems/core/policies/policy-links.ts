import { notFound, Problem } from '../../../http/problem';
import type { CorePolicySummary } from '../../../upstream/core/contract/policies';
import type { CoreDeps } from '../core-deps';
import { policyOfSubject } from './owner';
import { policyColumns, toPolicySummary, type PolicyRow } from './policy-rows';

/**
 * One statement looks, links and brings back: the people of a policy count only when name and ID number both equal an
 * identity the subject proved.
 */
const link = `
  with wanted as (
    select id, policyholder_id, insured_id from policies where policy_no = $2
  ), proved as (
    select name_index, id_number_index from verified_identities where subject = $1
    union select c.name_index, c.id_number_index from identity_links l join customers c on c.id = l.customer_id
      where l.subject = $1
  ), mine as (
    select distinct c.id from wanted w join customers c on c.id in (w.policyholder_id, w.insured_id)
      join proved p on p.name_index = c.name_index and p.id_number_index = c.id_number_index
  ), linked as (
    insert into identity_links (subject, customer_id) select $1, id from mine on conflict do nothing
  ), shown as (
    delete from hidden_policies h using wanted w
    where h.subject = $1 and h.policy_id = w.id and exists (select 1 from mine)
  )
  select w.id from wanted w where exists (select 1 from mine)`;

const summary = `
  select ${policyColumns} from policies p join vehicles v on v.id = p.vehicle_id
  where p.id = $2 and ${policyOfSubject('p', '$1')}`;

/** One answer for a number that nobody has and for somebody else's: neither may be told from the other. */
const notLinked = () =>
  new Problem(404, 'POLICY_NOT_LINKED', '在您的名下没有找到这个保单号，请对着保单再核对一遍');

/** @throws Problem 404 POLICY_NOT_LINKED, the same whether the number exists or not */
export async function linkPolicy(
  { pool, fields }: CoreDeps,
  subject: string,
  policyNo: string,
): Promise<CorePolicySummary> {
  const found = await pool.query<{ id: string }>(link, [subject, policyNo]);
  const { rows } = await pool.query<PolicyRow>(summary, [subject, found.rows[0]?.id ?? '']);
  const row = rows[0];
  if (!row) throw notLinked();
  return toPolicySummary(row, fields);
}

const hide = `
  insert into hidden_policies (subject, policy_id)
  select $1, p.id from policies p where p.id = $2 and ${policyOfSubject('p', '$1')}
  on conflict do nothing`;

/** Takes a policy off the subject's list; a second time it is already off. @throws Problem 404 for a foreign one */
export async function unlinkPolicy({ pool }: CoreDeps, subject: string, policyId: string): Promise<void> {
  const { rowCount } = await pool.query(hide, [subject, policyId]);
  if (rowCount === 1) return;
  const { rowCount: hidden } = await pool.query(
    'select 1 from hidden_policies where subject = $1 and policy_id = $2',
    [subject, policyId],
  );
  if (hidden !== 1) throw notFound('没有找到这份保单');
}
