/** Account: sign-in, sessions, the person, consents and the identity check (实名认证). */
import * as z from 'zod/mini';
import { freshness, instant, listOf, opaqueId, pageQuery } from '../../http/contract';
import { isMobile } from '../../identifiers';

/** A mobile number as typed: +86 and spaces are accepted and dropped before it is stored. */
const phone = z
  .string({ error: '请填写手机号' })
  .check(z.maxLength(20, '手机号太长了'), z.refine(isMobile, '请填写 11 位手机号，例如 13800000000'));

const origin = {
  /** What brought the person here: a branch, an account manager or a poster. */
  scene: z.optional(z.string().check(z.maxLength(64))),
  ref: z.optional(z.string().check(z.maxLength(64))),
};

const wechatCode = z
  .string({ error: '微信没有给出登录凭证，请再点一次' })
  .check(z.minLength(1, '微信没有给出登录凭证，请再点一次'), z.maxLength(256, '登录凭证不对，请再点一次'));

export const smsCodeRequest = z.strictObject({ phone });
export const smsCodeAnswer = z.object({ retryAfterSeconds: z.int() });

export const smsSessionRequest = z.strictObject({
  phone,
  code: z.string({ error: '请填写验证码' }).check(z.regex(/^\d{6}$/, '验证码是 6 位数字')),
  ...origin,
});
export const wechatSessionRequest = z.strictObject({ code: wechatCode, ...origin });
export const wechatPhoneRequest = z.strictObject({ code: wechatCode });
/** The web build sends an empty body: its token travels in the cookie. */
export const tokenRequest = z.strictObject({
  refreshToken: z.optional(z.string().check(z.minLength(1), z.maxLength(512))),
});

export const preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  elder: z.boolean(),
});
export const preferencesPatch = z.strictObject({
  theme: z.optional(z.enum(['system', 'light', 'dark'])),
  elder: z.optional(z.boolean()),
});

export const role = z.enum(['member', 'clerk', 'merchantOwner', 'surveyor', 'operator']);

export const account = z.object({
  id: opaqueId,
  phoneMasked: z.nullable(z.string()),
  nameMasked: z.nullable(z.string()),
  identityVerified: z.boolean(),
  level: z.enum(['basic', 'senior']),
  roles: z.array(role),
  stores: z.array(z.object({ id: opaqueId, name: z.string(), merchantName: z.string() })),
  preferences,
  asOf: z.optional(instant),
  stale: freshness.stale,
});

export const session = z.object({
  accessToken: z.string(),
  accessTokenExpiresAt: instant,
  /** Absent for the web build, whose refresh token stays in an HttpOnly cookie. */
  refreshToken: z.optional(z.string()),
  account,
});

/** What a person may agree to. Location, identity and photos are separate consents (PIPL 29). */
export const consentPurpose = z.enum([
  'terms',
  'privacy',
  'identity',
  'location',
  'photos',
  'idPhotos',
  'health',
  'violations',
  'marketing',
]);
/** By which control it was given or taken back. */
export const consentHow = z.enum(['box', 'sheet', 'switch', 'undo']);
export const consent = z.object({
  id: opaqueId,
  purpose: consentPurpose,
  documentVersion: z.string(),
  granted: z.boolean(),
  at: instant,
  /** The sentence beside the control, and the control; null in receipts from before these were kept. */
  wording: z.optional(z.nullable(z.string())),
  how: z.optional(z.nullable(consentHow)),
  client: z.optional(z.nullable(z.enum(['web', 'app']))),
});
export const consentRequest = z.strictObject({
  purpose: consentPurpose,
  documentVersion: z.string().check(z.minLength(1), z.maxLength(32)),
  granted: z.boolean(),
  wording: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
  how: z.optional(consentHow),
});
/** Newest first. Every record stays; what holds is the latest of each purpose. */
export const consentList = listOf(consent);
export const consentQuery = z.strictObject({ ...pageQuery });

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
export const identityStatus = z.object({
  identityVerified: z.boolean(),
  review: z.nullable(identityReview),
  /** Another account of the same person holds the ID: a code on each of the two numbers makes them one, without waiting for the review. */
  merge: z.optional(z.object({ ownPhoneMasked: z.string(), otherPhoneMasked: z.string() })),
});
const sixDigits = z.string({ error: '请填写验证码' }).check(z.regex(/^\d{6}$/, '验证码是 6 位数字'));
export const mergeCodeRequest = z.strictObject({ to: z.enum(['own', 'other']) });
export const mergeCodeAnswer = z.object({ phoneMasked: z.string(), retryAfterSeconds: z.int() });
export const mergeRequest = z.strictObject({ code: sixDigits, otherCode: sixDigits });

/** What a member can be told in WeChat (订阅消息). */
const messageKind = z.enum(['claimProgress', 'reviewDecided']);
/** 允许 was tapped: worth one message. The code of wx.login says which WeChat account it was. */
export const messageAcceptanceRequest = z.strictObject({ kind: messageKind, code: wechatCode });
export const messageAcceptance = z.object({
  kind: messageKind,
  /** How many messages of the kind may still be sent. */
  waiting: z.int(),
});

export type Account = z.infer<typeof account>;
export type Session = z.infer<typeof session>;
export type Consent = z.infer<typeof consent>;
export type ConsentPurpose = z.infer<typeof consentPurpose>;
export type IdentityRequest = z.infer<typeof identityRequest>;
export type IdentityReview = z.infer<typeof identityReview>;
