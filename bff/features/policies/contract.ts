/** Policies (保单) as their verified policyholder, insured or owner sees them. */
import * as z from 'zod/mini';
import { freshness, listOf, opaqueId, pageQuery } from '../../http/contract';
import {
  accountManager,
  coverage,
  endorsement,
  policyPayment,
  policyRole,
  policyStatus,
  policySummary,
} from '../../upstream/core/contract/policies';

export { coverage, policyRole, policyStatus, policySummary };

export const policyDetail = z.object({
  ...policySummary.shape,
  ...freshness,
  policyholderMasked: z.string(),
  insured: z.object({ nameMasked: z.string(), idNumberMasked: z.nullable(z.string()) }),
  ownerMasked: z.string(),
  vinMasked: z.string(),
  branchName: z.string(),
  coverages: z.array(coverage),
  payments: z.array(policyPayment),
  endorsements: z.array(endorsement),
  accountManager: z.nullable(accountManager),
});

export const policyQuery = z.strictObject({ ...pageQuery, status: z.optional(policyStatus) });
export const policyList = listOf(policySummary);
export const policyParams = z.strictObject({ id: opaqueId });

export type PolicySummary = z.infer<typeof policySummary>;
export type PolicyDetail = z.infer<typeof policyDetail>;
export type PolicyStatus = z.infer<typeof policyStatus>;
export type PolicyRole = z.infer<typeof policyRole>;
export type Coverage = z.infer<typeof coverage>;
