/** 推荐有礼: the own invitation, what it brought, who came, and what both get. */
import * as z from 'zod/mini';
import { freshness, listOf, pageQuery } from '../../http/contract';
import { clubFriend, clubReferral, invitationCodeAnswer, referralTerms } from '../../upstream/club/contract';

export { invitationCodeAnswer, referralTerms };

export const referral = z.object({ ...clubReferral.shape, ...freshness });
export const friend = z.extend(z.omit(clubFriend, { phone: true }), {
  /** The last four digits; null for who has no number yet, or has left. */
  phoneTail: z.nullable(z.string()),
});
export const friendList = listOf(friend);
export const friendQuery = z.strictObject(pageQuery);
/** No body, or an empty one. */
export const codeRequest = z.optional(z.strictObject({}));

export type Referral = z.infer<typeof referral>;
export type Friend = z.infer<typeof friend>;
export type ReferralTerms = z.infer<typeof referralTerms>;
