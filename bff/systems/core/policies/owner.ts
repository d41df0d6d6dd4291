/**
 * The one condition for "this policy is the subject's": 投保人 or 被保险人 by a verified identity. Being 车主 alone shows
 * nothing (DOMAIN, "Who is a person"). It stands in every query on policies, so that a foreign one does not exist.
 * @param policy alias of the policies table
 * @param subject placeholder of the actor's subject, e.g. `$1`
 */
export function policyOfSubject(policy: string, subject: string): string {
  return `exists (
    select 1 from identity_links l
    where l.subject = ${subject} and l.customer_id in (${policy}.policyholder_id, ${policy}.insured_id))`;
}
