import { inTransaction } from '../../../database/transaction';
import { claimsMember, claimsMemberCar } from '../../demo-people';
import type { CoreClaimReport } from '../../../upstream/core/contract/claims';
import type { SurveyorAction } from '../../../upstream/core/contract/surveyor';
import { agreeAssessment } from '../claims/assessment';
import { dispatchWaiting, escalateLate } from '../claims/dispatch';
import { performAction } from '../claims/surveyor-actions';
import type { CoreDeps } from '../core-deps';
import { escalations } from '../rules/escalation';
import { insertSeed, noteEvents, type ClaimSeed } from './demo-claims';
import { minutesAfter, type DemoDays } from './demo-days';
import { seedPaid } from './demo-paid';

const subject = claimsMember.memberId;
const surveyor = { role: 'surveyor', subject: 'stf_demo_zhaomin' } as const;
const MINUTE_OF_DAY = 1_440;

interface Situation {
  key: string;
  number: string;
  minutesAgo: number;
  report: Partial<CoreClaimReport>;
  plays: SurveyorAction[];
  /** The customer agreed to the amounts, and every paper was accepted. */
  agreed?: boolean;
  after?: SurveyorAction[];
  hotline?: boolean;
}

const survey = (faultPercent: 0 | 30 | 50 | 70 | 100, ownFen: number, otherFen: number): SurveyorAction => ({
  action: 'survey',
  faultPercent,
  agreed: true,
  policeDecided: false,
  outsideProperty: false,
  otherHasCompulsory: true,
  estimatedOwnFen: ownFen,
  estimatedOtherFen: otherFen,
});
const contact: SurveyorAction = { action: 'contact' };
const listed: SurveyorAction[] = [{ action: 'listPapers' }, { action: 'register' }];
const assess: SurveyorAction = {
  action: 'assess',
  lines: [
    { kind: 'part', side: 'own', label: '前保险杠', quantity: 1, amountFen: 1_280_00 },
    { kind: 'part', side: 'own', label: '右前大灯', quantity: 1, amountFen: 1_960_00 },
    { kind: 'labour', side: 'own', label: '拆装和喷漆', quantity: 1, amountFen: 900_00 },
    { kind: 'part', side: 'other', label: '对方后保险杠', quantity: 1, amountFen: 2_150_00 },
    { kind: 'labour', side: 'other', label: '对方拆装和喷漆', quantity: 1, amountFen: 850_00 },
  ],
};
const other = { plate: '鲁A6F208', insurer: '乙示例财险', name: '郑先生', phone: '13900002208' };

const situations: Situation[] = [
  {
    key: 'late',
    number: '6001',
    minutesAgo: 14,
    report: { scenario: 'laneChange', otherParties: [other] },
    plays: [],
  },
  {
    key: 'hotline',
    number: '6002',
    minutesAgo: 55,
    report: { scenario: 'other', plate: '鲁A0K771', description: '开朋友的车，停车时被刮。' },
    plays: [contact],
    hotline: true,
  },
  {
    key: 'injury',
    number: '6003',
    minutesAgo: 200,
    report: {
      scenario: 'junction',
      injured: true,
      casualties: [{ side: 'other', count: 1, hospital: '示例市中心医院' }],
      otherParties: [other],
    },
    plays: [contact],
  },
  {
    key: 'papers',
    number: '6004',
    minutesAgo: 420,
    report: { scenario: 'rearEnd', otherParties: [other] },
    plays: [contact, survey(100, 3_000_00, 4_000_00), ...listed],
  },
  {
    key: 'amounts',
    number: '6005',
    minutesAgo: 700,
    report: { scenario: 'rearEnd', otherParties: [other] },
    plays: [contact, survey(70, 4_000_00, 3_000_00), ...listed, assess],
  },
  {
    key: 'account',
    number: '6006',
    minutesAgo: 900,
    report: { scenario: 'rearEnd', otherParties: [other] },
    plays: [contact, survey(100, 4_000_00, 3_000_00), ...listed, assess],
    agreed: true,
    after: [{ action: 'approve' }],
  },
];

function seedOf({ key, number, minutesAgo, report }: Situation, days: DemoDays): ClaimSeed {
  const reportedAt = minutesAfter(days.now, -minutesAgo);
  const plate = report.plate ?? claimsMemberCar.plate;
  return {
    key: `demo_claim_${key}`,
    reportNo: `DEMO-${number}-7190`,
    plate,
    policyIds: report.plate ? [] : ['pol_demo_liumin_jq', 'pol_demo_liumin_sy'],
    reportedAt,
    status: 'reported',
    open: true,
    report: {
      plate,
      injured: false,
      scenario: 'other',
      occurredAt: minutesAfter(reportedAt, -12).toISOString(),
      place: { address: '济南市历下区文化东路与历山路路口', longitude: 117.0372, latitude: 36.6541 },
      driverName: claimsMember.name,
      contactPhone: claimsMember.phone,
      ...report,
    },
    clocks: [
      ['reported', null, 0],
      ['dispatched', 1, null],
      ['contacted', 10, null],
      ['papersListed', MINUTE_OF_DAY, null],
    ],
  };
}

const MINUTE_MS = 60_000;
/** When the queue gave the case away, and when the call came, in minutes after the report. */
const DISPATCHED_AFTER = 0.7;
const CONTACTED_AFTER = 3.5;
/** How far on the way from the report to now each of the later things happened. */
const happensAt: Partial<Record<SurveyorAction['action'] | 'agree', number>> = {
  survey: 0.2,
  listPapers: 0.3,
  register: 0.4,
  assess: 0.5,
  agree: 0.6,
  approve: 0.7,
};

/** Everything is told at the time it would have taken in life, so that the news, the steps and their clocks agree. */
function timeline({ reportedAt }: ClaimSeed, { now }: DemoDays) {
  const after = (minutes: number) => new Date(reportedAt.getTime() + minutes * MINUTE_MS);
  const wholeMinutes = (now.getTime() - reportedAt.getTime()) / MINUTE_MS;
  return {
    dispatched: after(DISPATCHED_AFTER),
    at: (what: keyof typeof happensAt) => {
      const part = happensAt[what];
      return after(part === undefined ? CONTACTED_AFTER : wholeMinutes * part);
    },
    after,
  };
}

type Timeline = ReturnType<typeof timeline>;

async function play(
  deps: CoreDeps,
  claimId: string,
  { actions, times }: { actions: readonly SurveyorAction[]; times: Timeline },
): Promise<void> {
  for (const action of actions) {
    const by = { ...surveyor, at: times.at(action.action) };
    await inTransaction(deps.pool, (client) => performAction({ deps, client, by, claimId }, action));
  }
  await deps.pool.query('update claim_papers set updated_at = $2 where claim_id = $1', [
    claimId,
    times.at('listPapers'),
  ]);
}

async function agreeAndAccept(deps: CoreDeps, claimId: string, at: Date): Promise<void> {
  const { pool, fields } = deps;
  const papers = await pool.query<{ id: string }>(
    "select id from claim_papers where claim_id = $1 and state <> 'onFile'",
    [claimId],
  );
  for (const { id } of papers.rows) {
    const reason = fields.seal('claim_papers', 'reason_sealed', id, '看得清，收下了。');
    await pool.query(
      `update claim_papers set state = 'accepted', reason_sealed = $2, updated_at = $3 where id = $1`,
      [id, reason, at],
    );
  }
  const { rows } = await pool.query<{ id: string }>('select id from claim_assessments where claim_id = $1', [
    claimId,
  ]);
  const assessmentId = rows[0]?.id ?? '';
  await inTransaction(pool, (client) =>
    agreeAssessment(deps, client, { role: 'member', subject, at }, { claimId, assessmentId }),
  );
}

/** Nobody called: the lead was told at 5 minutes and the supervisor at 10. */
async function seedLate(deps: CoreDeps, times: Timeline): Promise<void> {
  for (const { afterMinutes } of escalations) {
    await escalateLate(deps.pool, new Date(times.after(afterMinutes).getTime() + 1_000));
  }
}

async function seedClosed(deps: CoreDeps, days: DemoDays): Promise<void> {
  const seed = seedOf({ key: 'rate', number: '6007', minutesAgo: 12_960, report: {}, plays: [] }, days);
  const closed: ClaimSeed = { ...seed, status: 'closed', open: false, clocks: closedClocks };
  await insertSeed(deps, closed, subject);
  await noteEvents(deps.pool, closed);
  await seedPaid(deps, closed, {
    lines: [
      { kind: 'part', side: 'own', label: '前保险杠', quantity: 1, amountFen: 1_280_00 },
      { kind: 'labour', side: 'own', label: '拆装和喷漆', quantity: 1, amountFen: 620_00 },
    ],
    account: {
      holderName: claimsMember.name,
      bankName: '示例银行济南分行',
      number: '6200000000000005',
    },
  });
}

const closedClocks: ClaimSeed['clocks'] = [
  ['reported', null, 0],
  ['dispatched', 1, 1],
  ['contacted', 10, 5],
  ['surveyed', null, 48],
  ['papersListed', MINUTE_OF_DAY, 66],
  ['registered', MINUTE_OF_DAY + 66, 180],
  ['assessed', 3 * MINUTE_OF_DAY, 1_700],
  ['papersComplete', null, 2_900],
  ['reviewed', 9 * MINUTE_OF_DAY, 4_300],
  ['paid', 14 * MINUTE_OF_DAY, 5_800],
  ['closed', null, 5_860],
];

async function seedSituation(deps: CoreDeps, situation: Situation, days: DemoDays): Promise<void> {
  const seed = seedOf(situation, days);
  const claimId = seed.key;
  const times = timeline(seed, days);
  const { hotline = false, plays, agreed, after = [] } = situation;
  await insertSeed(deps, seed, hotline ? 'hotline' : subject, hotline ? 'hotline' : 'app');
  const dispatched = { role: 'system', subject: 'dispatch', at: times.dispatched } as const;
  await dispatchWaiting(deps, times.dispatched, dispatched);
  if (plays.length === 0) return seedLate(deps, times);
  await play(deps, claimId, { actions: plays, times });
  if (agreed) await agreeAndAccept(deps, claimId, times.at('agree'));
  await play(deps, claimId, { actions: after, times });
}

/** Claims in the states a person can meet, made by the same use cases that make them in life. */
export async function seedClaimStates(deps: CoreDeps, days: DemoDays): Promise<void> {
  for (const situation of situations) await seedSituation(deps, situation, days);
  await seedClosed(deps, days);
  // What happened in the past was told in the past.
  await deps.pool.query('delete from claim_notices');
}
