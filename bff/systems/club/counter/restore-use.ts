import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Club } from '../club';
import { seal } from '../personal-fields';
import type { WriteRequest } from '../requests';
import { reversalStatement } from './reversal-statement';

export interface Restoration {
  redemptionId: string;
  /** The club itself, because a store did not serve; or an operator who looked into it. */
  cause: 'refusedByStore' | 'operator';
  operatorId: string | null;
  reason: string;
  request: WriteRequest;
}

/**
 * Gives a use back although the counter did not. The merchant's statement may be closed already: then the negative line waits for the next one.
 * False when it was undone before.
 */
export async function restoreUse(club: Club, client: PoolClient, restoration: Restoration): Promise<boolean> {
  const { redemptionId, cause, operatorId, reason, request } = restoration;
  await client.query(
    'select 1 from vouchers where id = (select voucher_id from redemptions where id = $1) for update',
    [redemptionId],
  );
  const reversalId = uuidv7();
  const { rowCount } = await client.query({
    ...reversalStatement,
    values: [
      redemptionId,
      reversalId,
      null,
      seal(club.cipher, 'redemption_reversals.reason_sealed', reversalId, reason),
      request.scope,
      request.id,
      request.inputHash,
      uuidv7(),
      uuidv7(),
      cause,
      operatorId,
    ],
  });
  return rowCount === 1;
}
