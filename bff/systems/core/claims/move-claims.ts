import type { PoolClient } from 'pg';
import { inTransaction } from '../../../database/transaction';
import type { AssessmentLine } from '../../../upstream/core/contract/claim-parts';
import type { CoreDeps } from '../core-deps';
import { statusAfter, type ClaimStatus } from '../rules/claim-stages';
import { advance, completePapers } from './advance';
import { proposeAssessment } from './assessment';
import { coveredBySubject } from './claim-store';
import { finishDispatch, noteContact } from './dispatch';
import { makePaperList, reviewPaper } from './papers';
import { afterPayments, payOut } from './payouts';

const by = { role: 'system', subject: 'demo-pace' } as const;

/**
 * The pace plays the insurer's people and never the customer: what only the customer can give is waited for, so that
 * nothing is ever said to be agreed, handed in or confirmed that was not.
 */
const notTheirTurn = `case c.status
  when 'contacted' then exists (select 1 from claim_photos p where p.claim_id = c.id and p.removed_at is null)
  when 'registered' then not exists (
    select 1 from claim_assessments a where a.claim_id = c.id and a.state = 'proposed')
  when 'assessed' then not exists (
    select 1 from claim_papers p where p.claim_id = c.id and p.state in ('wanted', 'rejected'))
  when 'reviewed' then not exists (
    select 1 from claim_payouts o where o.claim_id = c.id and o.state in ('accountWanted', 'accountProposed'))
  else true end`;

const isDue = `c.open and c.moves_by_itself and c.taken_at is null
  and c.moved_at <= now() - make_interval(secs => $1) and ${notTheirTurn}`;

/**
 * Demonstration only: reports move from step to step at a fixed pace, so that a visitor sees the whole way. A report
 * somebody plays surveyor for is left alone. One whose cover is not the reporter's waits after the call: a person would
 * look it up, and going on would tell that it exists. Giving the case to a surveyor is the queue's business.
 */
const due = `
  select c.id, c.status from claims c
  where ${isDue} and c.status <> 'reported' and (c.status = 'dispatched' or ${coveredBySubject('c.subject')})
  order by c.moved_at limit 100`;

/** Taken again under a lock, because other processes found the same claim. */
const still = `select 1 from claims c where ${isDue} and c.id = $2 and c.status = $3 for update skip locked`;

interface DueRow {
  id: string;
  status: ClaimStatus;
}

const demoLines: AssessmentLine[] = [
  { kind: 'part', side: 'own', label: '前保险杠', quantity: 1, amountFen: 860_00 },
  { kind: 'part', side: 'own', label: '左前大灯', quantity: 1, amountFen: 1_240_00 },
  { kind: 'labour', side: 'own', label: '拆装、喷漆工时', quantity: 1, amountFen: 650_00 },
];

type Work = (deps: CoreDeps, client: PoolClient, claimId: string) => Promise<void>;

async function idsOf(client: PoolClient, statement: string, claimId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(statement, [claimId]);
  return rows.map(({ id }) => id);
}

const receivedPapers = `select id from claim_papers where claim_id = $1 and state = 'received' order by position`;
const readyPayouts = `select id from claim_payouts where claim_id = $1 and state = 'ready' order by id`;

/** Where the insurer's part is more than one step on. Each decides by itself whether the claim moves. */
const ownWork: Partial<Record<ClaimStatus, Work>> = {
  registered: (deps, client, claimId) =>
    proposeAssessment(deps, client, by, { claimId, lines: demoLines, assessorId: null }),
  assessed: async (deps, client, claimId) => {
    for (const paperId of await idsOf(client, receivedPapers, claimId)) {
      const decision = { decision: 'accepted', reason: '看得清，收下了。' } as const;
      await reviewPaper(deps, client, by, { claimId, paperId, ...decision });
    }
    await completePapers(client, by, claimId);
  },
  reviewed: async (deps, client, claimId) => {
    for (const payoutId of await idsOf(client, readyPayouts, claimId))
      await payOut(deps, client, by, { claimId, payoutId });
    await afterPayments(client, by, claimId);
  },
};

/** What goes with reaching a step, as if people had done it. */
const besides: Partial<Record<ClaimStatus, Work>> = {
  contacted: (_deps, client, claimId) => noteContact(client, claimId),
  surveyed: (_deps, client, claimId) => finishDispatch(client, claimId),
  papersListed: (deps, client, claimId) => makePaperList(deps, client, claimId),
};

function moveOne(deps: CoreDeps, row: DueRow, paceSeconds: number): Promise<void> {
  return inTransaction(deps.pool, async (client) => {
    const { rowCount } = await client.query(still, [paceSeconds, row.id, row.status]);
    const next = statusAfter(row.status);
    if (rowCount !== 1 || !next) return;
    const work = ownWork[row.status];
    if (work) return work(deps, client, row.id);
    await besides[next]?.(deps, client, row.id);
    await advance(client, by, { claimId: row.id, from: [row.status], to: next });
  });
}

/** Moves every report whose time has come by one step. Safe with any number of processes: the row's lock decides. */
export async function moveDueClaims(deps: CoreDeps, paceSeconds: number): Promise<number> {
  const { rows } = await deps.pool.query<DueRow>(due, [paceSeconds]);
  for (const row of rows) await moveOne(deps, row, paceSeconds);
  return rows.length;
}
