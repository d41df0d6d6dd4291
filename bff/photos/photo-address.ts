import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { toInstant } from '../http/instants';
import type { PhotoVariant } from './photo-store';

/** An `<Image>` sends no token, so the address itself is the permission: short-lived and for this one picture only. */
const LIFETIME_MS = 10 * 60 * 1000;
/** Addresses made within one window are equal, so that a list shown twice does not load every picture twice. */
const WINDOW_MS = 5 * 60 * 1000;

interface Target {
  claimId: string;
  photoId: string;
  variant: PhotoVariant;
}

export interface PhotoAddresses {
  url: string;
  thumbUrl: string;
  urlExpiresAt: string;
}

export interface PhotoAddressing {
  addressesOf(photo: { claimId: string; id: string }): PhotoAddresses;
  isValid(target: Target, permission: { expires: number; signature: string }): boolean;
}

export function createPhotoAddressing(
  key: KeyObject,
  { basePath, now = Date.now }: { basePath: string; now?: () => number },
): PhotoAddressing {
  const sign = ({ claimId, photoId, variant }: Target, expires: number) =>
    createHmac('sha256', key)
      .update(`${claimId}\n${photoId}\n${variant}\n${String(expires)}`)
      .digest();

  function addressOf(target: Target, expires: number): string {
    const { claimId, photoId, variant } = target;
    const file = variant === 'full' ? 'content' : 'thumb';
    const signature = sign(target, expires).toString('base64url');
    const address = `${basePath}/claims/${claimId}/photos/${photoId}/${file}`;
    return `${address}?expires=${String(expires)}&signature=${signature}`;
  }

  return {
    addressesOf({ claimId, id: photoId }) {
      const expiresMs = Math.ceil(now() / WINDOW_MS) * WINDOW_MS + LIFETIME_MS;
      const expires = expiresMs / 1000;
      return {
        url: addressOf({ claimId, photoId, variant: 'full' }, expires),
        thumbUrl: addressOf({ claimId, photoId, variant: 'thumb' }, expires),
        urlExpiresAt: toInstant(new Date(expiresMs)),
      };
    },
    isValid(target, { expires, signature }) {
      const given = Buffer.from(signature, 'base64url');
      const right = sign(target, expires);
      return given.length === right.length && timingSafeEqual(given, right) && expires * 1000 > now();
    },
  };
}
