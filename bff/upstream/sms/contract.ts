/**
 * The interface of an SMS gateway (短信平台).
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `POST /messages` (Idempotency-Key) | system | sends one message |
 * | `GET /inbox?phone=` | system | the stand-in only, demo mode only: what "arrived" on that phone, newest first |
 */
import * as z from 'zod/mini';
import { instant } from '../../http/contract';

export const smsMessage = z.strictObject({
  phone: z.string(),
  /** A template approved at the gateway, with its values. */
  template: z.enum([
    'loginCode',
    'confirmCode',
    'mergeCode',
    'deletionRequested',
    'claimReceived',
    'claimProgress',
    'photoLink',
    'reviewDecided',
    'voucherUsed',
    'voucherRestored',
    'ticketClosed',
    'clerkInvited',
  ]),
  values: z.record(z.string(), z.string()),
});
export const smsReceipt = z.object({ messageId: z.string(), acceptedAt: instant });
export const inboxMessage = z.object({
  channel: z.enum(['sms', 'wechat']),
  text: z.string(),
  at: instant,
  code: z.optional(z.string()),
});
export const inbox = z.object({ items: z.array(inboxMessage) });

export type SmsMessage = z.infer<typeof smsMessage>;
