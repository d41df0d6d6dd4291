import { createHash, createHmac, type KeyObject } from 'node:crypto';

/**
 * What the link carries. Made from the transfer's id with a key of the club's, so that a repeated request gets the same one although only its hash is kept.
 */
export function transferTokenOf(key: KeyObject, transferId: string): string {
  return createHmac('sha256', key).update(transferId).digest('base64url');
}

export function transferTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
