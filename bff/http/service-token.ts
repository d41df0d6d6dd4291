import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import * as z from 'zod/mini';
import { Problem } from './problem';

/** On whose behalf one system calls another. `system` is the caller itself, e.g. at sign-in before anyone is known. */
export const actor = z.object({
  subject: z.string(),
  role: z.enum(['member', 'clerk', 'merchantOwner', 'surveyor', 'operator', 'system']),
  /** Stores a clerk or owner acts for. */
  storeIds: z.optional(z.array(z.string())),
  merchantId: z.optional(z.string()),
  clerkId: z.optional(z.string()),
  branchId: z.optional(z.string()),
});
export type Actor = z.infer<typeof actor>;

const claims = z.object({ iss: z.string(), aud: z.string(), exp: z.number(), actor });
const LIFETIME_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 5;
const LARGEST_CACHE = 2000;

interface Verified {
  key: KeyObject;
  actor: Actor;
  exp: number;
}

/** The same caller reads several things at once; its token is checked once and then known until it lapses. */
const verified = new Map<string, Verified>();

function remember(name: string, entry: Verified): void {
  // Tokens live a minute, so starting anew now and then costs less than keeping order.
  if (verified.size >= LARGEST_CACHE) verified.clear();
  verified.set(name, entry);
}

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

function verify(key: KeyObject, token: string, audience: string): Verified {
  const decoded = jwt.verify(token, key, {
    algorithms: ['HS256'],
    audience,
    complete: true,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  });
  if (decoded.header.typ !== 'service+jwt') throw new Error('wrong type');
  const { actor: caller, exp } = z.parse(claims, decoded.payload);
  return { key, actor: Object.freeze(caller), exp };
}

/** @throws Problem 401 SERVICE_CREDENTIAL_INVALID */
export function verifyServiceToken(
  key: KeyObject,
  options: { token: string | undefined; audience: string },
): Actor {
  const { token = '', audience } = options;
  const name = `${audience} ${token}`;
  const known = verified.get(name);
  if (known?.key === key && Date.now() / 1000 < known.exp + CLOCK_TOLERANCE_SECONDS) return known.actor;
  try {
    const entry = verify(key, token, audience);
    remember(name, entry);
    return entry.actor;
  } catch {
    throw new Problem(401, 'SERVICE_CREDENTIAL_INVALID', '系统之间的凭证无效');
  }
}
