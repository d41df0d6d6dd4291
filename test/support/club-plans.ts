import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createPool } from '../../bff/database/pool';
import type { Actor } from '../../bff/http/service-token';
import { createClub } from '../../bff/systems/club/club';
import { sendNext } from '../../bff/systems/club/jobs/send-messages';
import { sweepExpired } from '../../bff/systems/club/jobs/sweep-expired';
import { watchStuck } from '../../bff/systems/club/jobs/watch-stuck';
import { findBreaches } from '../../bff/systems/club/invariants';
import { loadSize } from '../../bff/systems/club/seed/size/load-size';
import { startRun, startDueRun } from '../../bff/systems/club/settlement/start-run';
import { closeMerchant } from '../../bff/systems/club/settlement/close-merchant';
import { startTestSystem, type TestSystem } from './one-system';
import { bigTables, listenTo, scansOf, scansWithoutIndex, type Asked } from './query-plans';

const SHORT_FORM = 18_000;

/**
 * Loaded in seconds, and the planner chooses as at the real size: of 81 statements compared at 18,000 and at 445,000 none reads another big table from end
 * to end, and those that differ only visit the same index in another way. The long form is the real size itself: `CLUB_MEMBERS=445000`.
 */
export const CLUB_MEMBERS = Number(process.env.CLUB_MEMBERS ?? SHORT_FORM);
export const LOADING_MS = CLUB_MEMBERS > SHORT_FORM ? 40 * 60_000 : 290_000;

/** Fewer rows than this are read faster in one go than through an index. */
const BIG = 6_000;
/** Grow for years as well; a small club reads them in one go, so for them it counts that there is an index at all. */
const GROWING: ReadonlySet<string> = new Set([
  'points_allocations',
  'redemption_reversals',
  'settlement_actions',
  'settlement_batches',
  'settlement_run_merchants',
]);
const LOADING_TIMEOUT_MS = 20 * 60_000;
const OPERATOR = { operatorId: 'opr_demo_0001', branchId: 'br_sd' };

interface Somebody {
  member: Actor;
  clerk: Actor;
  owner: Actor;
  storeId: string;
  voucherId: string;
  giftId: string;
  redemptionKey: string;
  redemptionId: string;
  settlementId: string;
  phone: string;
}

async function load(club: TestSystem, members: number): Promise<void> {
  const { url } = club.database;
  const pool = createPool({
    url,
    name: 'size',
    schema: 'club',
    max: 4,
    statementTimeoutMs: LOADING_TIMEOUT_MS,
  });
  try {
    await loadSize({ pool, cipher: club.cipher, members, onProgress: () => undefined });
  } finally {
    await pool.end();
  }
}

/** A member with a voucher that can be used, a clerk who serves it, and what else a day at the counter touches. */
async function findSomebody(club: TestSystem): Promise<Somebody> {
  const { rows } = await club.pool.query<Record<string, string>>(
    `select v.id as voucher, v.member_id as member, cs.clerk_id as clerk, s.id as store, s.merchant_id as merchant,
       (select id from clerks o where o.merchant_id = s.merchant_id and o.role = 'owner') as owner,
       r.id as redemption, r.request_id as key, b.id as settlement, g.id as gift, g.member_id as gifted
     from vouchers v join services sv on sv.id = v.service_id and sv.typed_code_allowed
     join redemptions r on r.service_id = v.service_id join stores s on s.id = r.store_id join clerk_stores cs on cs.clerk_id = r.clerk_id
     join settlement_batches b on b.merchant_id = s.merchant_id
     cross join lateral (select id, member_id from gifts where state = 'offered' and expires_at > now() + interval '1 day' and package_id like 'pkg_size_%' limit 1) g
     where v.uses_left > 0 and v.valid_until > now() + interval '1 day' and v.last_redeemed_at is null and v.state = 'active' and v.valid_from < now() limit 1`,
  );
  const row = rows[0];
  if (!row) throw new Error('nobody to look at');
  const { voucher = '', clerk = '', merchant = '', store = '', owner = '' } = row;
  return {
    member: { subject: row.member ?? '', role: 'member' },
    clerk: {
      subject: 'mem_demo_0005',
      role: 'clerk',
      clerkId: clerk,
      merchantId: merchant,
      storeIds: [store],
    },
    owner: {
      subject: 'mem_demo_0006',
      role: 'merchantOwner',
      clerkId: owner,
      merchantId: merchant,
      storeIds: [store],
    },
    storeId: store,
    voucherId: voucher,
    giftId: row.gift ?? '',
    redemptionKey: row.key ?? '',
    redemptionId: row.redemption ?? '',
    settlementId: row.settlement ?? '',
    phone: '13000000100',
  };
}

function caller(club: TestSystem) {
  return async (
    method: string,
    path: string,
    as: Actor,
    body?: unknown,
  ): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${club.url}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${club.token(as)}`,
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  };
}

/** What members ask for all day. */
async function asMember(club: TestSystem, who: Somebody): Promise<void> {
  const call = caller(club);
  const { rows } = await club.pool.query<{ member_id: string }>('select member_id from gifts where id = $1', [
    who.giftId,
  ]);
  const gifted: Actor = { subject: rows[0]?.member_id ?? '', role: 'member' };
  await call('POST', '/members/sign-ins', { subject: 'system', role: 'system' }, { phone: who.phone });
  const reads = ['/members/me', '/vehicles', '/gifts', '/orders', '/vouchers', `/vouchers/${who.voucherId}`];
  const more = ['/points', '/points/entries', '/points/months', '/mall/items', '/transfers'];
  for (const path of [...reads, ...more]) await call('GET', path, who.member);
  await call('GET', '/stores?latitude=36.66&longitude=117.05&service=carWash', who.member);
  await call('GET', `/gifts/${who.giftId}`, gifted);
  await call('POST', `/gifts/${who.giftId}/claim`, gifted);
  await call('POST', '/points/sign-ins', gifted);
}

/** A visit: shown, looked up, confirmed, undone; and what a shop looks at. */
async function atCounter(club: TestSystem, who: Somebody): Promise<void> {
  const call = caller(club);
  const shown = await call('POST', `/vouchers/${who.voucherId}/presentations`, who.member);
  const look = { code: shown.qr, storeId: who.storeId };
  await call('POST', '/merchant/lookups', who.clerk, { ...look, code: shown.shortCode });
  const looked = await call('POST', '/merchant/lookups', who.clerk, look);
  const use = { scanToken: looked.scanToken, storeId: who.storeId };
  const used = (await call('POST', '/merchant/redemptions', who.clerk, use)) as {
    redemption: { id: string };
  };
  await call('POST', `/merchant/redemptions/${used.redemption.id}/reversal`, who.clerk, {
    reason: '扫错了券',
  });
  for (const path of ['/merchant/redemptions', '/merchant/summary', '/merchant/stores'])
    await call('GET', path, who.clerk);
  await call('GET', `/merchant/redemptions/by-request/${who.redemptionKey}`, who.clerk);
  await call('GET', '/merchant/settlements', who.owner);
  await call('GET', `/merchant/settlements/${who.settlementId}`, who.owner);
}

/** What runs each minute, and a closing. */
async function inBackground(club: TestSystem, who: Somebody): Promise<void> {
  const log = pino({ level: 'silent' });
  const own = createClub(club.deps);
  await sweepExpired(own);
  await watchStuck({ pool: club.deps.pool, log });
  await sendNext({ club: own, log, sms: () => Promise.resolve(undefined) });
  await startDueRun(own);
  const wanted = { key: randomUUID(), wanted: { merchantId: who.owner.merchantId, only: 'all' as const } };
  const { body } = await startRun(own, OPERATOR, wanted);
  await closeMerchant(own, { runId: body.id, merchantId: who.owner.merchantId ?? '' });
}

export interface PlansAtSize {
  club: TestSystem;
  /** Everything the club asked its database on the hot paths. */
  asked: Asked[];
  /** Sequential scans among it, of big tables and of those that will be. */
  scans: string[];
  big: ReadonlyMap<string, number>;
  breaches: unknown[];
}

/** Loads a club of that size, walks the hot paths through HTTP, and reads the plan of every statement that was asked. */
export async function plansAtSize(members: number): Promise<PlansAtSize> {
  const club = await startTestSystem('club', { seeded: true });
  await load(club, members);
  const breaches = await findBreaches(club.pool);
  const big = await bigTables(club.pool, 'club', BIG);
  const who = await findSomebody(club);
  const asked = listenTo(club.deps.pool);
  await asMember(club, who);
  await atCounter(club, who);
  await inBackground(club, who);
  const scans: string[] = [];
  for (const question of asked.slice()) {
    scans.push(...(await scansOf(club.pool, question, big)));
    scans.push(...(await scansWithoutIndex(club.pool, question, GROWING)));
  }
  return { club, asked, scans: [...new Set(scans)], big, breaches };
}
