import { inTransaction } from '../../bff/database/transaction';
import { checkPromises, isCheckDue } from '../../bff/systems/club/jobs/check-promises';
import { sendNext } from '../../bff/systems/club/jobs/send-messages';
import { sweepExpired } from '../../bff/systems/club/jobs/sweep-expired';
import { earnPoints } from '../../bff/systems/club/points/earn-points';
import { spendPoints } from '../../bff/systems/club/points/spend-points';
import { claimsMember, verifiedMember } from '../../bff/systems/demo-people';
import type { SmsMessage } from '../../bff/upstream/sms/contract';
import { newKey } from '../bff/systems/club/start-club';
import { takeOut, type GuardName } from './support/guards';
import { issueVouchers } from './support/issue-vouchers';
import { restingClub, untilWaiting, whileHeld, type RestingClub } from './support/resting-club';

let resting: RestingClub;
let putBack: (() => void)[] = [];
beforeEach(async () => {
  resting = await restingClub();
});
afterEach(async () => {
  putBack.forEach((restore) => restore());
  putBack = [];
  await resting.end();
});
const without = (name: GuardName) => putBack.push(takeOut(name));
const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await resting.club.pool.query<Row>(text, values)).rows;

/** Every `it` stands twice: as it is, and with one guard taken out, which must show. */
const bothWays = (guard: GuardName) =>
  [
    ['as it is', undefined],
    [`without ${guard}`, guard],
  ] as const;

describe('a message of the outbox', () => {
  const TOGETHER = 6;

  function telling(send: (message: SmsMessage) => Promise<void>) {
    return {
      club: resting.club,
      log: resting.log,
      sms: () => Promise.resolve({ send: (message: SmsMessage) => send(message) }),
    };
  }

  /** One that waits, about a use of the demonstration whose owner has a phone. */
  async function oneMessage(): Promise<string> {
    const [use] = await query<{ id: string }>('select id from redemptions where member_id = $1 limit 1', [
      verifiedMember.memberId,
    ]);
    await query('update outbox set done_at = now()');
    await query(`insert into outbox (id, kind, subject_id) values ('message', 'voucherRestored', $1)`, [
      use?.id,
    ]);
    return 'message';
  }

  it.each(bothWays('messageClaim'))('is sent by one of many, %s', async (_, guard) => {
    if (guard) without(guard);
    const id = await oneMessage();
    let sent = 0;
    const send = () => {
      sent += 1;
      return Promise.resolve();
    };
    const taking: Promise<unknown>[] = [];
    await whileHeld(
      resting.club.pool,
      { text: 'select 1 from outbox where id = $1 for update', values: [id] },
      async () => {
        for (let taker = 0; taker < TOGETHER; taker += 1) taking.push(sendNext(telling(send)));
        await untilWaiting(resting.club.pool, { count: TOGETHER, or: Promise.all(taking) });
      },
    );
    await Promise.all(taking);
    await sendNext(telling(send));
    if (guard) expect(sent).toBeGreaterThan(1);
    else expect(sent).toBe(1);
  });

  it.each(bothWays('messageLease'))('is left to whoever is at it, %s', async (_, guard) => {
    if (guard) without(guard);
    await oneMessage();
    let goOn: () => void = () => undefined;
    let begun: () => void = () => undefined;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = sendNext(
      telling(() => {
        begun();
        return new Promise<void>((resolve) => (goOn = resolve));
      }),
    );
    await isBegun;
    const second = await sendNext(telling(() => Promise.resolve()));
    goOn();
    await slow;
    expect(second).toBe(guard ? 'more' : 'idle');
  });
});

describe('the sweep of lapsed vouchers', () => {
  it.each(bothWays('sweepTurn'))('writes a lapse down once, however many sweep, %s', async (_, guard) => {
    if (guard) without(guard);
    const ids = await issueVouchers(resting.club, {
      memberId: verifiedMember.memberId,
      service: 'svc_wash',
      count: 3,
    });
    await sweepExpired(resting.club);
    await query(`update vouchers set valid_until = now() where id = any ($1)`, [ids]);
    const sweeps: Promise<void>[] = [];
    const held = { text: 'select 1 from vouchers where id = any ($1) for update', values: [ids] };
    await whileHeld(resting.club.pool, held, async () => {
      sweeps.push(sweepExpired(resting.club), sweepExpired(resting.club));
      await untilWaiting(resting.club.pool, { count: 2, or: Promise.all(sweeps) });
    });
    await Promise.all(sweeps);
    const rows = await query<{ count: number }>(
      `select count(*) as count from voucher_events where kind = 'expired' and voucher_id = any ($1) group by voucher_id`,
      [ids],
    );
    expect(rows.map(({ count }) => count)).toEqual(ids.map(() => (guard ? 2 : 1)));
  });
});

describe('points that run out', () => {
  const memberId = claimsMember.memberId;
  const requestOf = () => ({ scope: 'guards', id: newKey(), inputHash: Buffer.alloc(32) });
  const earn = (points: number, livesMs: number) =>
    inTransaction(resting.club.pool, (client) =>
      earnPoints(client, {
        memberId,
        points,
        reason: '测试',
        request: requestOf(),
        at: new Date(Date.now() - 60_000),
        expiresAt: new Date(Date.now() + livesMs),
      }),
    );
  const spend = (points: number) =>
    inTransaction(resting.club.pool, (client) =>
      spendPoints(client, { memberId, points, reason: '测试', request: requestOf() }),
    );

  it.each(bothWays('firstToRunOut'))('are spent first, %s', async (_, guard) => {
    if (guard) without(guard);
    await earn(50, 86_400_000);
    await earn(50, 3_600_000);
    await spend(30);
    const lots = await query<{ left_points: number }>(
      `select left_points from points_lots l join points_accounts a on a.id = l.account_id where a.member_id = $1 order by l.expires_at`,
      [memberId],
    );
    expect(lots.map((lot) => lot.left_points)).toEqual(guard ? [50, 20] : [20, 50]);
  });

  it.each(bothWays('pointsClock'))('are nobody’s from their moment on, %s', async (_, guard) => {
    if (guard) without(guard);
    await earn(50, -1_000);
    const spent = spend(30).then(
      () => 'spent',
      (error: { code?: string }) => error.code,
    );
    expect(await spent).toBe(guard ? 'spent' : 'POINTS_NOT_ENOUGH');
  });
});

describe('the nightly three-way check', () => {
  it.each(bothWays('checkDue'))('is due once after two in the morning, %s', async (_, guard) => {
    const { pool } = resting.club;
    await query(
      `insert into check_runs (id, started_at, finished_at, breaches, found) values ('old', now(), now() - interval '1 day 1 minute', 0, '[]')`,
    );
    expect(await isCheckDue(pool)).toBe(true);
    if (guard) without(guard);
    await checkPromises({ pool, log: resting.log });
    expect(await isCheckDue(pool)).toBe(guard !== undefined);
  });

  it.each([
    [
      'a voucher that lost a use',
      'vouchers',
      `uses_left = uses_left - 1, open_use_nos = open_use_nos[2:]`,
      'uses redeemed',
    ],
    [
      'a redemption worth another amount',
      'redemptions',
      'settlement_fen = settlement_fen + 1',
      'each use has one settlement line',
    ],
    ['a statement with another total', 'settlement_batches', 'total_fen = total_fen + 1', 'sum of its lines'],
  ])('finds %s, keeps it, and alarms', async (_, table, change, promise) => {
    const { pool } = resting.club;
    await checkPromises({ pool, log: resting.log });
    const where =
      table === 'vouchers' ? `state = 'active' and uses_left > 0 and amount_left_fen is null` : 'true';
    await query(`alter table ${table} disable trigger user`);
    await query(
      `update ${table} set ${change} where id = (select id from ${table} where ${where} order by id limit 1)`,
    );
    await query(`alter table ${table} enable trigger user`);
    await checkPromises({ pool, log: resting.log });
    const runs = await query<{ breaches: number; found: { promise: string }[] }>(
      'select breaches, found from check_runs order by finished_at desc limit 2',
    );
    expect(runs[1]).toMatchObject({ breaches: 0 });
    expect(runs[0]?.found.map((breach) => breach.promise)).toContainEqual(expect.stringContaining(promise));
    const alarms = await query<{ facts: { promise: string } }>(
      `select facts from alarms where kind = 'brokenPromise'`,
    );
    expect(alarms.map(({ facts }) => facts.promise)).toContainEqual(expect.stringContaining(promise));
  });
});
