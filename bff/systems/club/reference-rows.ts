import type { ClientBase, Pool } from 'pg';
import { ensureRules } from './points/rule-book';

/** What the club cannot run without: one branch that takes in new members, the house's side of the points ledger, and the rules of points. */
export async function ensureReferenceRows(database: Pool | ClientBase): Promise<void> {
  await database.query(
    `insert into branches (id, parent_id, name, takes_new_members)
     select 'br_head', null, '总公司', true where not exists (select 1 from branches) on conflict do nothing`,
  );
  await database.query(
    `insert into points_accounts (id, kind) values ('points_issued', 'issued'), ('points_spent', 'spent'), ('points_expired', 'expired')
     on conflict do nothing`,
  );
  await ensureRules(database);
}
