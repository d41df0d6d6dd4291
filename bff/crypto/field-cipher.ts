import { createCipheriv, createDecipheriv, createHmac, randomFillSync, type KeyObject } from 'node:crypto';
import { deriveKey, type Keyring } from './keyring';

/**
 * The one module for personal fields at rest: AES-256-GCM, bound to the very cell it was sealed for, so that an envelope copied to another row,
 * column or table does not open. Found again by exact match only, through a blind index with a key of its own.
 *
 * Envelope (bytea): version (1) · key id (4) · nonce (12) · tag (16) · ciphertext.
 */
const VERSION = 1;
const KEY_ID_END = 5;
const NONCE_END = 17;
const TAG_END = 33;
const NONCE_BYTES = 12;
const SEAL_PURPOSE = 'field-cipher:v1';

export interface Cell {
  /** `<schema>.<table>.<column>`, e.g. `core.customers.name_sealed`. */
  column: string;
  /** The row's id; it exists before the insert. */
  rowId: string;
}

export interface FieldCipher {
  seal(plain: string, cell: Cell): Buffer;
  /** @throws EnvelopeBroken when the envelope was tampered with, belongs to another cell, or its key is not known. */
  open(envelope: Uint8Array, cell: Cell): string;
  /**
   * HMAC-SHA256 of a normalised value, for `where …_index = $1` and unique keys. The column separates domains: the same phone number has another
   * index in every column. To join on it across tables, give both the same column name here.
   */
  blindIndex(column: string, normalised: string): Buffer;
  /** The id of the key that seals now. */
  readonly currentKeyId: string;
  readonly keyIds: readonly string[];
}

export class EnvelopeBroken extends Error {
  constructor(column: string, reason: string) {
    super(`${column}: ${reason}`);
    this.name = 'EnvelopeBroken';
  }
}

/** The length in front keeps `a:b` + `c` and `a` + `b:c` apart. */
const bindingOf = ({ column, rowId }: Cell) => Buffer.from(`${column.length}:${column}:${rowId}`, 'utf8');

const nonces = Buffer.alloc(NONCE_BYTES * 256);
let noncesUsed = nonces.length;

/** From the system's generator, many at a time: asking it for twelve bytes costs more than the sealing. Each is given out once. */
function nextNonce(): Buffer {
  if (noncesUsed === nonces.length) {
    randomFillSync(nonces);
    noncesUsed = 0;
  }
  noncesUsed += NONCE_BYTES;
  return Buffer.from(nonces.subarray(noncesUsed - NONCE_BYTES, noncesUsed));
}

function sealWith(key: KeyObject, keyId: string, plain: string, cell: Cell): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bindingOf(cell));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(keyId, 'hex'), nonce, cipher.getAuthTag(), sealed]);
}

function openWith(keys: ReadonlyMap<string, KeyObject>, envelope: Buffer, cell: Cell): string {
  if (envelope.length < TAG_END || envelope[0] !== VERSION)
    throw new EnvelopeBroken(cell.column, 'not an envelope');
  const keyId = envelope.toString('hex', 1, KEY_ID_END);
  const key = keys.get(keyId);
  if (!key) throw new EnvelopeBroken(cell.column, `sealed with an unknown key ${keyId}`);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, envelope.subarray(KEY_ID_END, NONCE_END), {
      authTagLength: 16,
    });
    decipher.setAAD(bindingOf(cell)).setAuthTag(envelope.subarray(NONCE_END, TAG_END));
    return decipher.update(envelope.subarray(TAG_END), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new EnvelopeBroken(cell.column, 'changed, or sealed for another cell');
  }
}

export function createFieldCipher(keyring: Keyring): FieldCipher {
  const sealingKeys = new Map([...keyring.byId].map(([id, key]) => [id, deriveKey(key, SEAL_PURPOSE)]));
  const current = keyring.current.id;
  const sealingKey = deriveKey(keyring.current.key, SEAL_PURPOSE);
  const indexKey = deriveKey(keyring.oldest.key, 'blind-index:v1');
  return {
    currentKeyId: current,
    keyIds: [...sealingKeys.keys()],
    seal: (plain, cell) => sealWith(sealingKey, current, plain, cell),
    open: (envelope, cell) =>
      openWith(sealingKeys, Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength), cell),
    blindIndex: (column, normalised) =>
      createHmac('sha256', indexKey).update(`${column.length}:${column}:${normalised}`, 'utf8').digest(),
  };
}
