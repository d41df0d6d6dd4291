import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Photos show faces, plates and papers, so they lie encrypted too: AES-256-GCM with a key for each photo. The key stands
 * sealed in the photo's row; with the row's key gone, every copy of the file is noise.
 *
 * Layout: version (1) · nonce (12) · tag (16) · ciphertext. The storage key is bound in, so files cannot be swapped.
 */
const VERSION = 1;
const NONCE_END = 13;
const TAG_END = 29;

export const newPhotoKey = () => randomBytes(32);

export interface Sealing {
  add(piece: Buffer): void;
  /** The whole envelope; call it once. */
  end(): Buffer;
}

/** Seals while the bytes arrive, so that one copy of them is in memory and not three. */
export function startSealing(key: Buffer, storageKey: string, plainBytes: number): Sealing {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(storageKey, 'utf8'));
  const envelope = Buffer.allocUnsafe(TAG_END + plainBytes);
  envelope[0] = VERSION;
  nonce.copy(envelope, 1);
  let filled = TAG_END;
  return {
    add(piece) {
      if (filled + piece.length > envelope.length) throw new Error('more bytes than were to be sealed');
      filled += cipher.update(piece).copy(envelope, filled);
    },
    end() {
      if (filled !== envelope.length) throw new Error('fewer bytes than were to be sealed');
      cipher.final();
      cipher.getAuthTag().copy(envelope, NONCE_END);
      return envelope;
    },
  };
}

export function sealPhoto(key: Buffer, storageKey: string, plain: Buffer): Buffer {
  const sealing = startSealing(key, storageKey, plain.length);
  sealing.add(plain);
  return sealing.end();
}

/** @throws Error when the file was changed or belongs to another photo */
export function openPhoto(key: Buffer, storageKey: string, envelope: Buffer): Buffer {
  if (envelope.length < TAG_END || envelope[0] !== VERSION) throw new Error('not a sealed photo');
  const nonce = envelope.subarray(1, NONCE_END);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(storageKey, 'utf8')).setAuthTag(envelope.subarray(NONCE_END, TAG_END));
  return Buffer.concat([decipher.update(envelope.subarray(TAG_END)), decipher.final()]);
}
