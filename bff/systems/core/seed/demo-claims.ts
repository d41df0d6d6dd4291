import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { CoreClaimReport } from '../../../upstream/core/contract/claims';
import { verifiedMember, verifiedMemberCars } from '../../demo-people';
import { assignSteps } from '../claims/assign-steps';
import type { Claim, Step } from '../claims/claim-record';
import { freshParts, toClaimDetail } from '../claims/claim-rows';
import { insertClaim } from '../claims/insert-claim';
import type { CoreDeps } from '../core-deps';
import type { ClaimStatus } from '../rules/claim-stages';
import { minutesAfter, type DemoDays } from './demo-days';
import { seedPaid } from './demo-paid';

const HOUR = 60;
const DAY = 24 * HOUR;

export interface ClaimSeed {
  key: string;
  reportNo: string;
  report: CoreClaimReport;
  plate: string;
  policyIds: string[];
  reportedAt: Date;
  status: ClaimStatus;
  open: boolean;
  /** Minutes after the report: when a stage was due and when it was reached. */
  clocks: [ClaimStatus, due: number | null, done: number | null][];
}

const place = (address: string, longitude: number, latitude: number) => ({ address, longitude, latitude });

/** Arranging a surveyor took two minutes too long here; the apology stays on the timeline. */
function openClaim(days: DemoDays): ClaimSeed {
  const reportedAt = minutesAfter(days.now, -38);
  return {
    key: 'demo_claim_open',
    reportNo: 'DEMO-3081-5274',
    plate: verifiedMemberCars.electric.plate,
    policyIds: ['pol_demo_electric_jq', 'pol_demo_electric_sy'],
    reportedAt,
    status: 'contacted',
    open: true,
    report: {
      plate: verifiedMemberCars.electric.plate,
      scenario: 'rearEnd',
      injured: false,
      occurredAt: minutesAfter(reportedAt, -9).toISOString(),
      place: place('济南市历下区经十路与舜耕路路口', 117.0209, 36.6478),
      driverName: verifiedMember.name,
      contactPhone: verifiedMember.phone,
      description: '等红灯时追尾前车，我的车头和对方车尾受损，没有人受伤。',
      otherParties: [{ plate: '鲁A8M306', insurer: '示例财险' }],
    },
    clocks: [
      ['reported', null, 0],
      ['dispatched', 1, 3],
      ['contacted', 10, 8],
      ['papersListed', DAY, null],
    ],
  };
}

function closedClaim(days: DemoDays): ClaimSeed {
  const reportedAt = minutesAfter(days.day(-118), 18 * HOUR + 42);
  return {
    key: 'demo_claim_closed',
    reportNo: 'DEMO-2164-9038',
    plate: verifiedMemberCars.fuel.plate,
    policyIds: ['pol_demo_fuel_jq', 'pol_demo_fuel_sy'],
    reportedAt,
    status: 'closed',
    open: false,
    report: {
      plate: verifiedMemberCars.fuel.plate,
      scenario: 'singleCar',
      injured: false,
      occurredAt: minutesAfter(reportedAt, -25).toISOString(),
      place: place('济南市历下区解放东路小区地下车库', 117.0936, 36.6661),
      driverName: verifiedMember.name,
      contactPhone: verifiedMember.phone,
      description: '倒车时刮到立柱，右后门和翼子板受损。',
    },
    clocks: [
      ['reported', null, 0],
      ['dispatched', 1, 1],
      ['contacted', 10, 6],
      ['surveyed', null, 52],
      ['papersListed', DAY, 70],
      ['registered', DAY + 70, 4 * HOUR],
      ['assessed', 3 * DAY + 4 * HOUR, DAY + 15 * HOUR],
      ['papersComplete', null, 3 * DAY + 2 * HOUR],
      ['reviewed', 8 * DAY + 2 * HOUR, 4 * DAY + 19 * HOUR],
      ['paid', 14 * DAY + 19 * HOUR, 5 * DAY + 16 * HOUR],
      ['closed', null, 5 * DAY + 17 * HOUR],
    ],
  };
}

function withClocks(steps: Step[], seed: ClaimSeed): Step[] {
  const clocks = new Map(seed.clocks.map(([code, due, done]) => [code, { due, done }]));
  const at = (minutes: number | null | undefined) =>
    minutes === null || minutes === undefined ? null : minutesAfter(seed.reportedAt, minutes);
  return steps.map((step) => {
    const clock = clocks.get(step.code);
    return { ...step, dueAt: at(clock?.due), doneAt: at(clock?.done) };
  });
}

export async function noteEvents(pool: Pool, seed: ClaimSeed): Promise<void> {
  for (const [code, , done] of seed.clocks) {
    if (code === 'reported' || done === null) continue;
    await pool.query(
      `insert into claim_events (id, claim_id, at, kind, detail, actor_role, actor_subject)
       values ($1, $2, $3, 'status', $4, 'system', 'demo-seed')`,
      [`${seed.key}_${code}`, seed.key, minutesAfter(seed.reportedAt, done), code],
    );
  }
}

export async function seedClaims(deps: CoreDeps, days: DemoDays): Promise<void> {
  const closed = closedClaim(days);
  for (const seed of [closed, openClaim(days)]) {
    await insertSeed(deps, seed, verifiedMember.memberId);
    await noteEvents(deps.pool, seed);
  }
  await seedPaid(deps, closed, {
    lines: [
      { kind: 'part', side: 'own', label: '右后门外板', quantity: 1, amountFen: 1_460_00 },
      { kind: 'labour', side: 'own', label: '翼子板钣金和喷漆', quantity: 1, amountFen: 980_00 },
    ],
    account: {
      holderName: verifiedMember.name,
      bankName: '示例银行济南分行',
      number: '6200000000000005',
    },
  });
}

/** A report as it came in, with the clocks it is to be shown with. */
export async function insertSeed(
  deps: CoreDeps,
  seed: ClaimSeed,
  subject: string,
  source: 'app' | 'hotline' = 'app',
): Promise<void> {
  const { report, reportedAt } = seed;
  const claim: Claim = {
    ...seed,
    id: seed.key,
    scenario: report.scenario,
    injured: report.injured,
    occurredAt: new Date(report.occurredAt),
    address: report.place.address,
    verified: true,
  };
  const branchId = 'br_sd_jinan_lixia';
  const asReported: Claim = { ...claim, status: 'reported', open: true };
  const { steps, supervisor } = await assignSteps(deps, { branchId, injured: report.injured, reportedAt });
  const parts = freshParts(report, source);
  await insertClaim(deps, {
    claim,
    steps: withClocks(steps, seed),
    policyIds: seed.policyIds,
    branchId,
    report,
    subject,
    requestId: seed.key,
    requestHash: createHash('sha256').update(seed.key).digest(),
    receipt: toClaimDetail(asReported, { steps, photos: [], parts }, reportedAt, deps),
    movesByItself: false,
    source,
    supervisorId: supervisor?.id ?? null,
    dispatchAt: reportedAt,
  });
}
