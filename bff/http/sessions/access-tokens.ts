import jwt from 'jsonwebtoken';
import * as z from 'zod/mini';
import type { Keyring } from '../../crypto/keyring';
import type { Audience, SessionClaims } from './session-claims';

/**
 * Access tokens: JWT, HS256 and nothing else. The key is chosen from our own list by `kid` (a look-up, never a path or an address), and
 * issuer, audience and type must be ours. A member's token is worth nothing at the operators' door, and the other way round.
 */
const ISSUER = 'chezhu-club';
const TYPE = 'at+jwt';
const LONGEST_TOKEN_CHARACTERS = 4096;
const audiences: Record<Audience, string> = { member: 'member-api', operator: 'operator-api' };

const counter = z.object({
  role: z.enum(['clerk', 'merchantOwner']),
  clerkId: z.string(),
  merchantId: z.string(),
  storeIds: z.array(z.string()),
});
const common = { sub: z.string(), sid: z.string(), exp: z.int(), branch: z.string() };
const memberPayload = z.object({ ...common, phoneless: z.boolean(), counter: z.optional(counter) });
const operatorPayload = z.object({ ...common, operator: z.string(), name: z.string() });

export interface VerifiedToken {
  claims: SessionClaims;
  expiresAtMs: number;
}

export interface IssuedToken {
  accessToken: string;
  expiresAt: Date;
}

export interface AccessTokens {
  issue(claims: SessionClaims): IssuedToken;
  /** Undefined for whatever is not a token of ours for this audience, now. */
  verify(token: string, audience: Audience): VerifiedToken | undefined;
}

function privateClaims(claims: SessionClaims): object {
  const { sessionId: sid, branchId: branch } = claims;
  return claims.audience === 'member'
    ? { sid, branch, phoneless: claims.phoneless, ...(claims.counter ? { counter: claims.counter } : {}) }
    : { sid, branch, operator: claims.operatorId, name: claims.name };
}

function claimsOf(audience: Audience, payload: unknown): VerifiedToken {
  if (audience === 'operator') {
    const { sub, sid, exp, branch, operator, name } = z.parse(operatorPayload, payload);
    const claims = { accountId: sub, sessionId: sid, operatorId: operator, name, branchId: branch };
    return { claims: { audience, ...claims }, expiresAtMs: exp * 1000 };
  }
  const { sub, sid, exp, branch, phoneless, counter: stand } = z.parse(memberPayload, payload);
  const claims = { accountId: sub, sessionId: sid, phoneless, branchId: branch };
  return { claims: { audience, ...claims, ...(stand ? { counter: stand } : {}) }, expiresAtMs: exp * 1000 };
}

export function createAccessTokens(keyring: Keyring, options: { lifetimeSeconds: number }): AccessTokens {
  const { lifetimeSeconds } = options;
  return {
    issue(claims) {
      const exp = Math.floor(Date.now() / 1000) + lifetimeSeconds;
      const accessToken = jwt.sign({ ...privateClaims(claims), exp }, keyring.current.key, {
        algorithm: 'HS256',
        issuer: ISSUER,
        audience: audiences[claims.audience],
        subject: claims.accountId,
        keyid: keyring.current.id,
        header: { alg: 'HS256', typ: TYPE },
      });
      return { accessToken, expiresAt: new Date(exp * 1000) };
    },
    verify(token, audience) {
      if (token.length > LONGEST_TOKEN_CHARACTERS) return undefined;
      try {
        const header = jwt.decode(token, { complete: true })?.header;
        const key = header?.typ === TYPE && header.kid ? keyring.byId.get(header.kid) : undefined;
        if (!key) return undefined;
        const payload = jwt.verify(token, key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          audience: audiences[audience],
          maxAge: lifetimeSeconds + 5,
        });
        return claimsOf(audience, payload);
      } catch {
        return undefined;
      }
    },
  };
}
