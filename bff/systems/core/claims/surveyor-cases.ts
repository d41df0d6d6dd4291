import { notFound } from '../../../http/problem';
import type { SurveyorCase, SurveyorCaseDetail } from '../../../upstream/core/contract/surveyor';
import type { CoreDeps } from '../core-deps';
import type { CoreClaimDetail } from '../../../upstream/core/contract/claims';
import type { ClaimStatus } from '../rules/claim-stages';
import { readAnyClaim } from './read-claim';

const MOST_SHOWN = 60;

const cases = `
  select c.id from claims c left join claim_refusals r on r.claim_id = c.id and r.ended_at is null and r.notice_at is null
  where c.open or r.id is not null order by c.reported_at desc limit ${MOST_SHOWN}`;

export async function surveyorCases(deps: CoreDeps): Promise<SurveyorCase[]> {
  const { rows } = await deps.pool.query<{ id: string }>(cases);
  const found: SurveyorCase[] = [];
  for (const { id } of rows) found.push(caseOf(await readAnyClaim(deps, id), await takenAt(deps, id)));
  return found;
}

async function takenAt({ pool }: CoreDeps, id: string): Promise<boolean> {
  const { rows } = await pool.query<{ taken: boolean }>(
    'select taken_at is not null as taken from claims where id = $1',
    [id],
  );
  return rows[0]?.taken ?? false;
}

function caseOf(claim: CoreClaimDetail, taken: boolean): SurveyorCase {
  return {
    id: claim.id,
    reportNo: claim.reportNo,
    status: claim.status,
    statusName: claim.statusName,
    plate: claim.plate,
    address: claim.address,
    injured: claim.injured,
    reportedAt: claim.reportedAt,
    surveyorName: claim.dispatch.surveyor?.name ?? null,
    dueAt: claim.current?.dueAt ?? null,
    breached: claim.steps.some(({ breached }) => breached),
    taken,
  };
}

const turn: Partial<Record<ClaimStatus, string[]>> = {
  reported: ['contact', 'refuse'],
  dispatched: ['contact', 'refuse'],
  contacted: ['survey', 'refuse'],
  surveyed: ['listPapers', 'refuse'],
  papersListed: ['register', 'askAgain', 'refuse'],
  registered: ['assess', 'askAgain', 'refuse'],
  assessed: ['askAgain', 'refuse'],
  papersComplete: ['approve', 'refuse'],
  reviewed: ['pay'],
  paid: ['close'],
  refused: ['sendRefusalNotice'],
};

/** What may be done now; the statements behind each action have the last word. */
function actionsOf(claim: CoreClaimDetail): string[] {
  const byStatus = turn[claim.status] ?? [];
  const waitsForAnswer = claim.assessment?.state === 'proposed';
  const ready = claim.payouts.some(({ state }) => state === 'ready');
  const received = claim.papers.items.some(({ state }) => state === 'received');
  const noticed = typeof claim.refusal?.noticeAt === 'string';
  return [
    ...byStatus.filter(
      (action) =>
        !(action === 'assess' && waitsForAnswer) &&
        !(action === 'pay' && !ready) &&
        !(action === 'sendRefusalNotice' && noticed),
    ),
    ...(received && claim.open ? ['reviewPaper'] : []),
  ];
}

export async function surveyorCase(deps: CoreDeps, id: string): Promise<SurveyorCaseDetail> {
  const claim = await readAnyClaim(deps, id);
  const { rows } = await deps.pool.query<{
    driver_name_sealed: Buffer;
    contact_phone_sealed: Buffer;
    description_sealed: Buffer | null;
  }>('select driver_name_sealed, contact_phone_sealed, description_sealed from claims where id = $1', [id]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这个案子');
  const open = (column: `${string}_sealed`, sealed: Buffer) => deps.fields.open('claims', column, id, sealed);
  return {
    claim,
    driverName: open('driver_name_sealed', row.driver_name_sealed),
    contactPhone: open('contact_phone_sealed', row.contact_phone_sealed),
    description: row.description_sealed && open('description_sealed', row.description_sealed),
    taken: await takenAt(deps, id),
    actions: actionsOf(claim),
  };
}
