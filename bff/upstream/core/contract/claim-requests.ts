/** What a member sends about a claim after the report, and what comes back where it is not the claim itself. */
import * as z from 'zod/mini';
import { instant, opaqueId } from '../../../http/contract';
import { payee } from './claim-parts';

export const paperSubmission = z.strictObject({
  photoIds: z.array(opaqueId).check(z.minLength(1, '请至少选一张照片'), z.maxLength(10, '最多选 10 张照片')),
});
export const assessmentAgreement = z.strictObject({ assessmentId: opaqueId });
export const assessmentObjection = z.strictObject({
  assessmentId: opaqueId,
  reason: z.string().check(z.trim(), z.minLength(2, '请写明哪里不对'), z.maxLength(500)),
});
export const accountProposal = z.strictObject({
  payee,
  holderName: z.string().check(z.trim(), z.minLength(2, '请填写收款人姓名'), z.maxLength(60)),
  bankName: z.string().check(z.trim(), z.minLength(2, '请填写开户银行'), z.maxLength(60)),
  accountNumber: z.string().check(z.trim(), z.maxLength(40)),
});
/** What was understood, to be read aloud to oneself before it counts. */
export const accountReadBack = z.object({
  payoutId: opaqueId,
  payee,
  payeeName: z.string(),
  holderMasked: z.string(),
  bankName: z.string(),
  accountMasked: z.string(),
  amountFen: z.int(),
  checked: z.enum(['checkDigit', 'lengthOnly']),
  checkedWords: z.string(),
  confirmationToken: z.string(),
  expiresAt: instant,
});
export const accountConfirmation = z.strictObject({ confirmationToken: z.string().check(z.maxLength(200)) });
export const claimReason = z.strictObject({
  reason: z.string().check(z.trim(), z.minLength(2, '请写一句原因'), z.maxLength(500)),
});
/** At most two questions: how well, and what we should know. */
export const claimRating = z.strictObject({
  score: z.int().check(z.gte(1), z.lte(5)),
  comment: z.optional(z.string().check(z.trim(), z.maxLength(500))),
});

/** One promise: from when, within how much, by which calendar, who keeps it, and where the figure comes from. */
export const claimClock = z.object({
  code: z.string(),
  name: z.string(),
  plain: z.string(),
  from: z.string(),
  target: z.string(),
  withinMinutes: z.nullable(z.int()),
  withinWorkingDays: z.nullable(z.int()),
  calendar: z.enum(['wallClock', 'workingDays']),
  ownerRole: z.string(),
  source: z.string(),
});
export const claimClockList = z.object({ items: z.array(claimClock) });

/** A message to a person's phone; it waits until it was taken. */
export const claimNotice = z.object({
  id: opaqueId,
  claimId: opaqueId,
  kind: z.enum(['received', 'progress']),
  phone: z.string(),
  reportNo: z.string(),
  news: z.string(),
  /** Whose claim it is, and since when it is to be told. */
  subject: z.optional(opaqueId),
  at: z.optional(instant),
  /** The same in five characters and a line, for a message that names nobody; null where SMS alone tells it. */
  push: z.optional(z.nullable(z.object({ phrase: z.string(), line: z.string() }))),
});
export const claimNoticeList = z.object({ items: z.array(claimNotice) });

const agreementSide = z.object({
  name: z.nullable(z.string()),
  idNumber: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  vehicleType: z.nullable(z.string()),
  plate: z.nullable(z.string()),
  insurer: z.nullable(z.string()),
  policyNo: z.nullable(z.string()),
});
/** 道路交通事故自行协商协议书: null stays blank and is filled in by hand. */
export const agreementData = z.object({
  claimId: opaqueId,
  reportNo: z.string(),
  occurredAt: instant,
  address: z.string(),
  form: z.string(),
  parties: z.array(agreementSide),
});

export type AccountProposal = z.infer<typeof accountProposal>;
export type AccountReadBack = z.infer<typeof accountReadBack>;
export type AgreementData = z.infer<typeof agreementData>;
export type ClaimClock = z.infer<typeof claimClock>;
export type ClaimNotice = z.infer<typeof claimNotice>;
