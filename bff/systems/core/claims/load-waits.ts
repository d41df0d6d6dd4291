import type { Db } from './db';

/** What a claim waits for from the customer; while it does, no clock of ours runs. */
export interface Waits {
  /** Since when the assessed amounts wait for an answer. */
  amountsSince: Date | null;
  papersWanted: number;
  papersRejected: number;
  accountsWanted: number;
  accountsProposed: number;
}

export const noWaits: Waits = {
  amountsSince: null,
  papersWanted: 0,
  papersRejected: 0,
  accountsWanted: 0,
  accountsProposed: 0,
};

const waitsOfClaims = `
  select c.id,
    (select a.proposed_at from claim_assessments a where a.claim_id = c.id and a.state = 'proposed') as "amountsSince",
    (select count(*) from claim_papers p where p.claim_id = c.id and p.state = 'wanted') as "papersWanted",
    (select count(*) from claim_papers p where p.claim_id = c.id and p.state = 'rejected') as "papersRejected",
    (select count(*) from claim_payouts o where o.claim_id = c.id and o.state = 'accountWanted') as "accountsWanted",
    (select count(*) from claim_payouts o where o.claim_id = c.id and o.state = 'accountProposed') as "accountsProposed"
  from claims c where c.id = any ($1) and c.open`;

export async function loadWaits(db: Db, claimIds: readonly string[]): Promise<Map<string, Waits>> {
  const { rows } = await db.query<Waits & { id: string }>(waitsOfClaims, [claimIds]);
  return new Map(rows.map(({ id, ...waits }) => [id, waits]));
}
