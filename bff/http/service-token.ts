import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import * as z from 'zod/mini';
import { Problem } from './problem';

/** On whose behalf one system calls another. `system` is the caller itself, e.g. at sign-in before anyone is known. */
export const actor = z.object({
  subject: z.string(),
  role: z.enum(['member', 'clerk', 'merchantOwner', 'operator', 'system']),
  /** Stores a clerk or owner acts for. */
  storeIds: z.optional(z.array(z.string())),
  merchantId: z.optional(z.string()),
  clerkId: z.optional(z.string()),
  branchId: z.optional(z.string()),
});
export type Actor = z.infer<typeof actor>;

const claims = z.object({ iss: z.string(), aud: z.string(), actor });
const LIFETIME_SECONDS = 60;

export const systemActor: Actor = { subject: 'system', role: 'system' };

/**
 * One token is both the service credential and the signed actor: only a holder of the shared service key can make it,
 * it names the one system it is for and lives 60 s. Loopback is no exception: any local process could redeem otherwise.
 */
export function signServiceToken(
  key: KeyObject,
  options: { from: string; to: string; actor: Actor },
): string {
  return jwt.sign({ actor: options.actor }, key, {
    algorithm: 'HS256',
    issuer: options.from,
    audience: options.to,
    expiresIn: LIFETIME_SECONDS,
    header: { alg: 'HS256', typ: 'service+jwt' },
  });
}

/** @throws Problem 401 SERVICE_CREDENTIAL_INVALID */
export function verifyServiceToken(
  key: KeyObject,
  options: { token: string | undefined; audience: string },
): Actor {
  try {
    const decoded = jwt.verify(options.token ?? '', key, {
      algorithms: ['HS256'],
      audience: options.audience,
      complete: true,
      clockTolerance: 5,
    });
    if (decoded.header.typ !== 'service+jwt') throw new Error('wrong type');
    return z.parse(claims, decoded.payload).actor;
  } catch {
    throw new Problem(401, 'SERVICE_CREDENTIAL_INVALID', '系统之间的凭证无效');
  }
}
