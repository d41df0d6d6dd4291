import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { inTransaction } from '../../../database/transaction';
import { notFound } from '../../../http/problem';
import type { VoucherReport, voucherReportRequest } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { restoreUse } from '../counter/restore-use';
import { insertAlarm } from '../jobs/alarms';
import { seal } from '../personal-fields';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { extendVoucher } from './extend-voucher';
import { REPORT_COLUMNS, reportView, type ReportRow } from './report-view';

/** What is made good before anybody looked, so that nobody stands at a second shop without a voucher; more often than this somebody looks first. */
const remedyRules = { mostIn90Days: 3, daysAfterUse: 30, answerWithinDays: 3 } as const;

type Wanted = z.infer<typeof voucherReportRequest>;

interface Reporting {
  memberId: string;
  voucherId: string;
  wanted: Wanted;
  request: WriteRequest;
}

interface Reported {
  branch_id: string;
  redemption_id: string | null;
  store_id: string | null;
  clerk_id: string | null;
  standing: boolean;
  recent: boolean;
  remedied: number;
}

/** The use that is meant: the one named, or for 不是我用的 the latest one that stands. */
const REPORTED_SQL = `
  select v.branch_id, r.id as redemption_id, r.store_id, r.clerk_id, coalesce(r.reversed_at is null, false) as standing,
    coalesce(r.at > now() - make_interval(days => $5), false) as recent,
    (select count(*) from voucher_reports o where o.member_id = $2 and o.remedy <> 'none' and o.at > now() - interval '90 days') as remedied
  from vouchers v left join lateral (
    select * from redemptions u where u.voucher_id = v.id and (u.id = $3 or ($3::text is null and $4 = 'notMe' and u.reversed_at is null))
    order by u.at desc limit 1) r on true
  where v.id = $1 and v.member_id = $2`;

async function readReported(
  client: PoolClient,
  { voucherId, memberId, wanted }: Reporting,
): Promise<Reported> {
  // The voucher's row is what uses and undos wait for; a report of the same use waits for it too.
  await client.query('select 1 from vouchers where id = $1 and member_id = $2 for update', [
    voucherId,
    memberId,
  ]);
  const { rows } = await client.query<Reported>(REPORTED_SQL, [
    voucherId,
    memberId,
    wanted.redemptionId ?? null,
    wanted.kind,
    remedyRules.daysAfterUse,
  ]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这张券');
  if (wanted.redemptionId !== undefined && row.redemption_id === null) throw notFound('没有找到这次使用');
  return row;
}

interface Remedy {
  remedy: VoucherReport['remedy'];
  validUntil: Date | null;
}

async function remedyOf(
  club: Club,
  client: PoolClient,
  { reporting, reported }: { reporting: Reporting; reported: Reported },
): Promise<Remedy> {
  const nothing: Remedy = { remedy: 'none', validUntil: null };
  const { wanted, request, voucherId } = reporting;
  if (wanted.kind !== 'refusedByStore' || reported.remedied >= remedyRules.mostIn90Days) return nothing;
  if (reported.redemption_id === null) {
    const validUntil = await extendVoucher(client, { voucherId, causeId: null });
    return validUntil ? { remedy: 'extended', validUntil } : nothing;
  }
  if (!reported.standing || !reported.recent) return nothing;
  const restored = await restoreUse(club, client, {
    redemptionId: reported.redemption_id,
    cause: 'refusedByStore',
    operatorId: null,
    reason: '客人反映门店没有提供服务',
    request,
  });
  if (!restored) return nothing;
  const validUntil = await extendVoucher(client, { voucherId, causeId: reported.redemption_id });
  return { remedy: 'restored', validUntil };
}

async function openReport(club: Club, client: PoolClient, reporting: Reporting): Promise<string> {
  const { wanted, request, voucherId, memberId } = reporting;
  const reported = await readReported(client, reporting);
  const { rows: open } = await client.query<{ id: string }>(
    `select id from voucher_reports where voucher_id = $1 and kind = $2 and coalesce(redemption_id, '') = coalesce($3, '') and state = 'open'`,
    [voucherId, wanted.kind, reported.redemption_id],
  );
  if (open[0]) return open[0].id;
  const { remedy, validUntil } = await remedyOf(club, client, { reporting, reported });
  const id = uuidv7();
  await client.query(
    `insert into voucher_reports (id, voucher_id, redemption_id, member_id, store_id, branch_id, kind, remedy, valid_until_after, comment_sealed, due_at,
       request_scope, request_id, input_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(days => $11), $12, $13, $14)`,
    [
      id,
      voucherId,
      reported.redemption_id,
      memberId,
      reported.store_id,
      reported.branch_id,
      wanted.kind,
      remedy,
      validUntil,
      wanted.comment ? seal(club.cipher, 'voucher_reports.comment_sealed', id, wanted.comment) : null,
      remedyRules.answerWithinDays,
      request.scope,
      request.id,
      request.inputHash,
    ],
  );
  if (wanted.kind === 'notMe') {
    await insertAlarm(client, {
      kind: 'notMe',
      key: id,
      branchId: reported.branch_id,
      storeId: reported.store_id,
      clerkId: reported.clerk_id,
      memberId,
      ...(reported.redemption_id === null ? {} : { redemptionId: reported.redemption_id }),
      facts: { reportId: id },
    });
  }
  return id;
}

async function reportOfRequest(club: Club, request: WriteRequest): Promise<VoucherReport | undefined> {
  const { rows } = await club.pool.query<ReportRow & { input_hash: Buffer }>(
    `select ${REPORT_COLUMNS}, vr.input_hash from voucher_reports vr where vr.request_scope = $1 and vr.request_id = $2`,
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return reportView(club, rows[0]);
}

async function readReport(club: Club, id: string): Promise<VoucherReport> {
  const { rows } = await club.pool.query<ReportRow>(
    `select ${REPORT_COLUMNS} from voucher_reports vr where vr.id = $1`,
    [id],
  );
  if (!rows[0]) throw notFound();
  return reportView(club, rows[0]);
}

/**
 * 门店没给用: the use comes back or the voucher lives longer, and a ticket opens. 不是我用的: a ticket and an alarm; a person decides about the use. Said twice
 * while the ticket is open, it is the same ticket.
 * @throws Problem 404, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function reportVoucher(
  club: Club,
  input: { memberId: string; voucherId: string; key: string; wanted: Wanted },
): Promise<{ body: VoucherReport; replayed: boolean }> {
  const { memberId, voucherId, key, wanted } = input;
  const request = writeRequest(club, `report:${memberId}`, { key, input: { voucherId, ...wanted } });
  const earlier = await reportOfRequest(club, request);
  if (earlier) return { body: earlier, replayed: true };
  const reporting: Reporting = { memberId, voucherId, wanted, request };
  try {
    const id = await inTransaction(club.pool, (client) => openReport(club, client, reporting));
    return { body: await readReport(club, id), replayed: false };
  } catch (error) {
    const winner = brokenUniqueKey(error) === undefined ? undefined : await reportOfRequest(club, request);
    if (winner) return { body: winner, replayed: true };
    throw error;
  }
}

/** What the member said about a voucher, newest first. */
export async function listReports(club: Club, memberId: string, voucherId: string): Promise<VoucherReport[]> {
  const { rows } = await club.pool.query<ReportRow>(
    `select ${REPORT_COLUMNS} from voucher_reports vr join vouchers v on v.id = vr.voucher_id
     where vr.voucher_id = $1 and v.member_id = $2 order by vr.at desc, vr.id desc limit 100`,
    [voucherId, memberId],
  );
  return rows.map((row) => reportView(club, row));
}
