import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import path from 'node:path';
import { createKeyring, deriveKey, type Keyring } from './keyring';
import { createFieldCipher, type FieldCipher } from './field-cipher';
import { readOrCreateKeyFile } from './key-file';

/** What a system of record needs; it never sees the keys of the BFF's tokens. */
export interface SystemKeys {
  cipher: FieldCipher;
  /** Shared by all systems of one installation: signs service tokens. */
  serviceKey: KeyObject;
  /** A key of its own for each further purpose, e.g. `photo-url` or `openid`; stable while the oldest data key stays. */
  derive(purpose: string): KeyObject;
}

export interface Keys extends SystemKeys {
  /** HS256 keys for access tokens; `kid` is the key's id. */
  tokens: Keyring;
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

/** @throws StartProblem when a key file cannot be read or kept */
export async function loadSystemKeys(sources: KeySources): Promise<SystemKeys> {
  const data = createKeyring(await keysOrFile(sources.dataKeys, sources, 'data-key'));
  const secret = sources.serviceSecret ? Buffer.from(sources.serviceSecret, 'utf8') : randomBytes(32);
  return {
    cipher: createFieldCipher(data),
    serviceKey: deriveKey(createSecretKey(secret), 'service-token'),
    derive: (purpose) => deriveKey(data.oldest.key, `derived:${purpose}`),
  };
}

function forAccessTokens({ current, oldest, byId }: Keyring): Keyring {
  const derive = (key: KeyObject) => deriveKey(key, 'access-token');
  return {
    current: { id: current.id, key: derive(current.key) },
    oldest: { id: oldest.id, key: derive(oldest.key) },
    byId: new Map([...byId].map(([id, key]) => [id, derive(key)])),
  };
}

/** @throws StartProblem when a key file cannot be read or kept */
export async function loadKeys(sources: KeySources): Promise<Keys> {
  const tokens = createKeyring(await keysOrFile(sources.tokenKeys, sources, 'token-key'));
  return { ...(await loadSystemKeys(sources)), tokens: forAccessTokens(tokens) };
}
