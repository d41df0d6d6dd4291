import type { KeyObject } from 'node:crypto';
import { signServiceToken, type Actor } from './service-token';

/** Well below a token's life, so that none lapses on its way. */
const REUSED_MS = 20_000;
const LARGEST_CACHE = 2000;

/** Signs for one system, and gives the same actor the same token for a while: signing is most of a call's crypto. */
export function createTokenSigner(key: KeyObject, from: string, to: string): (actor: Actor) => string {
  let tokens = new Map<string, { token: string; madeAt: number }>();
  return (actor) => {
    const name = JSON.stringify(actor);
    const known = tokens.get(name);
    const now = Date.now();
    if (known && now - known.madeAt < REUSED_MS && now >= known.madeAt) return known.token;
    if (tokens.size >= LARGEST_CACHE) tokens = new Map();
    const token = signServiceToken(key, { from, to, actor });
    tokens.set(name, { token, madeAt: now });
    return token;
  };
}
