/** The home screen in one request; a part whose system is away never empties the rest. */
import * as z from 'zod/mini';
import { count, instant, opaqueId, points as pointsOfMember } from '../../http/contract';
import { account } from '../account/contract';
import { claimSummary } from '../claims/contract';
import { giftSummary } from '../gifts/contract';
import { voucherSummary } from '../vouchers/contract';

/** A part of the page: fresh, last known with its age, or not available at all. */
function part<Value extends z.core.$ZodType>(value: Value) {
  return z.union([
    z.object({ value, asOf: instant, stale: z.optional(z.boolean()) }),
    z.object({ value: z.null(), unavailable: z.literal(true) }),
  ]);
}

export const dueItem = z.object({
  kind: z.enum(['policyExpiry', 'giftExpiry', 'voucherExpiry', 'pointsExpiry']),
  title: z.string(),
  detail: z.string(),
  dueAt: instant,
  /** What the row opens: a policy, a gift or a voucher. */
  subjectId: z.nullable(opaqueId),
});

export const notice = z.object({
  id: opaqueId,
  kind: z.enum(['completeIdentity', 'identityReview']),
  title: z.string(),
  detail: z.string(),
});

export const home = z.object({
  account,
  openClaims: part(z.array(claimSummary)),
  nextDue: part(z.array(dueItem)),
  gifts: part(z.array(giftSummary)),
  vouchers: part(z.object({ active: count, first: z.array(voucherSummary) })),
  points: part(z.object({ balance: pointsOfMember })),
  /** Plates of cars with cover in force. */
  cover: part(z.object({ plates: z.array(z.string()) })),
  notices: z.array(notice),
});

export type Home = z.infer<typeof home>;
export type DueItem = z.infer<typeof dueItem>;
export type Notice = z.infer<typeof notice>;
