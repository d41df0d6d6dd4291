import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { findBreaches, invariants } from '../../../../bff/systems/club/invariants';
import { seedClub } from '../../../../bff/systems/club/seed/seed-club';
import { startTestSystem } from '../../../support/one-system';
import { startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const sql = (text: string, values: unknown[] = []) => club.pool.query(text, values);

describe('appended rows', () => {
  it.each([
    'voucher_events',
    'gift_claims',
    'points_transactions',
    'points_entries',
    'points_allocations',
    'redemptions',
    'settlement_lines',
    'vouchers',
    'gifts',
    'orders',
  ])('of %s are not deleted', async (table) => {
    await expect(sql(`delete from ${table}`)).rejects.toThrow(/appended, never changed or deleted/);
  });

  it.each([
    ['voucher_events', 'uses_left = 0'],
    ['points_entries', 'points = 1'],
    ['points_transactions', `reason = ''`],
    ['redemptions', 'settlement_fen = 0'],
    ['settlement_lines', 'amount_fen = 0'],
    ['orders', `title = ''`],
    ['points_lots', 'points = 100000'],
  ])('of %s do not change: %s', async (table, change) => {
    await expect(sql(`update ${table} set ${change}`)).rejects.toThrow(/never changed or deleted|may change/);
  });

  it('a line in a settlement is locked, and a reversal is not taken back', async () => {
    const { rows } = await sql(
      `select redemption_id as id from settlement_lines where batch_id is not null and kind = 'redemption' limit 1`,
    );
    const id = (rows[0] as { id: string }).id;
    const change = async (text: string) => {
      const client = await club.pool.connect();
      try {
        await client.query('begin');
        await client.query(text, [id]);
        await client.query(text, [id]);
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    await expect(
      change(`update settlement_lines set batch_id = 'b' where redemption_id = $1`),
    ).rejects.toThrow(/locked/);
    await expect(change('update redemptions set reversed_at = now() where id = $1')).rejects.toThrow(
      /reversed once/,
    );
  });
});

describe('what the tables refuse', () => {
  it.each([
    ['more uses than were given', 'update vouchers set uses_left = uses_left + 1'],
    ['fewer uses than none', `update vouchers set uses_left = -1, open_use_nos = '{}'`],
    [
      'an amount beyond what was given',
      'update vouchers set amount_left_fen = amount_total_fen + 1 where amount_total_fen is not null',
    ],
    ['a member’s negative balance', `update points_accounts set balance_points = -1 where kind = 'member'`],
    [
      'a package given beyond its stock',
      'update gift_packages set issued = stock + 1 where stock is not null',
    ],
    ['a senior without an identity', 'update members set id_number_index = null'],
  ])('%s', async (_name, text) => {
    await expect(sql(text)).rejects.toMatchObject({ code: '23514' });
  });

  it('points that come from nowhere', async () => {
    const client = await club.pool.connect();
    try {
      const id = uuidv7();
      await client.query('begin');
      await client.query(
        `insert into points_transactions (id, kind, reason, request_scope, request_id, input_hash) values ($1, 'earn', '', 'test', $1, $2)`,
        [id, randomBytes(32)],
      );
      await client.query(
        `insert into points_entries (transaction_id, account_id, points, balance_after_points)
         select $1, id, 100, balance_points + 100 from points_accounts where kind = 'member' limit 1`,
        [id],
      );
      await expect(client.query('commit')).rejects.toThrow(/do not add up to zero/);
    } finally {
      client.release();
    }
  });
});

describe('the promises', () => {
  it('hold on the demonstration, which seeding again leaves alone', async () => {
    expect(await findBreaches(club.pool)).toEqual([]);
    const count = async () => (await sql('select count(*) as n from vouchers')).rows;
    const before = await count();
    await seedClub(club.deps);
    expect(await count()).toEqual(before);
  });

  it('notice a use that was taken by hand', async () => {
    const damaged = await startClub();
    await damaged.pool.query(
      `update vouchers set uses_left = uses_left - 1, open_use_nos = open_use_nos[2:] where uses_left = 3`,
    );
    expect((await findBreaches(damaged.pool)).map(({ code }) => code)).toEqual(['I2', 'I5']);
    await damaged.halt();
  }, 60_000);

  it.each([
    ['leaves a day out', `period_from = period_from + 1`],
    ['has a day twice', `period_from = period_from - 1`],
  ])(
    'notice a statement that %s',
    async (_name, change) => {
      const damaged = await startClub();
      await damaged.pool.query(
        `set session_replication_role = replica; update settlement_batches set ${change} where number = 4; set session_replication_role = origin`,
      );
      expect((await findBreaches(damaged.pool)).map(({ code }) => code)).toEqual(['I6']);
      await damaged.halt();
    },
    60_000,
  );

  it('are all asked for', () => {
    expect(new Set(invariants.map(({ code }) => code))).toEqual(
      new Set(['I1', 'I2', 'I3', 'I4', 'I5', 'I6']),
    );
  });
});

describe('a club without demonstration data', () => {
  it('starts, documents itself, and takes in its first member', async () => {
    const empty = await startTestSystem('club');
    const response = await fetch(`${empty.url}/v1/members/sign-ins`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${empty.token({ subject: 'system', role: 'system' })}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ phone: '13512340000' }),
    });
    expect(await response.json()).toMatchObject({ created: true, member: { branchId: 'br_head' } });
    const document = (await (await fetch(`${empty.url}/v1/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/v1/gifts',
        '/v1/merchant/redemptions',
        '/v1/merchant/settlements',
        '/v1/settlement-runs',
      ]),
    );
    expect((await fetch(`${empty.url}/docs`)).status).toBe(200);
    await empty.stop();
  }, 60_000);
});
