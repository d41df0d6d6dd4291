import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { notFound } from '../../../http/problem';
import type { AssessmentLine } from '../../../upstream/core/contract/claim-parts';
import type { CoreDeps } from '../core-deps';
import { dueAfter } from '../rules/claim-clocks';
import { settle, type Settlement } from '../rules/settlement';
import { advance, completePapers } from './advance';
import { factsOf } from './known-facts';
import { noteEvent, type By } from './note-event';
import { outOfTurn } from './once';
import { nowOf } from './papers';

/** A new round only while the claim is being assessed and no other round stands; the unique key has the last word. */
const insert = `
  insert into claim_assessments
    (id, claim_id, round, state, assessor_id, fault_percent, content_sealed, total_fen, payable_fen, proposed_at)
  select $1, c.id, 1 + (select count(*) from claim_assessments a where a.claim_id = c.id), 'proposed', $3, $4, $5, $6, $7,
    coalesce($8, now())
  from claims c where c.id = $2 and c.status = 'registered' and c.open
  on conflict (claim_id) where state <> 'objected' do nothing`;

/** Lines in, shares out: who bears what is computed, never typed. Nothing counts before the customer agreed. */
export async function proposeAssessment(
  deps: CoreDeps,
  client: PoolClient,
  by: By,
  { claimId, lines, assessorId }: { claimId: string; lines: AssessmentLine[]; assessorId: string | null },
): Promise<void> {
  const facts = await factsOf(deps, client, claimId);
  const faultPercent = facts.survey?.faultPercent ?? 100;
  const settlement = settle(lines, { ...facts, faultPercent });
  const id = uuidv7();
  const content = deps.fields.seal(
    'claim_assessments',
    'content_sealed',
    id,
    JSON.stringify({ lines, settlement }),
  );
  const payableFen = settlement.ownDamageFen + settlement.liabilityFen;
  const values = [
    id,
    claimId,
    assessorId,
    faultPercent,
    content,
    settlement.totalFen,
    payableFen,
    by.at ?? null,
  ];
  const { rowCount } = await client.query(insert, values);
  if (rowCount !== 1) throw outOfTurn('现在不能出金额：还没受理，或者已经有一份在等客户确认。');
  await noteEvent(client, by, { claimId, kind: 'assessmentProposed', detail: id });
}

interface Answered {
  content_sealed: Buffer;
}

const answer = `
  update claim_assessments set state = $3, answered_at = coalesce($5, now()), objection_sealed = $4
  where id = $1 and claim_id = $2 and state = 'proposed' returning content_sealed`;

async function settleAnswer(
  client: PoolClient,
  by: By,
  target: Target,
  { state, objection = null }: { state: 'agreed' | 'objected'; objection?: Buffer | null },
): Promise<Answered> {
  const { rows } = await client.query<Answered>(answer, [
    target.assessmentId,
    target.claimId,
    state,
    objection,
    by.at ?? null,
  ]);
  const row = rows[0];
  if (row) return row;
  const { rowCount } = await client.query('select 1 from claim_assessments where id = $1 and claim_id = $2', [
    target.assessmentId,
    target.claimId,
  ]);
  if (rowCount === 0) throw notFound('没有找到这份金额');
  throw outOfTurn('这份金额已经答复过了，请看最新的一份。');
}

interface Target {
  claimId: string;
  assessmentId: string;
}

/** After a reopening what was paid already is not paid again. */
const addPayout = `
  insert into claim_payouts (id, claim_id, assessment_id, purpose, amount_fen, state)
  select $1, $2, $3, $4, $5::bigint - paid.fen, 'accountWanted'
  from (select coalesce(sum(amount_fen), 0)::bigint as fen from claim_payouts where claim_id = $2 and purpose = $4 and state = 'paid') paid
  where $5::bigint > paid.fen`;

/** The customer agrees: the sums are fixed, one for each side, and the accounts can be named. */
export async function agreeAssessment(
  deps: CoreDeps,
  client: PoolClient,
  by: By,
  target: Target,
): Promise<void> {
  const { content_sealed: sealed } = await settleAnswer(client, by, target, { state: 'agreed' });
  const content = deps.fields.open('claim_assessments', 'content_sealed', target.assessmentId, sealed);
  const { settlement } = JSON.parse(content) as { settlement: Settlement };
  const sums = [
    ['ownDamage', settlement.ownDamageFen],
    ['thirdPartyLiability', settlement.liabilityFen],
  ] as const;
  for (const [purpose, amountFen] of sums) {
    await client.query(addPayout, [uuidv7(), target.claimId, target.assessmentId, purpose, amountFen]);
  }
  const moved = await advance(client, by, { claimId: target.claimId, from: ['registered'], to: 'assessed' });
  if (!moved) throw outOfTurn('这个案子现在不在等您确认金额。');
  await completePapers(client, by, target.claimId);
}

/** The customer objects, with a reason: a new round, and a new clock. */
export async function objectAssessment(
  deps: CoreDeps,
  client: PoolClient,
  by: By,
  target: Target & { reason: string },
): Promise<void> {
  const sealed = deps.fields.seal(
    'claim_assessments',
    'objection_sealed',
    target.assessmentId,
    target.reason,
  );
  await settleAnswer(client, by, target, { state: 'objected', objection: sealed });
  const dueAt = dueAfter('reassessed', await nowOf(client));
  await client.query(
    `update claim_steps set due_at = $2 where claim_id = $1 and code = 'assessed' and done_at is null`,
    [target.claimId, dueAt],
  );
  await noteEvent(client, by, {
    claimId: target.claimId,
    kind: 'assessmentObjected',
    detail: target.assessmentId,
  });
}
