/**
 * Who is who of the core system (承保/理赔 core). A real core serves these paths or gets an adapter that does. Every call
 * carries a service token with the signed actor; a member sees what is linked to the actor's subject, nothing else.
 * Names and numbers come unmasked: masking is the BFF's.
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `PUT /identity-links` | member, system | links the subject to every customer whose name and ID equal the verified identity |
 * | `DELETE /identity-links/{subject}` | system | forgets them (merge, deletion) |
 * | `POST /identity-links/{subject}/successor` | system | after a merge: reports of the one become the other's, the links of the one are forgotten |
 * | `POST /phone-checks` | system | on how many customers a phone number stands |
 */
import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';

const shortText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

export const identityLinkRequest = z.strictObject({
  subject: opaqueId,
  /** person: name and resident ID; organisation: name and credit code. */
  kind: z.enum(['person', 'organisation']),
  name: shortText(80),
  idNumber: shortText(32),
});
export const successorRequest = z.strictObject({ successor: opaqueId });
export const identityLinkAnswer = z.object({ customers: z.int(), policies: z.int() });
export const phoneCheckRequest = z.strictObject({ phone: shortText(20) });
/** An agent's number stands on many customers: more than 5 is flagged and goes to 人工核验. */
export const phoneCheckAnswer = z.object({ customers: z.int(), flagged: z.boolean() });
