import {
  clubAlarmList,
  clubTicketAnswer,
  clubTicketList,
  clubVoucherDetail,
  voucherReportAnswer,
  voucherReportList,
} from '../../../../bff/upstream/club/contract';
import { watchUse, velocityRules } from '../../../../bff/systems/club/jobs/watch-use';
import type { Actor } from '../../../../bff/http/service-token';
import { actors } from './actors';
import { counterSteps } from './counter-steps';
import { settlementSteps } from './settlement-steps';
import { isReplay, newKey, parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const { issue, scan, redeemed } = counterSteps(() => club);
const { close, read, write } = settlementSteps(() => club);
const report = (voucherId: string, body: object, { as = actors.member as Actor, key = newKey() } = {}) =>
  write(`/vouchers/${voucherId}/reports`, body, { as, key });
const reported = async (voucherId: string, body: object) =>
  parse(await report(voucherId, body), voucherReportAnswer).report;
const voucher = (id: string) => club.read(`/vouchers/${id}`, actors.member, clubVoucherDetail);
const alarms = async (kind: string) =>
  (await club.read(`/alarms?kind=${kind}&limit=100`, actors.provinceOperator, clubAlarmList)).items;

describe('门店没给用', () => {
  it('gives the use back at once, also from a closed statement, and opens one ticket', async () => {
    const id = await issue();
    const use = await redeemed({ scanToken: await scan(id) });
    await close();
    const body = { kind: 'refusedByStore', redemptionId: use.id, comment: '排队太久，没给洗' };
    const key = newKey();
    const first = await report(id, body, { key });
    expect(parse(first, voucherReportAnswer).report).toMatchObject({ remedy: 'restored', state: 'open' });
    expect(await voucher(id)).toMatchObject({ state: 'active', usesLeft: 1 });
    const again = await report(id, body, { key });
    expect([again.text, isReplay(again)]).toEqual([first.text, true]);
    const other = await reported(id, body);
    expect(other.id).toBe(parse(first, voucherReportAnswer).report.id);
    expect((await read('open')).lines).toMatchObject([
      { kind: 'reversal', redemptionId: use.id, amountFen: -use.settlementFen },
    ]);
    expect(refusalOf(await report(id, { ...body, kind: 'notMe' }, { key }))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
  });

  it('lets a voucher that is about to lapse live seven days more, and one with time left as it is', async () => {
    const id = await issue();
    expect(await reported(id, { kind: 'refusedByStore' })).toMatchObject({ remedy: 'none' });
    const short = await issue();
    await club.pool.query(`update vouchers set valid_until = now() + interval '1 hour' where id = $1`, [
      short,
    ]);
    const { remedy, validUntil } = await reported(short, { kind: 'refusedByStore' });
    expect(remedy).toBe('extended');
    expect((await voucher(short)).validUntil).toBe(validUntil);
  });

  it('is made good by itself three times in ninety days; then somebody looks first', async () => {
    const id = await issue('svc_wash', 4);
    const remedies: string[] = [];
    for (let usesLeft = 4; usesLeft > 1; usesLeft -= 1) {
      const use = await redeemed({ scanToken: await scan(id), expectedUsesLeft: 4 });
      remedies.push((await reported(id, { kind: 'refusedByStore', redemptionId: use.id })).remedy);
      if (remedies.at(-1) === 'none') break;
    }
    expect(remedies).toEqual(['restored', 'none']);
  });

  it('is said of own vouchers and of their own uses', async () => {
    const [id, another] = [await issue(), await issue()];
    const use = await redeemed({ scanToken: await scan(another) });
    const body = { kind: 'refusedByStore', redemptionId: use.id };
    expect(refusalOf(await report(id, body))).toEqual([404, 'NOT_FOUND']);
    expect(refusalOf(await report(id, { kind: 'notMe' }, { as: actors.elder }))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('不是我用的', () => {
  it('alarms, changes nothing by itself, and the operator’s answer may give the use back', async () => {
    const id = await issue();
    const use = await redeemed({ scanToken: await scan(id) });
    const mine = await reported(id, { kind: 'notMe', comment: '那天我在外地' });
    expect(mine).toMatchObject({ remedy: 'none', redemptionId: use.id, answer: null });
    expect((await voucher(id)).usesLeft).toBe(0);
    expect((await alarms('notMe')).map(({ redemptionId }) => redemptionId)).toContain(use.id);
    const { items } = await club.read('/tickets?state=open&limit=100', actors.cityOperator, clubTicketList);
    expect(items.find((ticket) => ticket.id === mine.id)).toMatchObject({ comment: '那天我在外地' });
    const closing = { answer: '已核实，退回一次', restore: true };
    const key = newKey();
    const as = actors.cityOperator;
    const closed = await write(`/tickets/${mine.id}/closing`, closing, { as, key });
    expect(parse(closed, clubTicketAnswer).ticket).toMatchObject({
      state: 'closed',
      answer: '已核实，退回一次',
    });
    expect(isReplay(await write(`/tickets/${mine.id}/closing`, closing, { as, key }))).toBe(true);
    expect(refusalOf(await write(`/tickets/${mine.id}/closing`, closing, { as }))).toEqual([
      409,
      'TICKET_ALREADY_CLOSED',
    ]);
    expect(await voucher(id)).toMatchObject({ state: 'active', usesLeft: 1 });
    const { items: own } = await club.read(`/vouchers/${id}/reports`, actors.member, voucherReportList);
    expect(own).toMatchObject([{ state: 'closed', answer: '已核实，退回一次' }]);
  });
});

describe('what no honest counter does', () => {
  it('alarms once an hour: a clerk who is too fast, a member who is', async () => {
    const vouchers = await Promise.all(Array.from({ length: velocityRules.memberUses }, () => issue()));
    let last = '';
    for (const id of vouchers) last = (await redeemed({ scanToken: await scan(id) })).id;
    const log = { error: () => undefined };
    await watchUse({ pool: club.pool, log }, last);
    await watchUse({ pool: club.pool, log }, last);
    const found = await alarms('busyMember');
    expect(found).toHaveLength(1);
    expect(found[0]?.facts.uses).toBeGreaterThanOrEqual(velocityRules.memberUses);
  });

  it('is seen by somebody, who stays on it', async () => {
    const [alarm] = await alarms('notMe');
    const path = `/alarms/${alarm?.id ?? ''}/seen`;
    const first = await club.send('PUT', path, { as: actors.provinceOperator });
    const second = await club.send('PUT', path, { as: actors.cityOperator });
    expect([first.status, second.text]).toEqual([200, first.text]);
  });
});
