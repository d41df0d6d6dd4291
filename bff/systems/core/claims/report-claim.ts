import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import { inputFingerprint } from '../../../http/fingerprint';
import { invalidInput, notFound, Problem } from '../../../http/problem';
import {
  coreClaimDetail,
  type CoreClaimDetail,
  type CoreClaimReport,
} from '../../../upstream/core/contract/claims';
import type { CoreDeps } from '../core-deps';
import { timeBar } from '../rules/claim-options';
import { assignSteps } from './assign-steps';
import type { Claim } from './claim-record';
import { freshParts, toClaimDetail } from './claim-rows';
import { findCover, type Cover } from './find-cover';
import { insertClaim } from './insert-claim';
import { newReportNumber } from './report-number';

export interface ReportRequest {
  subject: string;
  requestId: string;
  report: CoreClaimReport;
  source: 'app' | 'hotline';
}

export interface ReportAnswer {
  receipt: CoreClaimDetail;
  replayed: boolean;
}

/** Clocks of phones are wrong by minutes; more than this is a typing mistake. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

const kept = 'select id, request_hash, receipt_sealed from claims where subject = $1 and request_id = $2';

interface KeptRow {
  id: string;
  request_hash: Buffer;
  receipt_sealed: Buffer;
}

async function replay(
  { pool, fields }: CoreDeps,
  { subject, requestId }: ReportRequest,
  requestHash: Buffer,
): Promise<ReportAnswer | undefined> {
  const { rows } = await pool.query<KeptRow>(kept, [subject, requestId]);
  const row = rows[0];
  if (!row) return undefined;
  if (!row.request_hash.equals(requestHash)) {
    throw new Problem(
      422,
      'IDEMPOTENCY_KEY_REUSED',
      '这次提交的内容和之前那次不一样。之前的报案已经收到，请先查询进度。',
    );
  }
  const receipt: unknown = JSON.parse(fields.open('claims', 'receipt_sealed', row.id, row.receipt_sealed));
  return { receipt: z.parse(coreClaimDetail, receipt), replayed: true };
}

/** The receipt of a report that has arrived. @throws Problem 404 when none came under this request id */
export async function knownReport(deps: CoreDeps, request: ReportRequest): Promise<ReportAnswer> {
  const known = await replay(deps, request, inputFingerprint(deps.requestKey, request.report));
  if (!known) throw notFound('这个请求编号下没有报案');
  return known;
}

async function databaseNow({ pool }: CoreDeps): Promise<Date> {
  const { rows } = await pool.query<{ now: Date }>("select date_trunc('milliseconds', now()) as now");
  return rows[0]?.now ?? new Date();
}

function refuseFuture(occurredAt: Date, now: Date): void {
  if (occurredAt.getTime() <= now.getTime() + CLOCK_TOLERANCE_MS) return;
  throw invalidInput([
    { path: 'occurredAt', code: 'IN_FUTURE', message: '出险时间在将来，请检查日期和时间' },
  ]);
}

/**
 * 保险法 26: after two years nothing can be claimed. What is told on the telephone is judged by the person who listens:
 * the years count from the day somebody could know of the accident.
 */
function refuseTimeBarred(occurredAt: Date, now: Date): void {
  if (now.getTime() < timeBar(occurredAt).getTime()) return;
  throw invalidInput([
    {
      path: 'occurredAt',
      code: 'TOO_LONG_AGO',
      message: '出险时间已经超过两年，这里不能报案。请检查日期；日期没错的，请打电话说明情况',
    },
  ]);
}

function newClaim(deps: CoreDeps, report: CoreClaimReport, cover: Cover, now: Date): Claim {
  return {
    id: uuidv7(),
    reportNo: newReportNumber(now, deps.demo),
    status: 'reported',
    scenario: report.scenario,
    plate: cover.plate,
    injured: report.injured,
    occurredAt: new Date(report.occurredAt),
    reportedAt: now,
    address: report.place.address,
    open: true,
    verified: cover.verified,
  };
}

/**
 * Takes one accident report. It is never refused for missing, expired or foreign cover: such a report is 待核实 and
 * counts all the same. One report has one report number, usually over two policies.
 *
 * The request id stays on the claim for good, with the receipt that was given: the same request gets the same receipt
 * again, however often and however late. @throws Problem 422 IDEMPOTENCY_KEY_REUSED when its content changed; 404 when
 * `policyId` is not the subject's; 422 INVALID_INPUT for an accident in the future or, in the app, too long ago
 */
export async function reportClaim(deps: CoreDeps, request: ReportRequest): Promise<ReportAnswer> {
  const { report, subject, requestId } = request;
  const requestHash = inputFingerprint(deps.requestKey, report);
  const earlier = await replay(deps, request, requestHash);
  if (earlier) return earlier;
  const now = await databaseNow(deps);
  refuseFuture(new Date(report.occurredAt), now);
  if (request.source === 'app') refuseTimeBarred(new Date(report.occurredAt), now);
  const cover = await findCover(deps, subject, report);
  const claim = newClaim(deps, report, cover, now);
  const { steps, supervisor } = await assignSteps(deps, {
    ...cover,
    injured: report.injured,
    reportedAt: now,
  });
  const receipt = toClaimDetail(
    claim,
    { steps, photos: [], parts: freshParts(report, request.source) },
    now,
    deps,
  );
  const { branchId, policyIds } = cover;
  const inserted = await insertClaim(deps, {
    claim,
    steps,
    policyIds,
    branchId,
    report,
    subject,
    requestId,
    requestHash,
    receipt,
    movesByItself: deps.demo,
    source: request.source,
    supervisorId: supervisor?.id ?? null,
    // A demonstration shows each step for a while, the first one too.
    dispatchAt: deps.demo ? new Date(now.getTime() + deps.paceSeconds * 1_000) : now,
  });
  if (inserted) return { receipt, replayed: false };
  const winner = await replay(deps, request, requestHash);
  if (!winner) throw new Error('a claim with this request id was there and is gone');
  return winner;
}
