/** Policies (保单) as their verified policyholder, insured or owner sees them. */
import * as z from 'zod/mini';
import { fen, freshness, instant, listOf, opaqueId, pageQuery, signedFen } from '../../http/contract';

/** 投保人, 被保险人, 车主: three roles that may be three persons. */
export const policyRole = z.enum(['policyholder', 'insured', 'owner']);
export const policyStatus = z.enum(['pending', 'active', 'expired', 'cancelled']);

export const policyVehicle = z.object({
  plate: z.string(),
  model: z.string(),
  /** 新能源汽车: its covers follow their own clauses. */
  newEnergy: z.boolean(),
});

export const policySummary = z.object({
  id: opaqueId,
  /** Opaque; shown in full to its verified owner. */
  policyNo: z.string(),
  myRoles: z.array(policyRole),
  product: z.enum(['compulsory', 'commercial']),
  productName: z.string(),
  status: policyStatus,
  startsAt: instant,
  /** Exclusive end; a screen shows the midnight before it as 24:00. */
  endsAt: instant,
  vehicle: policyVehicle,
  vehicleId: opaqueId,
  premiumFen: fen,
});

export const plainAnswer = z.object({
  question: z.string(),
  answer: z.string(),
  /** A worked sum for this very policy, computed by rule. */
  example: z.nullable(z.string()),
});

export const coverage = z.object({
  code: z.string(),
  name: z.string(),
  /** Null where a cover has no sum of its own (e.g. roadside services). */
  sumInsuredFen: z.nullable(fen),
  deductible: z.nullable(z.string()),
  clause: z.string(),
  plain: plainAnswer,
});

export const policyDetail = z.object({
  ...policySummary.shape,
  ...freshness,
  policyholderMasked: z.string(),
  insured: z.object({ nameMasked: z.string(), idNumberMasked: z.nullable(z.string()) }),
  ownerMasked: z.string(),
  vinMasked: z.string(),
  branchName: z.string(),
  coverages: z.array(coverage),
  payments: z.array(z.object({ at: instant, amountFen: fen, method: z.string(), state: z.enum(['paid', 'refunded']) })),
  /** 保单变更记录 (批单). */
  endorsements: z.array(z.object({ at: instant, title: z.string(), changeFen: signedFen })),
  accountManager: z.nullable(z.object({ name: z.string(), phone: z.string() })),
});

export const policyQuery = z.strictObject({ ...pageQuery, status: z.optional(policyStatus) });
export const policyList = listOf(policySummary);
export const policyParams = z.strictObject({ id: opaqueId });

export type PolicySummary = z.infer<typeof policySummary>;
export type PolicyDetail = z.infer<typeof policyDetail>;
export type PolicyStatus = z.infer<typeof policyStatus>;
export type PolicyRole = z.infer<typeof policyRole>;
export type Coverage = z.infer<typeof coverage>;
