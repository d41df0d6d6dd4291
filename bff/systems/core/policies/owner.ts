/**
 * The policies of a subject: 投保人 or 被保险人 by a verified identity. Being 车主 alone shows nothing (DOMAIN, "Who is a
 * person"); what the subject hid is not there until it comes back by its number. Starts from the subject's few links, so that it stays an index look-up however many policies there are.
 * @param subject placeholder of the actor's subject, e.g. `$1`
 */
export const policiesOfSubject = (subject: string): string => `
  select o.id from identity_links l
    join policies o on o.policyholder_id = l.customer_id or o.insured_id = l.customer_id
  where l.subject = ${subject}
    and not exists (select 1 from hidden_policies h where h.subject = ${subject} and h.policy_id = o.id)`;

/**
 * The one condition for "this policy is the subject's". It stands in every query on policies, so that a foreign one does
 * not exist.
 * @param policy alias of the policies table
 */
export const policyOfSubject = (policy: string, subject: string): string =>
  `${policy}.id in (${policiesOfSubject(subject)})`;
