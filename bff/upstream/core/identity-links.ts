import type * as z from 'zod/mini';
import type { Upstream } from '../../http/upstream-client';
import { withoutEffect, type Calling } from '../calling';
import { identityLinkAnswer, phoneCheckAnswer, type identityLinkRequest } from './contract/identity';

/** Who a verified member is in the core system. */
export interface CoreIdentityLinks {
  /** Links the subject to every customer with this verified identity; repeating it is harmless. */
  linkIdentity(
    by: Calling,
    identity: z.input<typeof identityLinkRequest>,
  ): Promise<z.output<typeof identityLinkAnswer>>;
  forgetLinks(by: Calling, subject: string): Promise<void>;
  /** After a merge; harmless when repeated. */
  moveSubject(by: Calling, merged: { from: string; into: string }): Promise<void>;
  checkPhone(by: Calling, phone: string): Promise<z.output<typeof phoneCheckAnswer>>;
}

/** What of the caller's circumstances a write may carry. */
const written = ({ actor, requestId }: Calling) => ({ actor, requestId });

export function createCoreIdentityLinks(upstream: Upstream): CoreIdentityLinks {
  return {
    async linkIdentity(by, identity) {
      const path = '/v1/identity-links';
      const call = { method: 'PUT', path, body: identity, answer: identityLinkAnswer } as const;
      return (await upstream.call({ ...call, ...written(by) })).body;
    },
    async forgetLinks(by, subject) {
      const path = `/v1/identity-links/${encodeURIComponent(subject)}`;
      await upstream.call({ method: 'DELETE', path, answer: null, ...written(by) });
    },
    async moveSubject(by, { from, into }) {
      const path = `/v1/identity-links/${encodeURIComponent(from)}/successor`;
      const call = { method: 'POST', path, body: { successor: into }, answer: null } as const;
      await upstream.call({ ...call, ...written(by) });
    },
    async checkPhone(by, phone) {
      const path = '/v1/phone-checks';
      const call = { method: 'POST', path, body: { phone }, answer: phoneCheckAnswer } as const;
      return (await withoutEffect(() => upstream.call({ ...call, ...written(by) }))).body;
    },
  };
}
