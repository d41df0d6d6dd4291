import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; a plain hash of them needs no salt. */
export function newRefreshToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOfRefreshToken(token) };
}

export function hashOfRefreshToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
