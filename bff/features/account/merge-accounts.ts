import type { Pool } from 'pg';
import { systemActor } from '../../http/service-token';
import type { SessionStore } from '../../http/sessions/session-store';
import type { Members } from '../../upstream/club/members';
import type { Core } from '../../upstream/core/client';
import type { AccessRecords } from './access-records';
import type { ConsentRecords } from './consent-records';
import type { KnownMember } from './known-member';
import type { MovedAccounts } from './moved-accounts';

export interface MergeDeps {
  pool: Pool;
  consents: Pick<ConsentRecords, 'copy'>;
  accessRecords: Pick<AccessRecords, 'copy'>;
  sessionStore: Pick<SessionStore, 'endAllOf'>;
  knownMember: Pick<KnownMember, 'forget'>;
  core: Pick<Core, 'moveSubject'>;
  moved: Pick<MovedAccounts, 'note'>;
  members: Pick<Members, 'whoIsNow'>;
}

const requested = [
  { table: 'begun_reports', member: 'account_id' },
  { table: 'queued_reports', member: 'account_id' },
  { table: 'photo_links', member: 'account_id' },
  { table: 'photo_uploads', member: 'owner_id' },
];

/** Reports that wait for core, links to a claim, pictures on their way. A request id both used stays where it is: its answer belongs to it. */
async function moveRequested(pool: Pool, { from, into }: { from: string; into: string }): Promise<void> {
  for (const { table, member } of requested) {
    await pool.query(
      `update ${table} t set ${member} = $2 where t.${member} = $1
         and not exists (select 1 from ${table} o where o.${member} = $2 and o.request_key = t.request_key)`,
      [from, into],
    );
  }
}

async function moveEverything(
  { pool, consents, accessRecords, core }: MergeDeps,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await consents.copy({ from, into });
  await accessRecords.copy({ from, into });
  await pool.query('update claim_photos set owner_id = $2 where owner_id = $1', [from, into]);
  await pool.query('update message_acceptances set account_id = $2 where account_id = $1', [from, into]);
  await moveRequested(pool, { from, into });
  await pool.query('delete from data_exports where account_id = $1', [from]);
  await pool.query(
    `update account_deletions set cancelled_at = now() where account_id = $1 and cancelled_at is null and done_at is null`,
    [from],
  );
  await core.moveSubject({ actor: systemActor }, { from, into });
}

/**
 * Two accounts have become one at the club. Receipts, the access record, photos and reports move over, nobody stays signed in as the
 * one that is gone, and what it asked for (a deletion) is no longer asked. Every step is harmless when repeated. Two merges of one chain may be carried
 * out in any order and at once: who it is now is asked of the club, and asked again once everything has moved.
 */
export async function mergeAccounts(
  deps: MergeDeps,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const { sessionStore, knownMember, members, moved } = deps;
  const whoIsNow = () => members.whoIsNow({ actor: systemActor }, into);
  await sessionStore.endAllOf(from, 'merged');
  let gone = from;
  for (let now = await whoIsNow(); now !== gone; now = await whoIsNow()) {
    await moveEverything(deps, { from: gone, into: now });
    await knownMember.forget(gone);
    await knownMember.forget(now);
    gone = now;
  }
  await moved.note(from);
}
