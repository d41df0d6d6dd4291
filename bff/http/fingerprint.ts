import { createHmac, type KeyObject } from 'node:crypto';

/** Keys in one order and absent members left out, so that equal inputs are equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
}

/**
 * What two requests with one request id are compared by: the validated input, never the raw bytes, with the SHA-256
 * of each file. Keyed, because the inputs are small enough to be guessed from a plain hash.
 */
export function inputFingerprint(
  hmacKey: KeyObject,
  input: unknown,
  fileHashes: readonly string[] = [],
): Buffer {
  const text = canonicalJson({ input: input ?? null, fileHashes: [...fileHashes] });
  return createHmac('sha256', hmacKey).update(text, 'utf8').digest();
}
