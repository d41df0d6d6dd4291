/** The identity check (实名认证), its review by hand (人工核验), and two accounts of one person that become one. */
import * as z from 'zod/mini';
import { instant, opaqueId } from '../../../http/contract';

const personName = z
  .string({ error: '请填写姓名' })
  .check(z.trim(), z.minLength(2, '请填写证件上的姓名'), z.maxLength(40, '姓名太长了'));
const idNumber = z
  .string({ error: '请填写身份证号' })
  .check(z.minLength(1, '请填写身份证号'), z.maxLength(32, '身份证号太长了'));
const creditCode = z.string().check(z.minLength(1, '请填写统一社会信用代码'), z.maxLength(32));

/** A person (姓名 and 身份证号) or a company (名称 and 统一社会信用代码). Numbers are checked by `identifiers`. */
export const identityRequest = z.union([
  z.strictObject({ name: personName, idNumber }),
  z.strictObject({ organisationName: z.string().check(z.minLength(2), z.maxLength(80)), creditCode }),
]);

/** 人工核验: a person looks at it; it always ends in an answer, by `dueAt`. */
export const identityReview = z.object({
  id: opaqueId,
  state: z.enum(['open', 'accepted', 'refused']),
  submittedAt: instant,
  dueAt: instant,
  reason: z.nullable(z.string()),
});
export const identityReviewAnswer = z.object({ review: identityReview });
const mergeOffer = z.object({
  ownPhoneMasked: z.string(),
  otherPhoneMasked: z.string(),
  /** A deletion waits for this account: carried out then, it takes along what the other one brings. */
  ownDeletionAt: z.optional(instant),
  /** One waits for the other account: the merge ends it, and nothing of that account is deleted. */
  otherDeletionAt: z.optional(instant),
});
export const identityStatus = z.object({
  identityVerified: z.boolean(),
  review: z.nullable(identityReview),
  /** Another account of the same person holds the ID: a code on each of the two numbers makes them one, without waiting for the review. */
  merge: z.optional(mergeOffer),
});
const sixDigits = z.string({ error: '请填写验证码' }).check(z.regex(/^\d{6}$/, '验证码是 6 位数字'));
export const mergeCodeRequest = z.strictObject({ to: z.enum(['own', 'other']) });
export const mergeCodeAnswer = z.object({ phoneMasked: z.string(), retryAfterSeconds: z.int() });
export const mergeRequest = z.strictObject({ code: sixDigits, otherCode: sixDigits });

export type IdentityRequest = z.infer<typeof identityRequest>;
export type IdentityReview = z.infer<typeof identityReview>;
export type IdentityStatus = z.infer<typeof identityStatus>;
export type MergeOffer = z.infer<typeof mergeOffer>;
