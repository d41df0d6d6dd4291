import type { PoolClient } from 'pg';
import type { FieldCipher } from '../../../../crypto/field-cipher';
import type { SizeLoading } from '../../../system';
import { sweepExpired } from '../../jobs/sweep-expired';
import { seal } from '../../personal-fields';
import { createSeededRandom } from '../seeded-random';
import { insertColumns, insertThrough } from './columns';
import { addGifts, giftColumns } from './gifts-at-size';
import { MOST_MEMBERS } from './made-up';
import { addMember, peopleColumns } from './member-at-size';
import { MERCHANTS, writeNetwork } from './network-at-size';
import { writePackages } from './packages-at-size';
import { addPoints, pointsColumns } from './points-at-size';
import { LOCK_HOUSES, movesStatement } from './points-statements';
import * as settlement from './settlement-statements';
import type { SizeSetting } from './size-setting';
import * as statements from './voucher-statements';

const START = 20_260_202;
/** Few enough that a part fits in memory twice: one is written while the next is made. */
const PART = 4_000;
/** Connections that write at the same time; a core of its own for each is what most machines have. */
const LANES = 2;
const MERCHANTS_AT_ONCE = 100;
const BRANCH = 'br_sd_jinan';

function makePart(setting: SizeSetting, from: number, until: number) {
  const part = { ...peopleColumns(), ...giftColumns(), ...pointsColumns() };
  for (let position = from; position < until; position += 1) {
    const member = addMember(part, setting, position);
    addGifts(part, setting, member);
    addPoints(part, setting, member);
  }
  return part;
}
type Part = ReturnType<typeof makePart>;

async function writeReversals(client: PoolClient, cipher: FieldCipher): Promise<void> {
  const { rows } = await client.query<{
    id: string;
    reversal_id: string;
    clerk_id: string;
    uses_total: number;
    valid_until: Date;
    at: Date;
  }>(statements.UNDONE_USES);
  for (const row of rows) {
    await client.query(
      `insert into redemption_reversals (id, redemption_id, clerk_id, reason_sealed, uses_left_after, valid_until_after, at, request_scope, request_id, input_hash)
       values ($1, $2, $3, $4, $5, $6, $7, 'seed', $1, sha256('')) `,
      [
        row.reversal_id,
        row.id,
        row.clerk_id,
        seal(cipher, 'redemption_reversals.reason_sealed', row.reversal_id, '客人改天再来'),
        row.uses_total,
        row.valid_until,
        row.at,
      ],
    );
  }
}

async function writePart(client: PoolClient, cipher: FieldCipher, part: Part): Promise<void> {
  await client.query('begin');
  await insertColumns(client, 'members', part.members);
  await insertColumns(client, 'vehicles', part.vehicles);
  await insertColumns(client, 'gifts', part.gifts);
  await insertColumns(client, 'orders', part.orders);
  await insertColumns(client, 'gift_claims', part.claims);
  await insertColumns(client, 'size_vouchers', part.vouchers);
  await client.query(statements.WRITE_VOUCHERS);
  await client.query(statements.GATHER_USES);
  await client.query(statements.LOOK_AT_PART);
  await client.query(statements.WRITE_USES);
  await client.query(statements.WRITE_EVENTS);
  await client.query(statements.WRITE_MESSAGES);
  await writeReversals(client, cipher);
  await insertColumns(client, 'points_accounts', part.accounts);
  await client.query(LOCK_HOUSES);
  await insertThrough(client, part.moves, movesStatement);
  await insertColumns(client, 'points_lots', part.lots);
  await insertColumns(client, 'points_allocations', part.allocations);
  await client.query('commit');
}

/** The lanes write at the same time; each ends its own temporary tables with its connection. */
async function openLane(pool: SizeLoading['pool']): Promise<PoolClient> {
  const client = await pool.connect();
  // A crash half-way is answered by loading afresh, so no commit has to wait for the disk.
  await client.query('set synchronous_commit = off');
  // Sealing the next part keeps this process busy while a part is open; on a busy machine for long.
  await client.query('set idle_in_transaction_session_timeout = 0');
  await client.query(statements.TEMPORARY_TABLES);
  await client.query('analyze size_counters');
  return client;
}

/** Parts are sealed in this process while the database, in processes of its own, writes the parts before. */
async function writeMembers(
  lanes: readonly PoolClient[],
  { cipher, members }: SizeLoading,
  { now, onPart }: { now: Date; onPart: (done: number) => void },
): Promise<void> {
  const writing = lanes.map(() => Promise.resolve());
  for (let from = 0, turn = 0; from < members; from += PART, turn = (turn + 1) % lanes.length) {
    const setting = { cipher, random: createSeededRandom(START + from), now, branchId: BRANCH };
    const part = makePart(setting, from, Math.min(members, from + PART));
    await writing[turn];
    onPart(from / members);
    const lane = lanes[turn];
    if (lane) writing[turn] = writePart(lane, cipher, part);
    // The failure is met at the lane's next turn; until then it must not count as unhandled.
    writing[turn]?.catch(() => undefined);
    await new Promise(setImmediate);
  }
  await Promise.all(writing);
}

const merchantId = (number: number) => `mch_size_${String(number).padStart(4, '0')}`;

async function writeSettlements(
  client: PoolClient,
  now: Date,
  onMerchants: (done: number) => void,
): Promise<void> {
  await client.query(settlement.WRITE_RUNS, [now]);
  for (let first = 1; first <= MERCHANTS; first += MERCHANTS_AT_ONCE) {
    onMerchants(first / MERCHANTS);
    const values = [now, merchantId(first), merchantId(first + MERCHANTS_AT_ONCE)];
    await client.query(settlement.WRITE_LINES, values);
  }
  await client.query(settlement.WRITE_RUN_MERCHANTS);
  await client.query(settlement.WRITE_ACTIONS);
}

async function finish(client: PoolClient, now: Date): Promise<void> {
  await client.query(
    `update gift_packages p set issued = g.issued from (select package_id, count(*) as issued from gifts where package_id like 'pkg_size_%' group by package_id) g
     where g.package_id = p.id`,
  );
  // What lapsed before now has its event already, so the sweep goes on from here.
  await client.query(
    `insert into job_cursors (name, through) values ('expired-vouchers', $1) on conflict (name) do update set through = excluded.through`,
    [now],
  );
}

async function writeNetworkOnce(client: PoolClient, { cipher }: SizeLoading): Promise<void> {
  await client.query('begin');
  await writePackages(client, BRANCH);
  await writeNetwork(client, { cipher, random: createSeededRandom(START - 1), branchId: BRANCH });
  await client.query('commit');
}

async function load(client: PoolClient, loading: SizeLoading): Promise<void> {
  const { onProgress, pool } = loading;
  const { rows } = await client.query<{ now: Date }>('select now()::timestamptz(3) as now');
  const now = rows[0]?.now ?? new Date();
  onProgress(0, 'merchants');
  await writeNetworkOnce(client, loading);
  const lanes: PoolClient[] = [];
  try {
    while (lanes.length < LANES) lanes.push(await openLane(pool));
    await writeMembers(lanes, loading, { now, onPart: (done) => onProgress(0.02 + done * 0.83, 'members') });
  } finally {
    for (const lane of lanes) lane.release(true);
  }
  await writeSettlements(client, now, (done) => onProgress(0.86 + done * 0.08, 'statements'));
  await finish(client, now);
  onProgress(0.95, 'statistics');
  // Without them the plans of the first hour would be made for empty tables.
  await client.query('vacuum (analyze)');
}

/**
 * A club of real size beside the demonstration: members with cars, 800 merchants, a year's gifts, vouchers, uses, statements and points. The same members and
 * histories at each loading, with times relative to now.
 */
export async function loadSize(loading: SizeLoading): Promise<void> {
  if (loading.members > MOST_MEMBERS) throw new RangeError(`at most ${String(MOST_MEMBERS)} members`);
  await sweepExpired(loading);
  const client = await loading.pool.connect();
  try {
    await load(client, loading);
    loading.onProgress(1, 'done');
  } finally {
    client.release(true);
  }
}
