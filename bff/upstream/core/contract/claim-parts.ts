/** What a claim consists of beside its steps: papers, the assessed amounts, payments, and what the person may still do. */
import * as z from 'zod/mini';
import { fen, instant, opaqueId } from '../../../http/contract';

/** Somebody of the insurer's who can be called; the name is shown in full to the customer. */
export const claimContact = z.object({ name: z.string(), role: z.string(), phone: z.nullable(z.string()) });

/** A promise beside the steps that was not kept: what was promised, what happened, sorry; and who finds out why. */
const lateness = z.object({ apology: z.string(), lookingInto: claimContact });

/** A way with fewer steps. Its conditions are published; each one says why it is met, not met, or not known yet. */
export const fastLane = z.object({
  code: z.enum(['mutualSelfRepair', 'smallQuick']),
  name: z.string(),
  plain: z.string(),
  /** `open`: all conditions are met; `undecided`: none is broken, some are not known yet; `closed`: one is broken. */
  state: z.enum(['open', 'undecided', 'closed']),
  conditions: z.array(
    z.object({ code: z.string(), words: z.string(), met: z.nullable(z.boolean()), reason: z.string() }),
  ),
});

/** Plain sentences that belong to this very accident, e.g. who pays the hospital first. */
export const guidance = z.object({
  code: z.enum([
    'advancePayment',
    'keepReceipts',
    'otherInsurer',
    'agreementPaper',
    'unverifiedCover',
    'callPolice',
  ]),
  title: z.string(),
  detail: z.string(),
});

export const paperKind = z.enum([
  'identityCard',
  'drivingLicence',
  'vehicleLicence',
  'accidentPaper',
  'repairInvoice',
  'repairList',
  'diagnosis',
  'medicalRecords',
  'medicalReceipts',
  'incomeProof',
  'thirdPartyReceipt',
  'propertyProof',
]);

/** One paper of the list that is made once. What is on file is shown as such and cannot be asked for. */
export const paper = z.object({
  id: opaqueId,
  kind: paperKind,
  name: z.string(),
  why: z.string(),
  whereToGet: z.string(),
  state: z.enum(['onFile', 'wanted', 'received', 'accepted', 'rejected']),
  /** Why it was accepted or sent back, in the reviewer's words. */
  reason: z.nullable(z.string()),
  photoIds: z.array(opaqueId),
  /** 1 = the list made once. Anything above was asked for later and counts as our breach. */
  round: z.int(),
  /** Until when we look at what was handed in. */
  reviewDueAt: z.nullable(instant),
  /** We looked too late, or still have not; it stays after it is over. */
  late: z.optional(z.nullable(lateness)),
  updatedAt: instant,
});

export const papers = z.object({
  listedAt: z.nullable(instant),
  items: z.array(paper),
  /** Each one is a breach of "asked for once": who allowed it, why, and what we say about it. */
  laterRequests: z.array(
    z.object({ at: instant, reason: z.string(), allowedBy: z.string(), apology: z.string() }),
  ),
});

export const assessmentLine = z.object({
  kind: z.enum(['part', 'labour', 'medical', 'property', 'other']),
  /** Whose loss: the own car and people, or the other side's. */
  side: z.enum(['own', 'other']),
  label: z.string(),
  quantity: z.int(),
  amountFen: fen,
});

/** Who bears how much, in the order of the clauses, with the sum said in words. */
export const settlementShare = z.object({
  payer: z.enum([
    'compulsory',
    'thirdParty',
    'vehicleDamage',
    'occupants',
    'otherCompulsory',
    'otherSide',
    'deductible',
    'overLimit',
    'notCovered',
  ]),
  side: z.enum(['own', 'other']),
  name: z.string(),
  amountFen: fen,
  why: z.string(),
});

export const assessment = z.object({
  id: opaqueId,
  round: z.int(),
  state: z.enum(['proposed', 'agreed', 'objected']),
  proposedAt: instant,
  answeredAt: z.nullable(instant),
  assessor: claimContact,
  /** The own share of the fault in percent: 100 alone, 70 mainly, 50 both, 30 less, 0 not at all. */
  faultPercent: z.int(),
  lines: z.array(assessmentLine),
  totalFen: fen,
  shares: z.array(settlementShare),
  /** What we pay in all, and what stays with the customer. */
  payableFen: fen,
  ownFen: fen,
  objection: z.nullable(z.string()),
});

export const payee = z.enum(['insured', 'garage', 'hospital', 'victim']);

export const payoutAccount = z.object({
  payee,
  holderMasked: z.string(),
  bankName: z.string(),
  accountMasked: z.string(),
  /** What could be checked here: the check digit of a card, or the length alone. The bank was not asked. */
  checked: z.enum(['checkDigit', 'lengthOnly']),
  state: z.enum(['proposed', 'confirmed']),
});

/** One sum to one payee, with its receipt once it is paid. */
export const payout = z.object({
  id: opaqueId,
  purpose: z.enum(['ownDamage', 'thirdPartyLiability']),
  name: z.string(),
  amountFen: fen,
  state: z.enum(['accountWanted', 'accountProposed', 'ready', 'paid']),
  /** Who may be paid, and why somebody may not be (保险法 65). */
  payees: z.array(z.object({ payee, name: z.string(), allowed: z.boolean(), reason: z.string() })),
  /** Whose name an account of the insured has to be in; null where no policy is known yet. */
  insuredNameMasked: z.optional(z.nullable(z.string())),
  account: z.nullable(payoutAccount),
  paidAt: z.nullable(instant),
  receiptNo: z.nullable(z.string()),
});

export const refusal = z.object({
  decidedAt: instant,
  reasons: z.array(z.string()),
  /** The notice with reasons goes out within 3 days of the decision. */
  noticeDueAt: instant,
  noticeAt: z.nullable(instant),
  breached: z.boolean(),
  late: z.optional(z.nullable(lateness)),
  whatYouCanDo: z.string(),
});

export const withdrawal = z.object({
  at: instant,
  undoUntil: instant,
  undoable: z.boolean(),
});

/** What the person may do with the claim as it stands, with the consequences said before and not after. */
export const options = z.object({
  withdraw: z.object({ allowed: z.boolean(), reason: z.string(), consequences: z.array(z.string()) }),
  reopen: z.object({ allowed: z.boolean(), reason: z.string(), until: z.nullable(instant) }),
  rate: z.object({ allowed: z.boolean() }),
  agreementPaper: z.object({ allowed: z.boolean(), reason: z.string() }),
});

export const satisfaction = z.object({
  score: z.int(),
  comment: z.nullable(z.string()),
  at: instant,
});

/** Who was sent, how far away, and who took over when the call did not come. */
export const dispatch = z.object({
  surveyor: z.nullable(claimContact),
  distanceMetres: z.nullable(z.int()),
  escalations: z.array(z.object({ at: instant, afterMinutes: z.int(), words: z.string(), to: claimContact })),
});

/** What happened, for the list of messages below the steps. */
export const claimNews = z.object({ id: opaqueId, at: instant, title: z.string(), detail: z.string() });

export type FastLane = z.infer<typeof fastLane>;
export type Guidance = z.infer<typeof guidance>;
export type PaperKind = z.infer<typeof paperKind>;
export type Lateness = z.infer<typeof lateness>;
export type Paper = z.infer<typeof paper>;
export type AssessmentLine = z.infer<typeof assessmentLine>;
export type SettlementShare = z.infer<typeof settlementShare>;
export type Assessment = z.infer<typeof assessment>;
export type Payee = z.infer<typeof payee>;
export type Payout = z.infer<typeof payout>;
export type ClaimNews = z.infer<typeof claimNews>;
