import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { notFound, Problem } from '../../../http/problem';
import type { PaperKind } from '../../../upstream/core/contract/claim-parts';
import type { CoreDeps } from '../core-deps';
import { dueAfter } from '../rules/claim-clocks';
import { paperList, paperOfShot, paperWords } from '../rules/paper-list';
import { completePapers } from './advance';
import type { Db } from './db';
import { factsOf } from './known-facts';
import { noteEvent, type By } from './note-event';
import { outOfTurn } from './once';

const add = `
  insert into claim_papers (id, claim_id, kind, position, round, request_id, state)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (claim_id, kind) do nothing`;

const photosOfKind = `
  insert into claim_paper_photos (paper_id, photo_id)
  select $1, photo_id from claim_photos where claim_id = $2 and shot = $3 and removed_at is null`;

/** The list is made once per claim, all together, from what is known; what is here already stands on it as such. */
export async function makePaperList(deps: CoreDeps, client: PoolClient, claimId: string): Promise<void> {
  const facts = await factsOf(deps, client, claimId);
  const { rows } = await client.query<{ shot: string }>(
    'select distinct shot from claim_photos where claim_id = $1 and removed_at is null',
    [claimId],
  );
  const shots = rows.map(({ shot }) => shot).filter((shot) => Object.hasOwn(paperOfShot, shot));
  const list = paperList({ ...facts, photographed: new Set(shots.map((shot) => paperOfShot[shot] ?? '')) });
  for (const [position, { kind, state }] of list.entries()) {
    const id = uuidv7();
    await client.query(add, [id, claimId, kind, position, 1, null, state]);
    if (state === 'received') await client.query(photosOfKind, [id, claimId, kind]);
  }
}

/**
 * The claim's row first: whoever counts without waiting for it counts what is being added as not there. Each request holds
 * the row's key already (its own row refers to it), so a stronger lock would make two of them wait for each other.
 */
const lockOpenList = `
  select supervisor_id from claims
  where id = $1 and open and status in ('papersListed', 'registered', 'assessed') for no key update`;
const countList = `
  select (select coalesce(max(round), 1) + 1 from claim_paper_requests where claim_id = $1) as round,
    (select count(*) from claim_papers where claim_id = $1) as listed`;

async function lockList(client: PoolClient, claimId: string) {
  const locked = await client.query<{ supervisor_id: string | null }>(lockOpenList, [claimId]);
  const { rows } = await client.query<{ round: number; listed: number }>(countList, [claimId]);
  const [claim] = locked.rows;
  const [list] = rows;
  if (!claim || !list || list.listed === 0) {
    throw outOfTurn('还没有给过清单，先一次说全；材料收齐以后也不能再要。');
  }
  return { ...claim, ...list };
}

/**
 * Asks for more after the list was given. That breaks the promise of the law and of ours, so it is never done without a
 * supervisor's reason, is recorded and shown, and what is on file or on the list cannot be asked for at all.
 */
export async function askAgain(
  deps: CoreDeps,
  client: PoolClient,
  by: By,
  request: { claimId: string; kinds: readonly PaperKind[]; supervisorReason?: string | undefined },
): Promise<void> {
  const { claimId, kinds, supervisorReason } = request;
  if (!supervisorReason) {
    throw new Problem(422, 'SUPERVISOR_REASON_REQUIRED', '材料只能要一次。再要，必须由主管写明原因。');
  }
  const row = await lockList(client, claimId);
  const requestId = uuidv7();
  await client.query(
    'insert into claim_paper_requests (id, claim_id, round, allowed_by, reason_sealed) values ($1, $2, $3, $4, $5)',
    [
      requestId,
      claimId,
      row.round,
      row.supervisor_id,
      deps.fields.seal('claim_paper_requests', 'reason_sealed', requestId, supervisorReason),
    ],
  );
  for (const [index, kind] of kinds.entries()) {
    const values = [uuidv7(), claimId, kind, row.listed + index, row.round, requestId, 'wanted'];
    const { rowCount } = await client.query(add, values);
    if (rowCount !== 1) {
      throw new Problem(
        409,
        'PAPER_ALREADY_ON_LIST',
        `${paperWords[kind].name}已经在清单上或者我们手里，不能再要。`,
      );
    }
  }
  await noteEvent(client, by, { claimId, kind: 'papersAskedAgain', detail: String(row.round) });
}

const receive = `
  update claim_papers set state = 'received', reason_sealed = null, review_due_at = $3, updated_at = now()
  where id = $1 and claim_id = $2 and state in ('wanted', 'rejected')`;

/** The member hands a paper in. What was accepted, or waits to be read, cannot be handed in again by mistake. */
export async function submitPaper(
  client: PoolClient,
  by: By,
  paper: { claimId: string; paperId: string; photoIds: readonly string[] },
): Promise<void> {
  const { claimId, paperId, photoIds } = paper;
  const now = await nowOf(client);
  const { rowCount } = await client.query(receive, [paperId, claimId, dueAfter('paperReviewed', now)]);
  if (rowCount !== 1) {
    const { rows } = await client.query('select 1 from claim_papers where id = $1 and claim_id = $2', [
      paperId,
      claimId,
    ]);
    if (rows.length === 0) throw notFound('清单里没有这份材料');
    throw new Problem(409, 'PAPER_NOT_WANTED', '这份材料已经收到了，不用再交。');
  }
  await client.query('delete from claim_paper_photos where paper_id = $1', [paperId]);
  await client.query(
    'insert into claim_paper_photos (paper_id, photo_id) select $1, * from unnest($2::text[]) on conflict do nothing',
    [paperId, photoIds],
  );
  await noteEvent(client, by, { claimId, kind: 'paperReceived', detail: paperId });
}

const review = `
  update claim_papers set state = $3, reason_sealed = $4, updated_at = now()
  where id = $1 and claim_id = $2 and state = 'received'`;

/** Accepted or sent back, each with a reason the customer reads. The last one accepted completes the papers. */
export async function reviewPaper(
  deps: CoreDeps,
  client: PoolClient,
  by: By,
  decision: { claimId: string; paperId: string; decision: 'accepted' | 'rejected'; reason: string },
): Promise<void> {
  const { claimId, paperId, reason } = decision;
  const sealed = deps.fields.seal('claim_papers', 'reason_sealed', paperId, reason);
  const { rowCount } = await client.query(review, [paperId, claimId, decision.decision, sealed]);
  if (rowCount !== 1) throw outOfTurn('这份材料现在没有在等审核。');
  const kind = decision.decision === 'accepted' ? 'paperAccepted' : 'paperRejected';
  await noteEvent(client, by, { claimId, kind, detail: paperId });
  await completePapers(client, by, claimId);
}

export async function nowOf(db: Db): Promise<Date> {
  const { rows } = await db.query<{ now: Date }>("select date_trunc('milliseconds', now()) as now");
  return rows[0]?.now ?? new Date();
}
