import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { ViolationsConsent } from './vehicles-deps';

/** The text a person agrees to when adding a car: which numbers go to whom, and for what. */
const DOCUMENT_VERSION = 'violations-1';

/** The register only grows; what counts is the latest entry. */
const LATEST = `select granted from consents where account_id = $1 and purpose = 'violations' order by at desc, id desc limit 1`;

/** The request is part of the id, so that the same one agrees once for good. */
const receiptId = (accountId: string, requestId: string) =>
  createHash('sha256').update(`violations:${accountId}:${requestId}`).digest('base64url');

/** Consents to look up violations, in the same register as all others, where the person can see and take them back. */
export function createViolationsConsent(pool: Pool): ViolationsConsent {
  return {
    async grant(accountId, requestId) {
      await pool.query(
        `insert into consents (id, account_id, purpose, document_version, granted)
         values ($1, $2, 'violations', $3, true) on conflict (id) do nothing`,
        [receiptId(accountId, requestId), accountId, DOCUMENT_VERSION],
      );
    },
    async isWithdrawn(accountId) {
      const { rows } = await pool.query<{ granted: boolean }>(LATEST, [accountId]);
      return rows[0]?.granted === false;
    },
  };
}
