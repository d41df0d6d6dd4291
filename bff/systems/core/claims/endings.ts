import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { Problem } from '../../../http/problem';
import type { CoreDeps } from '../core-deps';
import { dueAfter } from '../rules/claim-clocks';
import type { ClaimStatus } from '../rules/claim-stages';
import { finishDispatch } from './dispatch';
import { noteEvent, type By } from './note-event';
import { outOfTurn } from './once';
import { nowOf } from './papers';

type Fields = Pick<CoreDeps, 'fields'>;

/** Ends a claim from any open status in which nothing was paid; the one statement decides. */
const end = `
  with before as (select id, status from claims where id = $1 for no key update)
  update claims c set status = $2, open = false, moved_at = now() from before
  where c.id = before.id and c.open and c.status not in ('paid', 'closed')
    and not exists (select 1 from claim_payouts o where o.claim_id = c.id and o.state = 'paid')
  returning before.status as before`;

async function endClaim(client: PoolClient, claimId: string, status: ClaimStatus): Promise<ClaimStatus> {
  const { rows } = await client.query<{ before: ClaimStatus }>(end, [claimId, status]);
  const before = rows[0]?.before;
  if (!before) throw outOfTurn('这个案子已经结束，或者已经有赔款付出去了。');
  return before;
}

/** The person takes the report back. It can be undone for 24 hours, with everything as it was. */
export async function withdraw(
  { fields }: Fields,
  client: PoolClient,
  by: By,
  { claimId, reason }: { claimId: string; reason: string },
): Promise<void> {
  const before = await endClaim(client, claimId, 'withdrawn');
  const id = uuidv7();
  await client.query(
    'insert into claim_withdrawals (id, claim_id, undo_until, status_before, reason_sealed) values ($1, $2, $3, $4, $5)',
    [
      id,
      claimId,
      dueAfter('withdrawalFinal', await nowOf(client)),
      before,
      fields.seal('claim_withdrawals', 'reason_sealed', id, reason),
    ],
  );
  await noteEvent(client, by, { claimId, kind: 'withdrawn', detail: before });
}

/**
 * The clock at hand decides, not the one at the transaction's start: a case whose seat was freed stays withdrawn. Promises
 * that had not run out go on where they stood: the time in between was not ours to use.
 */
const undo = `
  with undone as (
    update claim_withdrawals set undone_at = now()
    where claim_id = $1 and undone_at is null and undo_until > clock_timestamp() returning at, status_before
  ),
  resumed as (
    update claim_steps t set due_at = t.due_at + (now() - undone.at) from undone
    where t.claim_id = $1 and t.done_at is null and t.due_at > undone.at
  ),
  waiting as (
    update claim_dispatches d set reported_at = d.reported_at + (now() - undone.at) from undone
    where d.claim_id = $1 and d.contacted_at is null
  ),
  reading as (
    update claim_papers p set review_due_at = p.review_due_at + (now() - undone.at) from undone
    where p.claim_id = $1 and p.state = 'received' and p.review_due_at > undone.at
  )
  update claims c set status = undone.status_before, open = true, moved_at = now() from undone
  where c.id = $1 and c.status = 'withdrawn'`;

export async function undoWithdrawal(client: PoolClient, by: By, claimId: string): Promise<void> {
  const { rowCount } = await client.query(undo, [claimId]);
  if (rowCount !== 1) {
    throw new Problem(409, 'WITHDRAWAL_FINAL', '已经过了 24 小时，或者没有撤回过。两年之内可以重新报案。');
  }
  await noteEvent(client, by, { claimId, kind: 'withdrawalUndone', detail: '' });
}

/** A refusal, with reasons from the first moment; the notice in writing has a clock of its own (保险法 24). */
export async function refuse(
  { fields }: Fields,
  client: PoolClient,
  by: By,
  { claimId, reasons }: { claimId: string; reasons: string[] },
): Promise<void> {
  await endClaim(client, claimId, 'refused');
  await finishDispatch(client, claimId);
  const id = uuidv7();
  await client.query(
    'insert into claim_refusals (id, claim_id, notice_due_at, reasons_sealed) values ($1, $2, $3, $4)',
    [
      id,
      claimId,
      dueAfter('refusalNotice', await nowOf(client)),
      fields.seal('claim_refusals', 'reasons_sealed', id, JSON.stringify(reasons)),
    ],
  );
  await noteEvent(client, by, { claimId, kind: 'refused', detail: id });
}

export async function sendRefusalNotice(client: PoolClient, by: By, claimId: string): Promise<void> {
  const { rowCount } = await client.query(
    'update claim_refusals set notice_at = now() where claim_id = $1 and ended_at is null and notice_at is null',
    [claimId],
  );
  if (rowCount !== 1) throw outOfTurn('没有要发的不赔通知。');
  await noteEvent(client, by, { claimId, kind: 'refusalNoticeSent', detail: '' });
}

/** Within the 2 years of 保险法 26. A refused claim goes back to assessment, a closed one too: somebody else looks again. */
const reopen = `
  update claims set status = 'registered', open = true, moved_at = now(), moves_by_itself = false
  where id = $1 and status in ('closed', 'refused') and occurred_at > now() - interval '2 years'`;
const reopenSteps = `
  update claim_steps set done_at = null, due_at = case when code = 'assessed' then $2::timestamptz end
  where claim_id = $1 and position >= (select position from claim_steps s where s.claim_id = $1 and s.code = 'assessed')`;
/** What lay there unread when the claim ended is read from now on. */
const rereadPapers = "update claim_papers set review_due_at = $2 where claim_id = $1 and state = 'received'";

export async function reopenClaim(
  { fields }: Fields,
  client: PoolClient,
  by: By,
  { claimId, reason }: { claimId: string; reason: string },
): Promise<void> {
  const { rowCount } = await client.query(reopen, [claimId]);
  if (rowCount !== 1) throw outOfTurn('只有办完或者不赔的案子、两年之内的，可以要求再看一次。');
  const id = uuidv7();
  await client.query('insert into claim_reopenings (id, claim_id, reason_sealed) values ($1, $2, $3)', [
    id,
    claimId,
    fields.seal('claim_reopenings', 'reason_sealed', id, reason),
  ]);
  const now = await nowOf(client);
  await client.query(reopenSteps, [claimId, dueAfter('reopenAnswered', now)]);
  await client.query(rereadPapers, [claimId, dueAfter('paperReviewed', now)]);
  await client.query('update claim_refusals set ended_at = now() where claim_id = $1 and ended_at is null', [
    claimId,
  ]);
  await client.query(
    "update claim_assessments set state = 'objected' where claim_id = $1 and state <> 'objected'",
    [claimId],
  );
  await client.query("delete from claim_payouts where claim_id = $1 and state <> 'paid'", [claimId]);
  await noteEvent(client, by, { claimId, kind: 'reopened', detail: id });
}

const rate = `
  insert into claim_ratings (claim_id, score, comment_sealed)
  select id, $2, $3 from claims where id = $1 and status = 'closed' on conflict (claim_id) do nothing`;

export async function rateClaim(
  { fields }: Fields,
  client: PoolClient,
  by: By,
  { claimId, score, comment }: { claimId: string; score: number; comment?: string | undefined },
): Promise<void> {
  const sealed = comment ? fields.seal('claim_ratings', 'comment_sealed', claimId, comment) : null;
  const { rowCount } = await client.query(rate, [claimId, score, sealed]);
  if (rowCount !== 1) throw outOfTurn('办完以后可以评价一次。');
  await noteEvent(client, by, { claimId, kind: 'rated', detail: String(score) });
}
