/**
 * The interface of the core policy system (承保/理赔 core): policies and claims. A real core serves these paths or gets
 * an adapter that does. Every call carries a service token with the signed actor; a member sees what is linked to the
 * actor's subject, nothing else. Names and numbers come unmasked: masking is the BFF's.
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `PUT /identity-links` | member, system | links the subject to every customer whose name and ID equal the verified identity |
 * | `DELETE /identity-links/{subject}` | system | forgets them (merge, deletion) |
 * | `POST /phone-checks` | system | on how many customers a phone number stands |
 * | `GET /policies` · `GET /policies/{id}` | member | linked policies; anything else is 404 |
 * | `POST /claims` (Idempotency-Key) | member | one accident report; never refused for missing cover |
 * | `GET /claims` · `GET /claims/{id}` | member | the subject's own reports and those on linked policies |
 * | `PUT /claims/{id}/photos/{photoId}` | member, system | a photo was received and stored; sending it twice is harmless |
 * | `DELETE /claims/{id}/photos/{photoId}` | member | it was taken back |
 */
import * as z from 'zod/mini';
import { fen, instant, listOf, opaqueId, pageQuery, signedFen } from '../../http/contract';

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

/** What happened: 追尾, 路口相撞, 变道, 逆行, 单方, 其他. */
export const scenario = z.enum(['rearEnd', 'junction', 'laneChange', 'wrongWay', 'singleCar', 'other']);

/** Pictures that help, by scenario; the list itself is made by the core system. */
export const shot = z.enum([
  'ownFront',
  'ownRear',
  'plates',
  'contactPoint',
  'bothCars',
  'surroundings',
  'lights',
  'positions',
  'laneLines',
  'roadSigns',
  'objectHit',
  'drivingLicence',
  'vehicleLicence',
  'vinPlate',
  'otherPapers',
  /** 人伤: diagnosis, records and receipts come before any picture of a car. */
  'medicalPapers',
  'other',
]);

/** Words for a status are the core's; programs branch on the code alone. */
export const claimStatus = z.enum([
  'reported',
  'dispatched',
  'contacted',
  'surveyed',
  'papersListed',
  'registered',
  'assessed',
  'papersComplete',
  'calculated',
  'reviewed',
  'paid',
  'closed',
  'withdrawn',
  'refused',
]);

export const claimStep = z.object({
  code: claimStatus,
  name: z.string(),
  /** What is happening in plain words. */
  plain: z.string(),
  state: z.enum(['done', 'current', 'next']),
  /** Exactly one owner, shown to the customer. */
  owner: z.object({ name: z.string(), role: z.string(), phone: z.nullable(z.string()) }),
  dueAt: z.nullable(instant),
  doneAt: z.nullable(instant),
  /** When it will be, in words, for a step whose clock does not run yet (来电时和您约好). */
  dueHint: z.optional(z.string()),
  breached: z.boolean(),
  /** Said when the clock was broken: what was promised, what happened, sorry. */
  apology: z.nullable(z.string()),
});

export const nextAction = z.object({
  kind: z.enum(['takePhotos', 'wait', 'answerCall', 'bringPapers', 'none']),
  title: z.string(),
  detail: z.string(),
});

export const requiredShot = z.object({ shot, name: z.string(), hint: z.string() });

export const claimSummary = z.object({
  id: opaqueId,
  reportNo: z.string(),
  status: claimStatus,
  statusName: z.string(),
  scenario,
  plate: z.string(),
  occurredAt: instant,
  reportedAt: instant,
  address: z.string(),
  injured: z.boolean(),
  open: z.boolean(),
  /** The current step, for lists and the home page. */
  current: z.nullable(claimStep),
  stepNumber: z.int(),
  stepCount: z.int(),
});

const shortText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** What the BFF hands over: the car as a plate (normalised) or a policy of the subject. */
export const coreClaimReport = z.strictObject({
  policyId: z.optional(opaqueId),
  plate: z.optional(shortText(16)),
  scenario,
  injured: z.boolean(),
  casualties: z.optional(
    z.array(
      z.strictObject({
        side: z.enum(['own', 'other']),
        count: z.int().check(z.gte(1), z.lte(99)),
        hospital: z.optional(shortText(80)),
      }),
    ),
  ),
  occurredAt: instant,
  place: z.strictObject({
    address: shortText(200),
    latitude: z.optional(z.number()),
    longitude: z.optional(z.number()),
  }),
  driverName: shortText(40),
  contactPhone: shortText(20),
  description: z.optional(z.string().check(z.maxLength(500))),
  otherParties: z.optional(
    z.array(
      z.strictObject({
        plate: shortText(16),
        insurer: z.optional(shortText(60)),
        policyNo: z.optional(shortText(60)),
        name: z.optional(shortText(40)),
        phone: z.optional(shortText(20)),
      }),
    ),
  ),
});

export const coreClaimDetail = z.object({
  ...claimSummary.shape,
  asOf: instant,
  /** False: 待核实. The cover is looked up by a person; the report counts all the same. */
  verified: z.boolean(),
  requiredShots: z.array(requiredShot),
  receivedPhotoIds: z.array(opaqueId),
  steps: z.array(claimStep),
  nextAction,
});

export const claimPhotoNotice = z.strictObject({
  shot,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  at: instant,
});

export const identityLinkRequest = z.strictObject({
  subject: opaqueId,
  /** person: name and resident ID; organisation: name and credit code. */
  kind: z.enum(['person', 'organisation']),
  name: shortText(80),
  idNumber: shortText(32),
});
export const identityLinkAnswer = z.object({ customers: z.int(), policies: z.int() });
export const phoneCheckRequest = z.strictObject({ phone: shortText(20) });
/** An agent's number stands on many customers: more than 5 is flagged and goes to 人工核验. */
export const phoneCheckAnswer = z.object({ customers: z.int(), flagged: z.boolean() });

export const corePolicyQuery = z.strictObject({ ...pageQuery, status: z.optional(policyStatus) });
export const coreClaimQuery = z.strictObject({ ...pageQuery, open: z.optional(z.enum(['true', 'false'])) });
export const corePolicyList = listOf(policySummary);
export const coreClaimList = listOf(claimSummary);

export type CorePolicySummary = z.infer<typeof policySummary>;
export type CorePolicyDetail = z.infer<typeof corePolicyDetail>;
export type CoreClaimReport = z.infer<typeof coreClaimReport>;
export type CoreClaimSummary = z.infer<typeof claimSummary>;
export type CoreClaimDetail = z.infer<typeof coreClaimDetail>;
export type CoreClaimStep = z.infer<typeof claimStep>;
