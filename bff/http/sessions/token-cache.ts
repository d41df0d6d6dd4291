import type { AccessTokens, VerifiedToken } from './access-tokens';
import type { Revocations } from './revocations';
import type { Audience, SessionClaims } from './session-claims';

const MOST_TOKENS = 10_000;

export interface TokenCheck {
  check(token: string, audience: Audience): SessionClaims | undefined;
}

/**
 * Verifying a signature costs far more than everything else a request does, and a phone sends the same token for a quarter of an hour. What is
 * remembered is bounded, and the expiry and the end of the session are looked at every time.
 */
export function createTokenCheck(tokens: AccessTokens, revocations: Pick<Revocations, 'has'>): TokenCheck {
  const verified = new Map<string, VerifiedToken>();

  function remember(key: string, value: VerifiedToken): void {
    const oldest = verified.size >= MOST_TOKENS ? verified.keys().next().value : undefined;
    if (oldest !== undefined) verified.delete(oldest);
    verified.set(key, value);
  }

  return {
    check(token, audience) {
      const key = `${audience}:${token}`;
      const known = verified.get(key);
      const found = known ?? tokens.verify(token, audience);
      if (!found) return undefined;
      const alive = found.expiresAtMs > Date.now() && !revocations.has(found.claims.sessionId);
      if (!alive) {
        verified.delete(key);
        return undefined;
      }
      if (!known) remember(key, found);
      return found.claims;
    },
  };
}
