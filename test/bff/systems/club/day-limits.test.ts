import { problem } from '../../../../bff/http/contract';
import { inTransaction } from '../../../../bff/database/transaction';
import { findBreaches } from '../../../../bff/systems/club/invariants';
import { mergeMembers } from '../../../../bff/systems/club/people/merge-members';
import { verifiedMember } from '../../../../bff/systems/demo-people';
import { clubVoucherDetail, presentation } from '../../../../bff/upstream/club/contract';
import { issueVouchers } from '../../../deep/support/issue-vouchers';
import { actors } from './actors';
import { counterSteps } from './counter-steps';
import { parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

jest.setTimeout(30_000);

let club: ClubUnderTest;
beforeEach(async () => {
  club = await startClub();
}, 60_000);
afterEach(() => club.stop());

const { confirm, looked, present, redeemed, reverse, scan } = counterSteps(() => club);

interface Issued {
  usesPerDay?: number;
  uses?: number;
  memberId?: string;
}

const issue = (count: number, options: Issued = {}) =>
  issueVouchers(club, {
    memberId: verifiedMember.memberId,
    service: 'svc_wash',
    count,
    usesPerDay: 1,
    ...options,
  });

/** A day passes for every use; the statement only ever asks the database which day it is. */
const aDayPasses = () =>
  club.pool.query(`
    set session_replication_role = replica;
    update redemptions set limit_day = limit_day - 1;
    update vouchers set last_redeemed_at = last_redeemed_at - interval '1 day';
    set session_replication_role = origin`);

const nextDay = async () => {
  const { rows } = await club.pool.query<{ at: Date }>(
    `select ((now() at time zone 'Asia/Shanghai')::date + 1)::timestamp at time zone 'Asia/Shanghai' as at`,
  );
  return rows[0]?.at.getTime();
};

describe('a service that may be used once a day', () => {
  it('is refused for another voucher of the same member, with when it works again, and is not used', async () => {
    const [first = '', second = ''] = await issue(2);
    await redeemed({ scanToken: await scan(first) });
    const { qr } = await present(second);
    const seen = await looked(qr);
    expect(seen).toMatchObject({ scanToken: null, voucher: { redeemable: false, reason: 'dailyLimit' } });
    expect(new Date(seen.voucher.worksAgainAt ?? 0).getTime()).toBe(await nextDay());
    const refused = await confirm({ code: qr });
    expect(refusalOf(refused)).toEqual([409, 'DAILY_LIMIT_REACHED']);
    const said = parse(refused, problem);
    expect(said).toMatchObject({ usesPerDay: 1, worksAgainAt: seen.voucher.worksAgainAt });
    expect(said.detail).toMatch(/每天限用 1 次，明天（.*）0:00 起可以再用/);
    expect((await club.read(`/vouchers/${second}`, actors.member, clubVoucherDetail)).usesLeft).toBe(1);
    expect(await findBreaches(club.pool)).toEqual([]);
  });

  it('is not asked for again on purpose where it could not be used anyway', async () => {
    const [id = ''] = await issue(1, { uses: 5 });
    const held = await scan(id);
    await redeemed({ scanToken: held });
    const again = await confirm({ scanToken: held, expectedUsesLeft: 4 });
    expect(refusalOf(again)).toEqual([409, 'DAILY_LIMIT_REACHED']);
  });

  it('works again when the use is undone, and the next day', async () => {
    const [first = '', second = '', third = ''] = await issue(3);
    const use = await redeemed({ scanToken: await scan(first) });
    expect((await reverse(use.id)).status).toBe(201);
    await redeemed({ scanToken: await scan(second) });
    expect(refusalOf(await confirm({ code: (await present(third)).qr }))).toEqual([
      409,
      'DAILY_LIMIT_REACHED',
    ]);
    await aDayPasses();
    expect(await redeemed({ scanToken: await scan(third) })).toMatchObject({ voucherId: third });
    expect(await findBreaches(club.pool)).toEqual([]);
  });

  it('says of a voucher that lapses today that it ends, not that it works tomorrow', async () => {
    const [first = '', second = ''] = await issue(2);
    await redeemed({ scanToken: await scan(first) });
    await club.pool.query(
      `update vouchers set valid_until = least(now() + interval '1 minute', ((now() at time zone 'Asia/Shanghai')::date + 1)::timestamp at time zone 'Asia/Shanghai')
       where id = $1`,
      [second],
    );
    const { qr } = await present(second);
    expect((await looked(qr)).voucher).toMatchObject({ reason: 'dailyLimit', worksAgainAt: null });
    expect(parse(await confirm({ code: qr }), problem).detail).toMatch(/这张券在那之前到期/);
  });
});

it('counts a car’s day for the vouchers of that car, and not for another car’s', async () => {
  const [first = '', second = '', other = ''] = await issue(3);
  const { rows } = await club.pool.query<{ id: string }>('select id from vehicles order by id limit 2');
  await club.pool.query('update vouchers set vehicle_id = $1 where id = any ($2)', [
    rows[0]?.id,
    [first, second],
  ]);
  await club.pool.query('update vouchers set vehicle_id = $1 where id = $2', [rows[1]?.id, other]);
  const [one, two, three] = [await scan(first), await scan(second), await scan(other)];
  await redeemed({ scanToken: one });
  expect(refusalOf(await confirm({ scanToken: two }))).toEqual([409, 'DAILY_LIMIT_REACHED']);
  expect(await redeemed({ scanToken: three })).toMatchObject({ voucherId: other });
});

it('gives a freed place of two to the next, and no third', async () => {
  const [a = '', b = '', c = '', d = ''] = await issue(4, { usesPerDay: 2 });
  const held = [await scan(a), await scan(b), await scan(c), await scan(d)];
  const first = await redeemed({ scanToken: held[0] });
  await redeemed({ scanToken: held[1] });
  expect(refusalOf(await confirm({ scanToken: held[2] }))).toEqual([409, 'DAILY_LIMIT_REACHED']);
  await reverse(first.id);
  await redeemed({ scanToken: held[2] });
  expect(refusalOf(await confirm({ scanToken: held[3] }))).toEqual([409, 'DAILY_LIMIT_REACHED']);
});

describe('two accounts of one person that become one', () => {
  const other = actors.basicMember;
  const become = () =>
    inTransaction(club.pool, (client) =>
      mergeMembers(client, { from: other.subject, into: verifiedMember.memberId, cause: 'bothNumbers' }),
    );
  /** Fresh vouchers of the other account, with the token a scan of each has given. */
  const scannedOfOther = async (count: number, usesPerDay = 1) => {
    const ids = await issue(count, { usesPerDay, memberId: other.subject });
    const tokens = ids.map(async (id) => {
      const shown = await club.send('POST', `/vouchers/${id}/presentations`, { as: other });
      return { id, scanToken: (await looked(parse(shown, presentation).qr)).scanToken ?? '' };
    });
    return Promise.all(tokens);
  };

  it('have one day, which a use of either fills, and which is free again when that is undone', async () => {
    const [mine = ''] = await issue(1);
    const [theirs] = await scannedOfOther(1);
    const use = await redeemed({ scanToken: theirs?.scanToken });
    await become();
    expect(refusalOf(await confirm({ code: (await present(mine)).qr }))).toEqual([
      409,
      'DAILY_LIMIT_REACHED',
    ]);
    expect((await reverse(use.id)).status).toBe(201);
    expect(await redeemed({ scanToken: await scan(mine) })).toMatchObject({ voucherId: mine });
  });

  it('fill a day of two with a use each', async () => {
    const [first = '', second = ''] = await issue(2, { usesPerDay: 2 });
    const [theirs] = await scannedOfOther(1, 2);
    await redeemed({ scanToken: await scan(first) });
    await redeemed({ scanToken: theirs?.scanToken });
    await become();
    expect(refusalOf(await confirm({ code: (await present(second)).qr }))).toEqual([
      409,
      'DAILY_LIMIT_REACHED',
    ]);
  });

  it('have one day for the car that both had', async () => {
    const [mine = ''] = await issue(1);
    const [theirs] = await scannedOfOther(1);
    const { rows } = await club.pool.query<{ id: string }>(
      'select id from vehicles where member_id = $1 and removed_at is null order by id limit 1',
      [verifiedMember.memberId],
    );
    await club.pool.query(
      `insert into vehicles (id, member_id, plate_sealed, plate_index, plate_type, vin_sealed, engine_no_sealed, request_scope, request_id, input_hash)
       select 'veh_of_other', $2, plate_sealed, plate_index, plate_type, vin_sealed, engine_no_sealed, 'test', 'veh_of_other', sha256('') from vehicles where id = $1`,
      [rows[0]?.id, other.subject],
    );
    await club.pool.query('update vouchers set vehicle_id = $2 where id = $1', [mine, rows[0]?.id]);
    await club.pool.query(`update vouchers set vehicle_id = 'veh_of_other' where id = $1`, [theirs?.id]);
    await redeemed({ scanToken: theirs?.scanToken });
    await become();
    expect(refusalOf(await confirm({ code: (await present(mine)).qr }))).toEqual([
      409,
      'DAILY_LIMIT_REACHED',
    ]);
    expect(await findBreaches(club.pool)).toEqual([]);
  });
});
