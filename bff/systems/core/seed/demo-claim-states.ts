import { inTransaction } from '../../../database/transaction';
import { claimsMember, claimsMemberCar } from '../../demo-people';
import type { CoreClaimReport } from '../../../upstream/core/contract/claims';
import type { SurveyorAction } from '../../../upstream/core/contract/surveyor';
import { agreeAssessment } from '../claims/assessment';
import { dispatchWaiting, escalateLate } from '../claims/dispatch';
import { performAction } from '../claims/surveyor-actions';
import type { CoreDeps } from '../core-deps';
import { insertSeed, type ClaimSeed } from './demo-claims';
import { minutesAfter, type DemoDays } from './demo-days';

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

async function play(deps: CoreDeps, claimId: string, actions: readonly SurveyorAction[]): Promise<void> {
  for (const action of actions) {
    await inTransaction(deps.pool, (client) =>
      performAction({ deps, client, by: surveyor, claimId }, action),
    );
  }
}

async function agreeAndAccept(deps: CoreDeps, claimId: string): Promise<void> {
  const { pool, fields } = deps;
  const papers = await pool.query<{ id: string }>(
    "select id from claim_papers where claim_id = $1 and state <> 'onFile'",
    [claimId],
  );
  for (const { id } of papers.rows) {
    const reason = fields.seal('claim_papers', 'reason_sealed', id, '看得清，收下了。');
    await pool.query(`update claim_papers set state = 'accepted', reason_sealed = $2 where id = $1`, [
      id,
      reason,
    ]);
  }
  const { rows } = await pool.query<{ id: string }>('select id from claim_assessments where claim_id = $1', [
    claimId,
  ]);
  const assessmentId = rows[0]?.id ?? '';
  await inTransaction(pool, (client) =>
    agreeAssessment(deps, client, { role: 'member', subject }, { claimId, assessmentId }),
  );
}

/** What was played a moment ago is shown as if it had taken the time such things take. */
const spread = `
  update claim_steps t set done_at = c.reported_at + (now() - c.reported_at) * (t.position / 12.0) * 0.9
  from claims c where c.id = t.claim_id and c.id = $1 and t.done_at is not null and t.position > 2`;
const early = `
  update claim_steps t set done_at = c.reported_at + make_interval(secs => 40 + 170 * (t.position - 1))
  from claims c where c.id = t.claim_id and c.id = $1 and t.done_at is not null and t.position in (1, 2)`;

async function seedClosed(deps: CoreDeps, days: DemoDays): Promise<void> {
  const seed = seedOf({ key: 'rate', number: '6007', minutesAgo: 12_960, report: {}, plays: [] }, days);
  await insertSeed(deps, { ...seed, status: 'closed', open: false, clocks: closedClocks }, subject);
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
];

/** Claims in the states a person can meet, made by the same use cases that make them in life. */
export async function seedClaimStates(deps: CoreDeps, days: DemoDays): Promise<void> {
  for (const situation of situations) {
    const seed = seedOf(situation, days);
    const claimId = seed.key;
    await insertSeed(
      deps,
      seed,
      situation.hotline ? 'hotline' : subject,
      situation.hotline ? 'hotline' : 'app',
    );
    if (situation.plays.length === 0) {
      await escalateLate(deps.pool, days.now);
      continue;
    }
    await dispatchWaiting(deps, days.now);
    await play(deps, claimId, situation.plays);
    if (situation.agreed) await agreeAndAccept(deps, claimId);
    await play(deps, claimId, situation.after ?? []);
    await deps.pool.query(spread, [claimId]);
    await deps.pool.query(early, [claimId]);
  }
  await seedClosed(deps, days);
  // What happened in the past was told in the past.
  await deps.pool.query('delete from claim_notices');
}
