import { notFound } from '../../../http/problem';
import type { SurveyorCase, SurveyorCaseDetail } from '../../../upstream/core/contract/surveyor';
import type { CoreDeps } from '../core-deps';
import type { CoreClaimDetail } from '../../../upstream/core/contract/claims';
import type { ClaimStatus } from '../rules/claim-stages';
import { isLate, toClaimSummary } from './claim-rows';
import { claimColumns, loadSteps, toClaim, type ClaimRow } from './claim-store';
import { loadWaits, noWaits } from './load-waits';
import { readAnyClaim } from './read-claim';

const MOST_SHOWN = 60;

const cases = `
  select ${claimColumns.replaceAll('$1', 'c.subject')}, c.taken_at is not null as taken, s.id as surveyor_id,
    s.name_sealed as surveyor_name_sealed,
    exists (select 1 from claim_paper_requests q where q.claim_id = c.id) as asked_again
  from claims c
    left join claim_refusals r on r.claim_id = c.id and r.ended_at is null and r.notice_at is null
    left join claim_dispatches d on d.claim_id = c.id
    left join staff s on s.id = d.surveyor_id
  where c.open or r.id is not null order by c.reported_at desc limit ${MOST_SHOWN}`;

interface CaseRow extends ClaimRow {
  taken: boolean;
  surveyor_id: string | null;
  surveyor_name_sealed: Buffer;
  asked_again: boolean;
}

/** Everything a surveyor may have to do with, in three statements however many cases there are. */
export async function surveyorCases(deps: CoreDeps): Promise<SurveyorCase[]> {
  const { rows } = await deps.pool.query<CaseRow>(cases);
  const ids = rows.map(({ id }) => id);
  const steps = await loadSteps(deps.pool, deps.fields, ids);
  const waits = await loadWaits(deps.pool, ids);
  return rows.map((row) => {
    const loaded = {
      steps: steps.get(row.id) ?? [],
      waits: waits.get(row.id) ?? noWaits,
      askedAgain: row.asked_again,
    };
    return caseOf(deps, row, loaded);
  });
}

async function takenAt({ pool }: CoreDeps, id: string): Promise<boolean> {
  const { rows } = await pool.query<{ taken: boolean }>(
    'select taken_at is not null as taken from claims where id = $1',
    [id],
  );
  return rows[0]?.taken ?? false;
}

function caseOf(deps: CoreDeps, row: CaseRow, loaded: Parameters<typeof toClaimSummary>[1]): SurveyorCase {
  const claim = toClaim(row, deps.fields);
  const summary = toClaimSummary(claim, loaded, row.as_of, deps);
  return {
    id: summary.id,
    reportNo: summary.reportNo,
    status: summary.status,
    statusName: summary.statusName,
    plate: summary.plate,
    address: summary.address,
    injured: summary.injured,
    reportedAt: summary.reportedAt,
    surveyorName:
      row.surveyor_id && deps.fields.open('staff', 'name_sealed', row.surveyor_id, row.surveyor_name_sealed),
    dueAt: summary.current?.dueAt ?? null,
    breached: isLate(claim, loaded, row.as_of, deps),
    taken: row.taken,
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
