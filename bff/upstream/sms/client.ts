import type * as z from 'zod/mini';
import { systemActor } from '../../http/service-token';
import type { Upstream } from '../../http/upstream-client';
import { inbox, smsReceipt, type SmsMessage } from './contract';

/**
 * The SMS gateway. A message whose answer was lost may have been sent (OutcomeUnknown); sending it again with the same
 * request id never makes two of it.
 */
export interface Sms {
  send(message: SmsMessage, options: { idempotencyKey: string }): Promise<void>;
  /** Demo mode only: what "arrived" on that phone, newest first. */
  inbox(phone: string): Promise<z.output<typeof inbox>>;
}

export function createSms(upstream: Upstream): Sms {
  const actor = systemActor;
  return {
    async send(message, { idempotencyKey }) {
      const call = { method: 'POST', path: '/v1/messages', body: message, answer: smsReceipt } as const;
      await upstream.call({ ...call, actor, idempotencyKey });
    },
    async inbox(phone) {
      const call = { method: 'GET', path: '/v1/inbox', query: { phone }, answer: inbox } as const;
      return (await upstream.call({ ...call, actor })).body;
    },
  };
}
