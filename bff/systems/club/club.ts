import type { KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import type { FieldCipher } from '../../crypto/field-cipher';
import type { AccessRule } from '../../http/route';
import { serviceAccess } from '../../http/service-access';
import type { Actor } from '../../http/service-token';
import type { SystemDeps } from '../system';

/** What every use case of the club works with. */
export interface Club {
  pool: Pool;
  cipher: FieldCipher;
  /** Compares the inputs of two requests with one request id. */
  inputKey: KeyObject;
  /** Signs the text of a QR code. */
  presentationKey: KeyObject;
  /** Hashes the eight digits shown beside it. */
  shortCodeKey: KeyObject;
  /** Signs what a look-up hands to the counter. */
  scanKey: KeyObject;
  /** Makes the token of a link by which a voucher is given away. */
  transferKey: KeyObject;
  access(...roles: Actor['role'][]): AccessRule<Actor>;
}

export function createClub(deps: Pick<SystemDeps, 'pool' | 'cipher' | 'serviceKey' | 'deriveKey'>): Club {
  return {
    pool: deps.pool,
    cipher: deps.cipher,
    inputKey: deps.deriveKey('request-input'),
    presentationKey: deps.deriveKey('presentation'),
    shortCodeKey: deps.deriveKey('short-code'),
    scanKey: deps.deriveKey('scan-token'),
    transferKey: deps.deriveKey('transfer'),
    access: (...roles) => serviceAccess(deps.serviceKey, 'club', roles),
  };
}
