/** 推荐有礼: a member's link, who came of it, and what it brings. */
import * as z from 'zod/mini';
import { count, instant, listOf, opaqueId, points } from '../../../http/contract';
import { pointsRule } from './points';

const invitationCode = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/));
export const invitationCodeAnswer = z.object({ code: invitationCode });

/** What the rule book says today; null for a rule that does not run. */
export const referralTerms = z.object({
  /** What the inviter gets for each friend, and for how many a year at the most (null: for all). */
  inviter: z.nullable(z.object({ ...pointsRule.shape, mostAYear: z.nullable(count) })),
  /** What every new member gets for the verified identity, invited or not. */
  newcomer: z.nullable(pointsRule),
});

export const clubReferral = z.object({
  /** Null until it is first wished for. */
  code: z.nullable(invitationCode),
  terms: referralTerms,
  /** Whether the own identity is verified: until then nothing is paid. */
  identityVerified: z.boolean(),
  /** How many came, how many of them were thanked for, and with how much. */
  friends: count,
  paidFriends: count,
  paidPoints: points,
  /** Of this year of Asia/Shanghai. */
  paidThisYear: count,
});

/**
 * `registered` became a member · `verified` is being thanked for · `waiting` for the inviter's own identity · `paid` · `capped` the year's places were taken ·
 * `notCounted` was here before or is the inviter · `gone` has left · `ended` the rule no longer ran.
 */
export const friendState = z.enum([
  'registered',
  'verified',
  'waiting',
  'paid',
  'capped',
  'notCounted',
  'gone',
  'ended',
]);

export const clubFriend = z.object({
  id: opaqueId,
  /** Unmasked; null for who has none yet, or has left. */
  phone: z.nullable(z.string()),
  state: friendState,
  registeredAt: instant,
  settledAt: z.nullable(instant),
  points: z.nullable(points),
});
export const clubFriendList = listOf(clubFriend);

export type ClubReferral = z.infer<typeof clubReferral>;
export type ClubFriend = z.infer<typeof clubFriend>;
export type ReferralTerms = z.infer<typeof referralTerms>;
