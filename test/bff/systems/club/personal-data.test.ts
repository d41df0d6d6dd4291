import { verifiedMember } from '../../../../bff/systems/demo-people';
import { indexOf } from '../../../../bff/systems/club/personal-fields';
import type { Actor } from '../../../../bff/http/service-token';
import {
  clubPersonalData,
  clubTransferAnswer,
  invitationCodeAnswer,
  mallOrderAnswer,
  signInAnswer,
  voucherReportAnswer,
} from '../../../../bff/upstream/club/contract';
import { actors } from './actors';
import { counterSteps } from './counter-steps';
import { newKey, parse, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());
const counter = counterSteps(() => club);
const { memberId } = verifiedMember;

interface Place {
  /** Where the member's own copy shows it; or why it does not. */
  copy: string;
  /** What an erasure leaves. */
  erased: string;
}
const figures = 'the row stays as a figure, on a member who is nobody';

/** Every column that points to a member. A new one turns this red until somebody has decided about both. */
const places: Record<string, Place> = {
  'alarms.member_id': { copy: 'not shown: what an operator looks into', erased: figures },
  'gifts.member_id': { copy: 'list of gifts', erased: 'the plate goes, an offer ends' },
  'identity_bindings.member_id': { copy: 'name, ID', erased: 'the answer is emptied' },
  'identity_reviews.member_id': { copy: 'reviews', erased: 'an open one goes, a decided one is emptied' },
  'invitation_codes.member_id': { copy: 'referral.codes', erased: 'deleted: the link leads to nobody' },
  'mall_allowances.member_id': { copy: 'list of orders', erased: figures },
  'member_merges.from_member_id': { copy: 'not shown: two rows that were one person', erased: figures },
  'member_merges.into_member_id': { copy: 'not shown: two rows that were one person', erased: figures },
  'members.merged_into': { copy: 'not shown: two rows that were one person', erased: figures },
  'orders.member_id': { copy: 'list of orders', erased: figures },
  'points_accounts.member_id': { copy: 'balance and entries', erased: figures },
  'redemption_ratings.member_id': { copy: 'ratings', erased: 'the words go' },
  'redemptions.member_id': { copy: 'uses', erased: figures },
  'referral_years.member_id': { copy: 'referral.friends', erased: figures },
  'referrals.invited_id': { copy: 'referral.cameByInvitationAt', erased: 'what was open ends; ' + figures },
  'referrals.inviter_id': { copy: 'referral.friends', erased: 'what was open ends; ' + figures },
  'sign_ins.member_id': { copy: 'signInDays', erased: figures },
  'transfers.giver_id': { copy: 'transfers', erased: 'an open link ends' },
  'transfers.receiver_id': { copy: 'transfers', erased: figures },
  'vehicles.member_id': { copy: 'vehicles', erased: 'emptied' },
  'voucher_reports.member_id': { copy: 'reports', erased: 'the words and the answer go' },
  'vouchers.member_id': { copy: 'list of vouchers', erased: 'the plate goes, a whole one ends' },
  'wechat_accounts.member_id': { copy: 'wechatBoundAt', erased: 'deleted' },
};

/** Sealed words that stand in a table which points to no member, and how those about a member are found; or why none are. */
const sealedElsewhere: Record<string, { ofMember: string } | { why: string }> = {
  'redemption_reversals.reason_sealed': {
    ofMember: `select rr.id, rr.reason_sealed as envelope from redemption_reversals rr join redemptions r on r.id = rr.redemption_id where r.member_id = $1`,
  },
  'key_check.check_sealed': { why: 'a word of the program itself' },
  'clerks.name_sealed': { why: 'who works at a counter' },
  'clerks.phone_sealed': { why: 'who works at a counter' },
  'operators.name_sealed': { why: 'who works for the insurer' },
  'operators.phone_sealed': { why: 'who works for the insurer' },
  'settlement_disputes.reason_sealed': { why: 'what a merchant says about its own statement' },
  'settlement_disputes.answer_sealed': { why: 'what is answered to a merchant' },
  'settlement_lines.note_sealed': { why: 'what an operator says about an amount' },
};

interface Reference {
  table: string;
  column: string;
}

async function references(): Promise<Reference[]> {
  const { rows } = await club.pool.query<Reference>(
    `select c.conrelid::regclass::text as table, a.attname as column from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
     where c.contype = 'f' and c.confrelid = 'members'::regclass`,
  );
  return rows;
}

async function columnsOf(table: string, ending: string): Promise<string[]> {
  const { rows } = await club.pool.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'club' and table_name = $1 and column_name like '%' || $2`,
    [table, ending],
  );
  return rows.map(({ name }) => name);
}

const sealedColumns = async (): Promise<string[]> => {
  const { rows } = await club.pool.query<{ name: string }>(
    `select c.table_name || '.' || c.column_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'club' and t.table_type = 'BASE TABLE' and c.column_name like '%_sealed'`,
  );
  return rows.map(({ name }) => name);
};

const send = (method: string, path: string, body?: object, as: Actor = actors.member) =>
  club.send(method, path, { as, key: newKey(), ...(body && { body }) });

async function used(): Promise<{ voucherId: string; redemptionId: string }> {
  const voucherId = await counter.issue();
  const { id } = await counter.redeemed({ scanToken: await counter.scan(voucherId) });
  return { voucherId, redemptionId: id };
}

/** Somebody who came from WeChat first, and has done whatever a member can do. */
async function liveALot(): Promise<void> {
  const wechat = await send('POST', '/members/sign-ins', { openid: 'openid-of-zhang' }, actors.system);
  const first: Actor = { subject: parse(wechat, signInAnswer).member.id, role: 'member' };
  await send('POST', '/members/phone-bindings', { phone: verifiedMember.phone }, first);
  const { name, idNumber } = verifiedMember;
  await send('POST', '/members/identity', { kind: 'person', name, idNumber });
  await send('POST', '/points/sign-ins');
  const { order } = parse(
    await send('POST', '/mall/orders', { itemId: 'itm_tyre', quantity: 1 }),
    mallOrderAnswer,
  );
  expect(order.exchange?.state).toBe('done');

  const rated = await used();
  const rating = { redemptionId: rated.redemptionId, score: 2, asPromised: false, comment: '张先生等了很久' };
  await send('POST', `/vouchers/${rated.voucherId}/ratings`, rating);
  const undone = await used();
  expect((await counter.reverse(undone.redemptionId, { reason: '张先生没有用' })).status).toBe(201);
  const disowned = await used();
  const report = { kind: 'notMe', redemptionId: disowned.redemptionId, comment: '我那天在外地' };
  const reported = await send('POST', `/vouchers/${disowned.voucherId}/reports`, report);
  const { id } = parse(reported, voucherReportAnswer).report;
  await send('POST', `/tickets/${id}/closing`, { answer: '张先生，已经核实' }, actors.provinceOperator);

  const given = await send('POST', `/vouchers/${await counter.issue()}/transfers`, {});
  const { token } = parse(given, clubTransferAnswer).transfer;
  await send('POST', '/transfers/acceptance', { token }, actors.elder);
  await send('POST', `/vouchers/${await counter.issue()}/transfers`, {});

  const { code } = parse(await send('POST', '/referral/code'), invitationCodeAnswer);
  await send('POST', '/members/sign-ins', { phone: '14700030001', ref: code }, actors.system);
}

it('every column that points to a member is known to the copy and to the erasure', async () => {
  const found = (await references()).map(({ table, column }) => `${table}.${column}`);
  expect(found.sort()).toEqual(Object.keys(places).sort());
});

it('and every sealed column belongs to such a table, or somebody has said whose words it holds', async () => {
  const pointing = new Set(['members', ...(await references()).map(({ table }) => table)]);
  const elsewhere = (await sealedColumns()).filter((name) => !pointing.has(name.split('.')[0] ?? ''));
  expect(elsewhere.sort()).toEqual(Object.keys(sealedElsewhere).sort());
});

it('the copy holds what the member did and said', async () => {
  await liveALot();
  const copy = await club.read('/members/me/personal-data', actors.member, clubPersonalData);
  expect(copy).toMatchObject({ name: verifiedMember.name, preferences: { theme: 'system', elder: false } });
  expect(copy.wechatBoundAt).toHaveLength(1);
  expect(copy.ratings).toMatchObject([{ score: 2, asPromised: false, comment: '张先生等了很久' }]);
  expect(copy.reports).toMatchObject([
    { kind: 'notMe', comment: '我那天在外地', answer: '张先生，已经核实' },
  ]);
  const transfers = copy.transfers.map(({ direction, state }) => [direction, state]);
  expect(transfers).toEqual(
    expect.arrayContaining([
      ['given', 'accepted'],
      ['given', 'offered'],
    ]),
  );
  expect(copy.referral).toMatchObject({ friends: [{ state: 'registered' }], cameByInvitationAt: [] });
  expect(copy.referral.codes).toHaveLength(1);
  expect(copy.signInDays).toHaveLength(1);
  expect(copy.uses.length).toBeGreaterThan(2);
  const others = await club.read('/members/me/personal-data', actors.elder, clubPersonalData);
  expect(others.transfers.map(({ direction }) => direction)).toContain('received');
  expect([others.ratings, others.reports, others.signInDays]).toEqual([[], [], []]);
});

it('an erasure leaves nothing that says who it was, in any table that points to the member', async () => {
  const { cipher, pool } = club;
  const known = [
    indexOf.phone(cipher, verifiedMember.phone),
    indexOf.idNumber(cipher, verifiedMember.idNumber),
    indexOf.openid(cipher, 'openid-of-zhang'),
  ];
  expect((await send('DELETE', `/members/${memberId}`, undefined, actors.system)).status).toBe(204);
  const own = [...(await references()), { table: 'members', column: 'id' }];
  const readable: string[] = [];
  for (const { table, column } of own) {
    for (const sealed of await columnsOf(table, '_sealed')) {
      const { rows } = await pool.query<{ id: string; envelope: Buffer }>(
        `select id, ${sealed} as envelope from ${table} where ${column} = $1 and ${sealed} is not null`,
        [memberId],
      );
      for (const { id, envelope } of rows) {
        const words = cipher.open(envelope, { column: `club.${table}.${sealed}`, rowId: id });
        if (words !== '已注销' && words !== '{}') readable.push(`${table}.${sealed}`);
      }
    }
    for (const index of await columnsOf(table, '_index')) {
      const { rowCount } = await pool.query(
        `select 1 from ${table} where ${column} = $1 and ${index} = any ($2)`,
        [memberId, known],
      );
      if (rowCount !== 0) readable.push(`${table}.${index}`);
    }
  }
  for (const [column, words] of Object.entries(sealedElsewhere)) {
    if ('why' in words) continue;
    const { rows } = await pool.query<{ id: string; envelope: Buffer }>(words.ofMember, [memberId]);
    expect(rows.length).toBeGreaterThan(0);
    for (const { id, envelope } of rows)
      if (cipher.open(envelope, { column: `club.${column}`, rowId: id }) !== '已注销') readable.push(column);
  }
  // The code of a voucher says nothing about its owner.
  expect([...new Set(readable)]).toEqual(['vouchers.code_sealed']);
});

it('and ends what was still open', async () => {
  const { rows } = await club.pool.query<{ what: string }>(
    `select 'voucher' as what from vouchers where member_id = $1 and state in ('active', 'reserved') and uses_left > 0
     union all select 'gift' from gifts where member_id = $1 and state = 'offered'
     union all select 'link' from transfers where giver_id = $1 and state = 'offered'
     union all select 'review' from identity_reviews where member_id = $1 and state = 'open'
     union all select 'account' from wechat_accounts where member_id = $1`,
    [memberId],
  );
  expect(rows).toEqual([]);
  expect((await send('DELETE', `/members/${memberId}`, undefined, actors.system)).status).toBe(204);
});
