import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { inTransaction } from '../../database/transaction';
import { systemActor } from '../../http/service-token';
import type { SessionStore } from '../../http/sessions/session-store';
import { repeatRounds, type Rounds } from '../../repeat-rounds';
import type { Members } from '../../upstream/club/members';
import type { Core } from '../../upstream/core/client';
import type { AccountDeletions, DueDeletion } from './account-deletions';

const POLL_INTERVAL_MS = 60_000;

export interface DeletionDeps {
  pool: Pool;
  deletions: AccountDeletions;
  members: Pick<Members, 'erase'>;
  core: Pick<Core, 'forgetLinks'>;
  sessionStore: Pick<SessionStore, 'endAllOf'>;
  log: Logger;
}

export interface CarryingOutDeletions extends Rounds {
  /** One round, now; returns how many accounts are gone. */
  once(): Promise<number>;
}

/** A report that core has not got yet exists nowhere else: the deletion waits for it and is tried again. */
async function refuseUndelivered(db: Pick<PoolClient, 'query'>, accountId: string): Promise<void> {
  const { rowCount } = await db.query(
    `select 1 from queued_reports where account_id = $1 and state = 'queued' limit 1`,
    [accountId],
  );
  if (rowCount) throw new Error('a report of this account is not with core yet');
}

/** Consents, the access record and claim photos stay: they are the evidence the law asks for. */
async function emptyOwnTables(transaction: PoolClient, accountId: string): Promise<void> {
  await transaction.query('delete from last_known where subject = $1', [accountId]);
  await transaction.query('delete from data_exports where account_id = $1', [accountId]);
  await transaction.query('delete from queued_reports where account_id = $1', [accountId]);
  await transaction.query('delete from begun_reports where account_id = $1', [accountId]);
  await transaction.query('delete from message_acceptances where account_id = $1', [accountId]);
  await transaction.query(
    'delete from photo_link_photos where link_id in (select id from photo_links where account_id = $1)',
    [accountId],
  );
  await transaction.query('delete from photo_links where account_id = $1', [accountId]);
  await transaction.query(`delete from idempotency_records where starts_with(scope, $1)`, [`${accountId} `]);
}

/** Carries out deletions whose week is over. Every step is harmless when repeated, and `done` comes last. */
export function createDeletionRuns(deps: DeletionDeps): CarryingOutDeletions {
  const { pool, deletions, members, core, sessionStore, log } = deps;

  async function carryOut({ id, accountId }: DueDeletion): Promise<void> {
    await refuseUndelivered(pool, accountId);
    await members.erase({ actor: systemActor }, accountId);
    await core.forgetLinks({ actor: systemActor }, accountId);
    await sessionStore.endAllOf(accountId, 'deleted');
    await inTransaction(pool, async (transaction) => {
      await refuseUndelivered(transaction, accountId);
      await emptyOwnTables(transaction, accountId);
      await deletions.done(transaction, id);
    });
  }

  async function once(): Promise<number> {
    let gone = 0;
    for (let due = await deletions.takeDue(); due; due = await deletions.takeDue()) {
      try {
        await carryOut(due);
        gone += 1;
      } catch (error) {
        log.error({ err: error, deletion: due.id, attempts: due.attempts }, 'a deletion is still open');
      }
    }
    return gone;
  }

  const onError = (error: unknown) => log.warn({ err: error }, 'deletions could not be read');
  return { once, ...repeatRounds({ round: once, everyMs: POLL_INTERVAL_MS, onError }) };
}
