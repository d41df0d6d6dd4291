import type { ClientBase } from 'pg';
import type { WriteRequest } from '../requests';
import { openLot } from './lots';
import { memberAccount } from './member-account';
import { postTransaction } from './post-transaction';

export interface Earning {
  memberId: string;
  points: number;
  reason: string;
  request: WriteRequest;
  rule?: { code: string; version: number } | undefined;
  at: Date;
  expiresAt: Date;
}

/** Points come in as one lot. The request id is unique, so the same occasion earns once. */
export async function earnPoints(client: ClientBase, earning: Earning): Promise<void> {
  const accountId = await memberAccount(client, earning.memberId);
  const transactionId = await postTransaction(client, {
    kind: 'earn',
    reason: earning.reason,
    request: earning.request,
    rule: earning.rule,
    credit: accountId,
    debit: 'points_issued',
    points: earning.points,
    at: earning.at,
  });
  await openLot(client, {
    accountId,
    transactionId,
    points: earning.points,
    earnedAt: earning.at,
    expiresAt: earning.expiresAt,
  });
}
