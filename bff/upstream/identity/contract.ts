/**
 * The interface of an identity provider: carrier three-factor match (运营商三要素) for persons, registry match for companies.
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `POST /three-factor-checks` | system | do name, ID number and phone belong together |
 * | `POST /organisation-checks` | system | do company name and credit code belong together, and is the phone its agent's (经办人) |
 */
import * as z from 'zod/mini';

export const threeFactorRequest = z.strictObject({
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
});
export const organisationRequest = z.strictObject({
  organisationName: z.string(),
  creditCode: z.string(),
  phone: z.string(),
});
/** `unknown`: the provider has no record of the person; neither a match nor a mismatch. */
export const identityAnswer = z.object({ result: z.enum(['match', 'mismatch', 'unknown']) });

export type IdentityResult = z.infer<typeof identityAnswer>['result'];
