import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import path from 'node:path';
import { createKeyring, deriveKey, type Keyring } from './keyring';
import { createFieldCipher, type FieldCipher } from './field-cipher';
import { readOrCreateKeyFile } from './key-file';

export interface Keys {
  cipher: FieldCipher;
  /** HS256 keys for access tokens; `kid` is the key's id. */
  tokens: Keyring;
  /** Shared by all systems of one installation: signs service tokens. */
  serviceKey: KeyObject;
  /** A key of its own for each further purpose, e.g. `photo-url` or `idempotency`; stable as long as the token key is. */
  derive(purpose: string): KeyObject;
}

export interface KeySources {
  /** Keys and other durable files live below this folder. */
  dataDir: string;
  demo: boolean;
  /** Newest first; undefined only in demo mode, where they are made once and kept in the data folder. */
  dataKeys?: readonly Buffer[];
  tokenKeys?: readonly Buffer[];
  /** Undefined only in demo mode, where each start makes a new one. */
  serviceSecret?: string;
}

async function keysOrFile(
  given: readonly Buffer[] | undefined,
  sources: KeySources,
  name: string,
): Promise<readonly Buffer[]> {
  if (given && given.length > 0) return given;
  if (!sources.demo) throw new Error(`${name} is missing`);
  return [await readOrCreateKeyFile(path.join(sources.dataDir, 'keys', name))];
}

export async function loadKeys(sources: KeySources): Promise<Keys> {
  const data = createKeyring(await keysOrFile(sources.dataKeys, sources, 'data-key'));
  const tokens = createKeyring(await keysOrFile(sources.tokenKeys, sources, 'token-key'));
  const secret = sources.serviceSecret ? Buffer.from(sources.serviceSecret, 'utf8') : randomBytes(32);
  return {
    cipher: createFieldCipher(data),
    tokens: {
      current: { id: tokens.current.id, key: deriveKey(tokens.current.key, 'access-token') },
      oldest: { id: tokens.oldest.id, key: deriveKey(tokens.oldest.key, 'access-token') },
      byId: new Map([...tokens.byId].map(([id, key]) => [id, deriveKey(key, 'access-token')])),
    },
    serviceKey: deriveKey(createSecretKey(secret), 'service-token'),
    derive: (purpose) => deriveKey(tokens.current.key, `derived:${purpose}`),
  };
}
