import { createHash, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

const KEY_BYTES = 32;
const KEY_ID_BYTES = 4;

/** One secret of 32 bytes. Its id is computed from it, so that a key can never be filed under another key's name. */
export interface NamedKey {
  id: string;
  key: KeyObject;
}

/** The first key seals and signs; the others only open and verify what was made before a rotation. */
export interface Keyring {
  current: NamedKey;
  byId: ReadonlyMap<string, KeyObject>;
  /** Blind indexes hang on the oldest key: they stay comparable (and unique) while newer keys are put in front of it. */
  oldest: NamedKey;
}

/** HKDF-SHA256: keys for different purposes never touch each other, whatever they are used for. */
export function deriveKey(secret: KeyObject, purpose: string): KeyObject {
  const derived = hkdfSync('sha256', secret, Buffer.alloc(0), `chezhu-club:${purpose}`, KEY_BYTES);
  return createSecretKey(Buffer.from(derived));
}

export function nameKey(secret: Buffer): NamedKey {
  if (secret.length !== KEY_BYTES)
    throw new Error(`a key has ${KEY_BYTES} bytes, this one has ${secret.length}`);
  const id = createHash('sha256').update('chezhu-club:key-id').update(secret).digest('hex');
  return { id: id.slice(0, KEY_ID_BYTES * 2), key: createSecretKey(secret) };
}

/** @param secrets newest first, at least one */
export function createKeyring(secrets: readonly Buffer[]): Keyring {
  const keys = secrets.map(nameKey);
  const current = keys[0];
  const oldest = keys.at(-1);
  if (!current || !oldest) throw new Error('a keyring needs at least one key');
  return { current, oldest, byId: new Map(keys.map(({ id, key }) => [id, key])) };
}
