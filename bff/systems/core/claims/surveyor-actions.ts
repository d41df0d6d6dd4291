import type { PoolClient } from 'pg';
import type { SurveyorAction } from '../../../upstream/core/contract/surveyor';
import type { CoreDeps } from '../core-deps';
import type { ClaimStatus } from '../rules/claim-stages';
import { advance } from './advance';
import { proposeAssessment } from './assessment';
import { finishDispatch, noteContact } from './dispatch';
import { refuse, sendRefusalNotice } from './endings';
import type { By } from './note-event';
import { outOfTurn } from './once';
import { askAgain, makePaperList, reviewPaper } from './papers';
import { afterPayments, payOut } from './payouts';

type Action<Name extends SurveyorAction['action']> = Extract<SurveyorAction, { action: Name }>;

interface Work {
  deps: CoreDeps;
  client: PoolClient;
  by: By;
  claimId: string;
}

async function must(work: Work, from: ClaimStatus[], to: ClaimStatus, otherwise: string): Promise<void> {
  if (!(await advance(work.client, work.by, { claimId: work.claimId, from, to }))) throw outOfTurn(otherwise);
}

/** From now on the demonstration's own pace leaves the case alone. */
async function take({ client, claimId }: Work): Promise<void> {
  await client.query('update claims set taken_at = coalesce(taken_at, now()) where id = $1', [claimId]);
}

const saveSurvey = `
  insert into claim_surveys (claim_id, fault_percent, agreed, police_decided, outside_property, other_has_compulsory,
    estimated_own_fen, estimated_other_fen)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (claim_id) do update set fault_percent = excluded.fault_percent, agreed = excluded.agreed,
    police_decided = excluded.police_decided, outside_property = excluded.outside_property,
    other_has_compulsory = excluded.other_has_compulsory, estimated_own_fen = excluded.estimated_own_fen,
    estimated_other_fen = excluded.estimated_other_fen, at = now()`;

async function survey(work: Work, found: Action<'survey'>): Promise<void> {
  await work.client.query(saveSurvey, [
    work.claimId,
    found.faultPercent,
    found.agreed,
    found.policeDecided,
    found.outsideProperty,
    found.otherHasCompulsory,
    found.estimatedOwnFen,
    found.estimatedOtherFen,
  ]);
  await must(work, ['contacted'], 'surveyed', '看车在打过电话以后，只办一次。');
  await finishDispatch(work.client, work.claimId);
}

async function approve(work: Work): Promise<void> {
  await must(work, ['papersComplete'], 'reviewed', '材料还没有收齐，或者金额还没有谈妥。');
  await afterPayments(work.client, work.by, work.claimId);
}

async function contact(work: Work): Promise<void> {
  await must(work, ['reported', 'dispatched'], 'contacted', '已经联系过了。');
  await noteContact(work.client, work.claimId, work.by.at);
  await work.client.query(
    `update claim_steps set done_at = coalesce(done_at, $2, now()) where claim_id = $1 and code = 'dispatched'`,
    [work.claimId, work.by.at ?? null],
  );
}

async function listPapers(work: Work): Promise<void> {
  await must(work, ['surveyed'], 'papersListed', '材料清单在看过车以后给，只给一次。');
  await makePaperList(work.deps, work.client, work.claimId);
}

/** One action of somebody who works on the case; each decides in its own statement whether it is its turn. */
export async function performAction(work: Work, action: SurveyorAction): Promise<void> {
  const { deps, client, by, claimId } = work;
  await take(work);
  switch (action.action) {
    case 'take':
      return;
    case 'contact':
      return contact(work);
    case 'survey':
      return survey(work, action);
    case 'listPapers':
      return listPapers(work);
    case 'askAgain':
      return askAgain(deps, client, by, { ...action, claimId });
    case 'register':
      return must(work, ['papersListed'], 'registered', '受理在给过材料清单以后，只办一次。');
    case 'reviewPaper':
      return reviewPaper(deps, client, by, { ...action, claimId });
    case 'assess':
      return proposeAssessment(deps, client, by, { claimId, lines: action.lines, assessorId: by.subject });
    case 'approve':
      return approve(work);
    case 'pay':
      return payOut(deps, client, by, { claimId, payoutId: action.payoutId });
    case 'close':
      return must(work, ['paid'], 'closed', '赔款付完了才能结束。');
    case 'refuse':
      return refuse(deps, client, by, { claimId, reasons: action.reasons });
    case 'sendRefusalNotice':
      return sendRefusalNotice(client, by, claimId);
  }
}
