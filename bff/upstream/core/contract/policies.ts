/**
 * Policies of the core system (承保/理赔 core). A real core serves these paths or gets an adapter that does. Every call
 * carries a service token with the signed actor; a member sees what is linked to the actor's subject, nothing else.
 * Names and numbers come unmasked: masking is the BFF's.
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `GET /policies` · `GET /policies/{id}` | member | linked policies; anything else is 404 |
 * | `GET /policies/{id}/document` | member | the signed e-policy as `application/pdf` |
 * | `GET /policies/{id}/worked-example?…` | member | who would pay what of a made-up accident |
 * | `POST /policy-links` `{policyNo}` · `DELETE /policy-links/{id}` | member | by number; only of the verified identity |
 * | `POST /policies/{id}/contact-changes` · `POST /policies/{id}/loss-reports` ⟳ | member | business with a receipt |
 * | `GET /service-records` · `POST /service-records/{id}/undo` ⟳ | member | records of business (业务办理记录) |
 */
import * as z from 'zod/mini';
import { workedExample } from './worked-example';
import { count, fen, instant, listOf, opaqueId, pageQuery, signedFen } from '../../../http/contract';

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
  /** Reports on it that were not withdrawn. Where a core does not say, nobody is thanked for a year without one. */
  claimCount: z.optional(count),
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
  /** What the sum or the service is counted in (seats, days, times). */
  units: z.nullable(count),
  deductible: z.nullable(z.string()),
  clause: z.string(),
  /** Where in the filed text the clause stands. */
  clauseArticle: z.nullable(z.string()),
  /** What the clause leaves out. */
  notCovered: z.array(z.string()),
  plain: plainAnswer,
  /** What people ask next, answered with the sums of this policy. */
  questions: z.array(z.object({ question: z.string(), answer: z.string() })),
});

export const policyPayment = z.object({
  at: instant,
  amountFen: fen,
  method: z.string(),
  state: z.enum(['paid', 'refunded']),
});
/** 保单变更记录 (批单). */
export const endorsement = z.object({
  at: instant,
  title: z.string(),
  endorsementNo: z.nullable(z.string()),
  /** What stood there before and what stands there now. */
  detail: z.nullable(z.string()),
  changeFen: signedFen,
});
/** Years without a claim (无赔款优待) and the percent of the premium that they leave. */
export const noClaimHistory = z.object({ years: count, claims: count, premiumPercent: count });
/** 车船税, collected for the state with the compulsory policy. */
export const vehicleTax = z.object({ year: z.int(), amountFen: fen });
export const lostItem = z.enum(['policy', 'mark', 'card']);
/** Something reported lost and not found again yet. */
export const openLoss = z.object({ recordId: opaqueId, item: lostItem, at: instant });
export const accountManager = z.object({ name: z.string(), phone: z.string() });

export const corePolicyDetail = z.object({
  ...policySummary.shape,
  policyholderName: z.string(),
  insured: z.object({ name: z.string(), idNumber: z.nullable(z.string()) }),
  ownerName: z.string(),
  vin: z.string(),
  branch: z.object({ id: opaqueId, name: z.string() }),
  cancelledAt: z.nullable(instant),
  noClaim: z.nullable(noClaimHistory),
  vehicleTax: z.nullable(vehicleTax),
  /** Where the policyholder is reached; null for whoever is not the policyholder. */
  contact: z.nullable(z.object({ phone: z.nullable(z.string()), address: z.nullable(z.string()) })),
  losses: z.array(openLoss),
  /** The worked example to begin with; null where the policy never held. */
  example: z.nullable(workedExample),
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
