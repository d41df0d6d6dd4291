/** The people of a merchant and the phones they are signed in with. */
import * as z from 'zod/mini';
import { instant, listOf, opaqueId } from '../../../http/contract';
import { isMobile } from '../../../identifiers';
import { clubClerk, clubClerkChange, clubClerkInvitation } from '../../../upstream/club/contract/staff';

export const clerk = z.extend(z.omit(clubClerk, { phone: true, memberId: true }), {
  phoneMasked: z.string(),
  /** Whether somebody has signed in with the phone yet. */
  joined: z.boolean(),
});
export const clerkList = listOf(clerk);
export const clerkAnswer = z.object({ clerk });
export const clerkParams = z.strictObject({ id: opaqueId });

export const clerkInvitation = z.extend(clubClerkInvitation, {
  phone: z.string({ error: '请填写手机号' }).check(z.refine(isMobile, '请填写 11 位手机号')),
  name: z.string({ error: '请填写姓名' }).check(z.trim(), z.minLength(1, '请填写姓名'), z.maxLength(40)),
});
export const clerkChange = clubClerkChange;

/** One sign-in on one device. Ending it ends its rights at the counter at once. */
export const device = z.object({
  id: opaqueId,
  clerkId: opaqueId,
  clerkName: z.string(),
  client: z.enum(['web', 'app']),
  signedInAt: instant,
  lastUsedAt: instant,
  /** The one this request came from. */
  current: z.boolean(),
});
export const deviceList = listOf(device);
export const deviceParams = z.strictObject({ id: opaqueId });
export const devicesEnded = z.object({ ended: z.int() });

export type Clerk = z.infer<typeof clerk>;
export type Device = z.infer<typeof device>;
