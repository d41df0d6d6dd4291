import type { PoolClient } from 'pg';
import { notFound, Problem } from '../../../http/problem';
import type { CoreContactChange } from '../../../upstream/core/contract/policy-services';
import type { CoreDeps } from '../core-deps';
import { policyOfSubject } from './owner';
import { contentOf, type Content, type NewRecord, type RecordRow } from './service-records';

interface HolderRow {
  customer_id: string;
  phone_sealed: Buffer | null;
  address_sealed: Buffer | null;
  is_policyholder: boolean;
  policies: number;
}

/** The customer row stays held: what a receipt says stood there before must be what stood there. */
const holderOf = `
  select c.id as customer_id, c.phone_sealed, c.address_sealed,
    exists (select 1 from identity_links l where l.subject = $1 and l.customer_id = c.id) as is_policyholder,
    (select count(*) from policies o where o.policyholder_id = c.id and o.ends_at > now() and o.cancelled_at is null)
      as policies
  from policies p join customers c on c.id = p.policyholder_id
  where p.id = $2 and ${policyOfSubject('p', '$1')}
  for update of c`;

export interface Contact {
  phone: string | null;
  address: string | null;
}

export function contactOf(
  { fields }: CoreDeps,
  row: Pick<HolderRow, 'customer_id' | 'phone_sealed' | 'address_sealed'>,
): Contact {
  const open = (column: 'phone_sealed' | 'address_sealed') => {
    const sealed = row[column];
    return sealed && fields.open('customers', column, row.customer_id, sealed);
  };
  return { phone: open('phone_sealed'), address: open('address_sealed') };
}

async function lockHolder(client: PoolClient, subject: string, policyId: string): Promise<HolderRow> {
  const { rows } = await client.query<HolderRow>(holderOf, [subject, policyId]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这份保单');
  if (!row.is_policyholder) {
    throw new Problem(409, 'NOT_POLICYHOLDER', '联系方式只有投保人可以改。请让投保人来办，或者打客服电话');
  }
  return row;
}

async function write({ fields }: CoreDeps, client: PoolClient, customerId: string, contact: Contact) {
  const seal = (column: 'phone_sealed' | 'address_sealed', value: string | null) =>
    value === null ? null : fields.seal('customers', column, customerId, value);
  await client.query(
    'update customers set phone_sealed = $2, phone_index = $3, address_sealed = $4 where id = $1',
    [
      customerId,
      seal('phone_sealed', contact.phone),
      contact.phone === null ? null : fields.phoneIndex(contact.phone),
      seal('address_sealed', contact.address),
    ],
  );
}

function changesBetween(before: Contact, after: Contact): Content['changes'] {
  return (['phone', 'address'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** 投保人 alone changes where he is reached; it holds for all his policies. @throws Problem 409 when nothing would change */
export async function changeContact(
  deps: CoreDeps,
  client: PoolClient,
  { subject, policyId, change }: { subject: string; policyId: string; change: CoreContactChange },
): Promise<NewRecord> {
  const row = await lockHolder(client, subject, policyId);
  const before = contactOf(deps, row);
  const after = { phone: change.phone ?? before.phone, address: change.address ?? before.address };
  const changes = changesBetween(before, after);
  if (changes.length === 0) throw new Problem(409, 'NOTHING_CHANGED', '和现在登记的一样，不用改');
  await write(deps, client, row.customer_id, after);
  return { policyId, kind: 'contactChange', content: { changes, policies: row.policies } };
}

/** Puts back what a change replaced, unless it was changed again since. @throws Problem 409 CHANGED_SINCE */
export async function restoreContact(
  deps: CoreDeps,
  client: PoolClient,
  { subject, record }: { subject: string; record: RecordRow },
): Promise<NewRecord> {
  const row = await lockHolder(client, subject, record.policy_id);
  const now = contactOf(deps, row);
  const { changes } = contentOf(deps, record);
  if (changes.some(({ field, after }) => now[field] !== after)) {
    throw new Problem(409, 'CHANGED_SINCE', '之后又改过联系方式，这一次不能直接撤销，请重新修改');
  }
  const restored = { ...now };
  for (const { field, before } of changes) restored[field] = before;
  await write(deps, client, row.customer_id, restored);
  const undone = changes.map(({ field, before, after }) => ({ field, before: after, after: before }));
  return {
    policyId: record.policy_id,
    kind: 'contactRestored',
    undoes: record.id,
    content: { changes: undone, policies: row.policies },
  };
}
