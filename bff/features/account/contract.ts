/** Account: sign-in, sessions, the person and consents. */
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
  /** Accounts that have become part of this one: what a phone still keeps for one of them is this person's. Absent when there is none. */
  mergedFrom: z.optional(z.array(opaqueId)),
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

/** What a member can be told in WeChat (订阅消息). */
const messageKind = z.enum(['claimProgress', 'reviewDecided']);
/** 允许 was tapped: worth one message. The code of wx.login says which WeChat account it was. */
export const messageAcceptanceRequest = z.strictObject({ kind: messageKind, code: wechatCode });
export const messageAcceptance = z.object({
  kind: messageKind,
  /** How many messages of the kind may still be sent. */
  waiting: z.int(),
});

export type { IdentityReview } from './contract/identity';
export type Account = z.infer<typeof account>;
export type Session = z.infer<typeof session>;
export type Consent = z.infer<typeof consent>;
export type ConsentPurpose = z.infer<typeof consentPurpose>;
