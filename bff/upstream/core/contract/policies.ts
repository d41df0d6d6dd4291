/**
 * Policies of the core system (承保/理赔 core). A real core serves these paths or gets an adapter that does. Every call
 * carries a service token with the signed actor; a member sees what is linked to the actor's subject, nothing else.
 * Names and numbers come unmasked: masking is the BFF's.
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `GET /policies` · `GET /policies/{id}` | member | linked policies; anything else is 404 |
 */
import * as z from 'zod/mini';
import { fen, instant, listOf, opaqueId, pageQuery, signedFen } from '../../../http/contract';

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

export const policyPayment = z.object({
  at: instant,
  amountFen: fen,
  method: z.string(),
  state: z.enum(['paid', 'refunded']),
});
/** 保单变更记录 (批单). */
export const endorsement = z.object({ at: instant, title: z.string(), changeFen: signedFen });
export const accountManager = z.object({ name: z.string(), phone: z.string() });

export const corePolicyDetail = z.object({
  ...policySummary.shape,
  policyholderName: z.string(),
  insured: z.object({ name: z.string(), idNumber: z.nullable(z.string()) }),
  ownerName: z.string(),
  vin: z.string(),
  branch: z.object({ id: opaqueId, name: z.string() }),
  coverages: z.array(coverage),
  payments: z.array(policyPayment),
  endorsements: z.array(endorsement),
  accountManager: z.nullable(accountManager),
  asOf: instant,
});

export const corePolicyQuery = z.strictObject({ ...pageQuery, status: z.optional(policyStatus) });
export const corePolicyList = listOf(policySummary);

export type CorePolicySummary = z.infer<typeof policySummary>;
export type CorePolicyDetail = z.infer<typeof corePolicyDetail>;
