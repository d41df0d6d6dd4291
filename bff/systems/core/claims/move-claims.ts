import type { PoolClient } from 'pg';
import { inTransaction } from '../../../database/transaction';
import type { AssessmentLine } from '../../../upstream/core/contract/claim-parts';
import type { CoreDeps } from '../core-deps';
import { statusAfter, type ClaimStatus } from '../rules/claim-stages';
import { advance } from './advance';
import { agreeAssessment, proposeAssessment } from './assessment';
import { coveredBySubject } from './claim-store';
import { finishDispatch, noteContact } from './dispatch';
import { noteEvent } from './note-event';
import { makePaperList } from './papers';

const by = { role: 'system', subject: 'demo-pace' } as const;
/** Where it is the customer's turn, the demonstration waits longer before it goes on by itself. */
const PATIENCE = 3;

/**
 * Demonstration only: reports move from step to step at a fixed pace, so that a visitor sees the whole way. A report
 * somebody plays surveyor for is left alone. One whose cover is not the reporter's waits after the call: a person would
 * look it up, and going on would tell that it exists. Giving the case to a surveyor is the queue's business.
 */
const due = `
  select c.id, c.status, a.id as "assessmentId" from claims c
    left join claim_assessments a on a.claim_id = c.id and a.state = 'proposed'
  where c.open and c.moves_by_itself and c.taken_at is null and c.status <> 'reported'
    and c.moved_at <= now() - make_interval(secs => case when a.id is null then $1 else $1 * ${PATIENCE} end)
    and (c.status = 'dispatched' or ${coveredBySubject('c.subject')})
  order by c.moved_at limit 100`;

/** Taken again under a lock, because other processes found the same claim. */
const still = `
  select 1 from claims c where c.id = $1 and c.status = $2 and c.open and c.moves_by_itself and c.taken_at is null
    and c.moved_at <= now() - make_interval(secs => $3) for update skip locked`;

interface DueRow {
  id: string;
  status: ClaimStatus;
  assessmentId: string | null;
}

const demoLines: AssessmentLine[] = [
  { kind: 'part', side: 'own', label: '前保险杠', quantity: 1, amountFen: 860_00 },
  { kind: 'part', side: 'own', label: '左前大灯', quantity: 1, amountFen: 1_240_00 },
  { kind: 'labour', side: 'own', label: '拆装、喷漆工时', quantity: 1, amountFen: 650_00 },
];

async function assess(deps: CoreDeps, client: PoolClient, row: DueRow): Promise<void> {
  if (row.assessmentId === null) {
    await proposeAssessment(deps, client, by, { claimId: row.id, lines: demoLines, assessorId: null });
    await client.query('update claims set moved_at = now() where id = $1', [row.id]);
    return;
  }
  await noteEvent(client, by, { claimId: row.id, kind: 'playedForYou', detail: row.assessmentId });
  await agreeAssessment(deps, client, by, { claimId: row.id, assessmentId: row.assessmentId });
}

/** What goes with reaching a step, as if people had done it. */
const besides: Partial<
  Record<ClaimStatus, (deps: CoreDeps, client: PoolClient, claimId: string) => Promise<void>>
> = {
  contacted: (_deps, client, claimId) => noteContact(client, claimId),
  surveyed: (_deps, client, claimId) => finishDispatch(client, claimId),
  papersListed: (deps, client, claimId) => makePaperList(deps, client, claimId),
  papersComplete: async (deps, client, claimId) => {
    const rows = await client.query<{ id: string }>(
      `select id from claim_papers where claim_id = $1 and state not in ('onFile', 'accepted')`,
      [claimId],
    );
    for (const { id } of rows.rows) {
      const reason = deps.fields.seal('claim_papers', 'reason_sealed', id, '演示：视为已交齐。');
      await client.query(
        `update claim_papers set state = 'accepted', reason_sealed = $2, updated_at = now() where id = $1`,
        [id, reason],
      );
    }
  },
  paid: async (_deps, client, claimId) => {
    await client.query(
      `update claim_payouts set state = 'paid', paid_at = now(), receipt_no = 'DEMO-FK-' || id where claim_id = $1 and state <> 'paid'`,
      [claimId],
    );
  },
};

function moveOne(deps: CoreDeps, row: DueRow, paceSeconds: number): Promise<void> {
  return inTransaction(deps.pool, async (client) => {
    const seconds = row.assessmentId === null ? paceSeconds : paceSeconds * PATIENCE;
    const { rowCount } = await client.query(still, [row.id, row.status, seconds]);
    const next = statusAfter(row.status);
    if (rowCount !== 1 || !next) return;
    if (row.status === 'registered') return assess(deps, client, row);
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
