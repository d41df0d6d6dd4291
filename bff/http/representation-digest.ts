import { createHash } from 'node:crypto';

/** RFC 9530: the hash that travels with bytes, so that whoever receives them can tell that they are the same and all there. */
export const DIGEST_HEADER = 'Repr-Digest';

export const digestOf = (bytes: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

/** True as well where no SHA-256 was sent: most systems send none. */
export function fitsDigest(bytes: Uint8Array, header: unknown): boolean {
  const sent = typeof header === 'string' ? /(?:^|,)\s*(sha-256=:[^:]*:)/.exec(header)?.[1] : undefined;
  return sent === undefined || sent === digestOf(bytes);
}
