/** Policies (保单) as their verified policyholder, insured or owner sees them. */
import * as z from 'zod/mini';
import { freshness, instant, listOf, opaqueId, pageQuery } from '../../http/contract';
import {
  accountManager,
  coverage,
  endorsement,
  type lostItem,
  noClaimHistory,
  openLoss,
  policyPayment,
  policyRole,
  policyStatus,
  policySummary,
  vehicleTax,
} from '../../upstream/core/contract/policies';
import {
  lossReportRequest,
  policyLinkRequest,
  serviceRecordQuery,
} from '../../upstream/core/contract/policy-services';
import {
  type faultShare,
  workedExample,
  workedExampleQuery,
} from '../../upstream/core/contract/worked-example';

export {
  coverage,
  lossReportRequest,
  policyLinkRequest,
  policyRole,
  policyStatus,
  policySummary,
  serviceRecordQuery,
  workedExample,
  workedExampleQuery,
};

export const policyDetail = z.object({
  ...policySummary.shape,
  ...freshness,
  policyholderMasked: z.string(),
  insured: z.object({ nameMasked: z.string(), idNumberMasked: z.nullable(z.string()) }),
  ownerMasked: z.string(),
  vinMasked: z.string(),
  branchName: z.string(),
  cancelledAt: z.nullable(instant),
  noClaim: z.nullable(noClaimHistory),
  vehicleTax: z.nullable(vehicleTax),
  /** Where the policyholder is reached; null for whoever is not the policyholder. */
  contact: z.nullable(z.object({ phoneMasked: z.nullable(z.string()), address: z.nullable(z.string()) })),
  losses: z.array(openLoss),
  example: z.nullable(workedExample),
  coverages: z.array(coverage),
  payments: z.array(policyPayment),
  endorsements: z.array(endorsement),
  accountManager: z.nullable(accountManager),
});

export const policyQuery = z.strictObject({ ...pageQuery, status: z.optional(policyStatus) });
export const policyList = listOf(policySummary);
export const policyParams = z.strictObject({ id: opaqueId });

export const policyLink = z.object({ policy: policySummary });

/** The phone can only become the one the account was opened with: a number typed wrong would reach a stranger. */
export const contactChange = z
  .strictObject({
    phone: z.optional(z.literal('login')),
    address: z.optional(
      z
        .string()
        .check(z.trim(), z.minLength(5, '请写到门牌号，至少 5 个字'), z.maxLength(100, '最多 100 个字')),
    ),
  })
  .check(z.refine(({ phone, address }) => phone !== undefined || address !== undefined, '没有要改的内容'));

/** One piece of business with its receipt (业务办理记录), as core keeps it; a phone number on it is hidden. */
export {
  coreServiceRecord as serviceRecord,
  coreServiceRecordList as serviceRecordList,
} from '../../upstream/core/contract/policy-services';
export type { CoreServiceRecord as ServiceRecord } from '../../upstream/core/contract/policy-services';

export type ContactChange = z.infer<typeof contactChange>;
export type LostItem = z.infer<typeof lostItem>;
export type WorkedExample = z.infer<typeof workedExample>;
export type WorkedExampleQuery = z.infer<typeof workedExampleQuery>;
export type FaultShare = z.infer<typeof faultShare>;
export type PolicySummary = z.infer<typeof policySummary>;
export type PolicyDetail = z.infer<typeof policyDetail>;
export type PolicyStatus = z.infer<typeof policyStatus>;
export type PolicyRole = z.infer<typeof policyRole>;
export type Coverage = z.infer<typeof coverage>;
