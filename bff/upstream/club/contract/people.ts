/** Members and how they come in. */
import * as z from 'zod/mini';
import { instant, localDate, opaqueId, points } from '../../../http/contract';
import { friendState } from './referral';
import { reportKind } from './reports';
import { identityKind } from './reviews';
import { shortText } from './text';

/** A member is a person. Phone and names unmasked; the BFF masks. */
export const clubMember = z.object({
  id: opaqueId,
  phone: z.nullable(z.string()),
  name: z.nullable(z.string()),
  identityVerified: z.boolean(),
  level: z.enum(['basic', 'senior']),
  branchId: opaqueId,
  roles: z.array(z.enum(['member', 'clerk', 'merchantOwner', 'operator'])),
  clerk: z.nullable(
    z.object({
      clerkId: opaqueId,
      merchantId: opaqueId,
      merchantName: z.string(),
      name: z.string(),
      stores: z.array(z.object({ id: opaqueId, name: z.string() })),
    }),
  ),
  operator: z.nullable(z.object({ operatorId: opaqueId, name: z.string(), branchId: opaqueId })),
  preferences: z.object({ theme: z.enum(['system', 'light', 'dark']), elder: z.boolean() }),
  /** Who became part of this member by a merge, at however many removes. */
  mergedFrom: z.optional(z.array(opaqueId)),
});

/** Exactly one of phone (proven by a one-time code) and openid (proven by code2session). */
export const signInRequest = z.strictObject({
  phone: z.optional(shortText(20)),
  openid: z.optional(shortText(128)),
  unionid: z.optional(shortText(128)),
  scene: z.optional(z.string().check(z.maxLength(64))),
  ref: z.optional(z.string().check(z.maxLength(64))),
});

export const signInAnswer = z.object({ member: clubMember, created: z.boolean() });

export const phoneBindingRequest = z.strictObject({ phone: shortText(20) });

/** `mergedFrom` is the member that no longer exists; its sessions end. */
export const phoneBindingAnswer = z.object({ member: clubMember, mergedFrom: z.nullable(opaqueId) });

/** The review that was opened because another member holds the ID, and that member's number, proven by a one-time code. */
export const numbersMergeRequest = z.strictObject({ reviewId: opaqueId, confirmedPhone: shortText(20) });

export const clubMerge = z.object({ id: opaqueId, from: opaqueId, into: opaqueId });
export const clubMergeList = z.object({ items: z.array(clubMerge) });
/** Who somebody is now: the member itself, or who took over everything it had. */
export const memberNow = z.object({ id: opaqueId });
export type ClubMerge = z.infer<typeof clubMerge>;

export const preferencesRequest = z.strictObject({
  theme: z.optional(z.enum(['system', 'light', 'dark'])),
  elder: z.optional(z.boolean()),
});

export const clubIdentityRequest = z.strictObject({
  kind: identityKind,
  name: shortText(80),
  idNumber: shortText(32),
});

export const clubIdentityAnswer = z.object({
  member: clubMember,
  /** Another member holds this ID: both numbers must confirm, so it goes to 人工核验. */
  heldByAnother: z.boolean(),
});

/** Everything the club holds about who a member is, unmasked, for the member's own copy. */
export const clubPersonalData = z.object({
  phone: z.nullable(z.string()),
  name: z.nullable(z.string()),
  idNumber: z.nullable(z.string()),
  identityKind: z.nullable(identityKind),
  identityVerifiedAt: z.nullable(instant),
  branch: z.string(),
  sourceScene: z.nullable(z.string()),
  sourceRef: z.nullable(z.string()),
  memberSince: instant,
  wechatBoundAt: z.array(instant),
  vehicles: z.array(
    z.object({
      plate: z.string(),
      vin: z.string(),
      engineNo: z.string(),
      model: z.nullable(z.string()),
      addedAt: instant,
      removedAt: z.nullable(instant),
    }),
  ),
  reviews: z.array(
    z.object({
      state: z.enum(['open', 'accepted', 'refused']),
      name: z.string(),
      idNumber: z.string(),
      submittedAt: instant,
      decidedAt: z.nullable(instant),
      reason: z.nullable(z.string()),
    }),
  ),
  preferences: clubMember.shape.preferences,
  /** What was done with the member's vouchers at a counter. */
  uses: z.array(
    z.object({ title: z.string(), store: z.string(), at: instant, undoneAt: z.nullable(instant) }),
  ),
  transfers: z.array(
    z.object({
      direction: z.enum(['given', 'received']),
      title: z.string(),
      state: z.enum(['offered', 'accepted', 'takenBack', 'expired']),
      offeredAt: instant,
      endedAt: z.nullable(instant),
    }),
  ),
  ratings: z.array(
    z.object({
      title: z.string(),
      score: z.int(),
      asPromised: z.boolean(),
      comment: z.nullable(z.string()),
      at: instant,
    }),
  ),
  reports: z.array(
    z.object({
      ticketNo: z.string(),
      kind: reportKind,
      comment: z.nullable(z.string()),
      at: instant,
      answer: z.nullable(z.string()),
      closedAt: z.nullable(instant),
    }),
  ),
  signInDays: z.array(localDate),
  /** 推荐有礼: the own codes, what became of each friend who came by them, and the own coming. Of others nothing. */
  referral: z.object({
    codes: z.array(z.string()),
    friends: z.array(
      z.object({
        state: friendState,
        registeredAt: instant,
        settledAt: z.nullable(instant),
        points: z.nullable(points),
      }),
    ),
    cameByInvitationAt: z.array(instant),
  }),
});

export type ClubPersonalData = z.infer<typeof clubPersonalData>;

export type ClubMember = z.infer<typeof clubMember>;
