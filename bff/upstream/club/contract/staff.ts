/** Who stands at a merchant's counters: owner, managers and clerks, invited and removed by the owner. */
import * as z from 'zod/mini';
import { instant, listOf, opaqueId } from '../../../http/contract';
import { shortText } from './text';

export const staffRole = z.enum(['owner', 'manager', 'clerk']);

export const clubClerk = z.object({
  id: opaqueId,
  /** Null until somebody has signed in with the phone. */
  memberId: z.nullable(opaqueId),
  name: z.string(),
  phone: z.string(),
  role: staffRole,
  stores: z.array(z.object({ id: opaqueId, name: z.string() })),
  invitedAt: instant,
});
export const clubClerkList = listOf(clubClerk);
export const clubClerkAnswer = z.object({ clerk: clubClerk });

const storeIds = z.array(opaqueId).check(z.minLength(1, '至少选一家门店'), z.maxLength(100));

export const clubClerkInvitation = z.strictObject({
  phone: shortText(20),
  name: shortText(40),
  role: z.enum(['manager', 'clerk']),
  storeIds,
});
export const clubClerkChange = z.strictObject({
  name: z.optional(shortText(40)),
  role: z.optional(z.enum(['manager', 'clerk'])),
  storeIds: z.optional(storeIds),
});

export type ClubClerk = z.infer<typeof clubClerk>;
