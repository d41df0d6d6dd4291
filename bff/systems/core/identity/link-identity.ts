import type { Pool } from 'pg';
import type * as z from 'zod/mini';
import { inTransaction } from '../../../database/transaction';
import type { identityLinkRequest } from '../../../upstream/core/contract/identity';
import type { CoreDeps } from '../core-deps';
import { policyOfSubject } from '../policies/owner';

type LinkRequest = z.infer<typeof identityLinkRequest>;

/** A person has one identity: linking another one ends the first. A person may act for several organisations. */
const dropOtherPersons = `
  delete from identity_links l using customers c
  where l.subject = $1 and c.id = l.customer_id and c.kind = 'person' and $2 = 'person'
    and not (c.name_index = $3 and c.id_number_index = $4)`;

const linkMatching = `
  insert into identity_links (subject, customer_id)
  select $1, id from customers where kind = $2 and name_index = $3 and id_number_index = $4
  on conflict do nothing`;

const dropOtherIdentities = `
  delete from verified_identities v
  where v.subject = $1 and $2 = 'person' and not (v.name_index = $3 and v.id_number_index = $4)
    and not exists (select 1 from customers c
      where c.kind = 'organisation' and c.name_index = v.name_index and c.id_number_index = v.id_number_index)`;

const keepIdentity = `
  insert into verified_identities (subject, name_index, id_number_index) values ($1, $2, $3) on conflict do nothing`;

const countLinked = `
  select (select count(*) from identity_links where subject = $1) as customers,
         (select count(*) from policies p where ${policyOfSubject('p', '$1')}) as policies`;

/**
 * Links a subject to every customer whose name and ID number both equal the verified identity; a phone number plays no
 * part. Sent twice it changes nothing. An identity that nobody here has links nothing and is no error.
 */
export function linkIdentity(
  { pool, fields }: CoreDeps,
  { subject, kind, name, idNumber }: LinkRequest,
): Promise<{ customers: number; policies: number }> {
  const identity = [subject, kind, fields.nameIndex(name), fields.idNumberIndex(idNumber)];
  return inTransaction(pool, async (client) => {
    await client.query(dropOtherPersons, identity);
    await client.query(linkMatching, identity);
    await client.query(dropOtherIdentities, identity);
    await client.query(keepIdentity, [subject, ...identity.slice(2)]);
    const { rows } = await client.query<{ customers: number; policies: number }>(countLinked, [subject]);
    return rows[0] ?? { customers: 0, policies: 0 };
  });
}

/** Forgets who a subject is: after a merge or a deletion. What was reported stays reported. */
export async function forgetIdentity(pool: Pool, subject: string): Promise<void> {
  for (const table of ['identity_links', 'verified_identities', 'hidden_policies']) {
    await pool.query(`delete from ${table} where subject = $1`, [subject]);
  }
}

/**
 * Two subjects have become one: what the one reported and asked for is the other's from now on, request ids included, so
 * that an answer that was lost before can still be asked for. Where both used one request id, the row stays where it is.
 */
export function moveSubject(pool: Pool, { from, into }: { from: string; into: string }): Promise<void> {
  return inTransaction(pool, async (client) => {
    await client.query(
      `update claims c set subject = $2 where c.subject = $1
         and not exists (select 1 from claims o where o.subject = $2 and o.request_id = c.request_id)`,
      [from, into],
    );
    await client.query(
      `update claim_actions a set subject = $2 where a.subject = $1
         and not exists (select 1 from claim_actions o where o.subject = $2 and o.request_id = a.request_id)`,
      [from, into],
    );
    await client.query(
      `update service_records r set subject = $2 where r.subject = $1
         and not exists (select 1 from service_records o where o.subject = $2 and o.request_id = r.request_id)`,
      [from, into],
    );
    for (const table of ['identity_links', 'verified_identities', 'hidden_policies']) {
      await client.query(`delete from ${table} where subject = $1`, [from]);
    }
  });
}
