import { findBreaches } from '../../../../bff/systems/club/invariants';
import { demoMerchant } from '../../../../bff/systems/club/seed/demo-network';
import {
  adjustmentAnswer,
  disputeAnswer,
  operatorDisputeList,
  operatorSettlement,
  operatorSettlementList,
  settlementAnswer,
  settlementDetail,
  settlementRunAnswer,
  settlementRunList,
} from '../../../../bff/upstream/club/contract';
import { actors, stores } from './actors';
import { counterSteps } from './counter-steps';
import { settlementSteps } from './settlement-steps';
import { isReplay, newKey, parse, refusalOf, startClub, type ClubUnderTest } from './start-club';

jest.setTimeout(30_000);

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const { issue, scan, redeemed, reverse } = counterSteps(() => club);
const { read, list, close, newest, write } = settlementSteps(() => club);
const use = async (service = 'svc_wash') => redeemed({ scanToken: await scan(await issue(service)) });
const operator = { as: actors.provinceOperator };

describe('statements', () => {
  it('of the demonstration: paid ones, one to confirm, one with an objection, and what is open, month by month', async () => {
    const { items } = await list();
    expect(items.map(({ state }) => state)).toEqual(['open', 'disputed', 'closed', 'paid', 'paid', 'paid']);
    const closed = items.slice(1);
    expect(closed.map(({ number }) => number?.slice(-5))).toEqual([
      '-0005',
      '-0004',
      '-0003',
      '-0002',
      '-0001',
    ]);
    // Whole months of the calendar, one after another up to the one that is running.
    const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    expect(items.slice(0, -1).map(({ period }) => period.from)).toEqual(
      closed.map(({ period }) => dayAfter(period.to)),
    );
    expect(closed.map(({ period }) => period.from.slice(8))).toEqual(['01', '01', '01', '01', '01']);
  });

  it('hold what was redeemed since the last one, to the fen, and never change', async () => {
    const before = await read('open');
    const [first, second] = [await use(), await use('svc_maintenance')];
    const open = await read('open');
    expect(open.totalFen - before.totalFen).toBe(first.settlementFen + second.settlementFen);
    const run = await close({ merchantId: demoMerchant.id });
    expect(run).toMatchObject({ merchants: 1, handled: 1, statements: 1, totalFen: open.totalFen });
    const closed = await newest();
    expect(closed).toMatchObject({ state: 'closed', totalFen: open.totalFen, lineCount: open.lineCount });
    expect(closed.lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(closed.totalFen);
    expect(closed.byService.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(closed.totalFen);
    expect(closed.byKind.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(closed.totalFen);
    expect(closed.byKind.reduce((sum, { lineCount }) => sum + lineCount, 0)).toBe(closed.lineCount);
    expect(await read('open')).toMatchObject({ totalFen: 0, lineCount: 0, lines: [] });
    expect(refusalOf(await reverse(first.id, { as: actors.owner }))).toEqual([409, 'SETTLEMENT_LOCKED']);
    await use();
    await expect(
      club.pool.query(`update settlement_lines set batch_id = $1 where batch_id is null`, [closed.id]),
    ).rejects.toThrow(/closed/);
    await expect(
      club.pool.query('update settlement_batches set total_fen = total_fen + 1 where id = $1', [closed.id]),
    ).rejects.toThrow(/may change/);
    await expect(
      club.pool.query('delete from settlement_batches where id = $1', [closed.id]),
    ).rejects.toThrow(/never changed or deleted/);
  });

  it('have no line for what was undone before, and its pair of lines cancels out', async () => {
    const undone = await use();
    expect((await reverse(undone.id)).status).toBe(201);
    const open = await read('open');
    const lines = open.lines.filter(({ redemptionId }) => redemptionId === undone.id);
    expect(lines.map(({ kind, amountFen }) => [kind, amountFen]).sort()).toEqual([
      ['redemption', undone.settlementFen],
      ['reversal', -undone.settlementFen],
    ]);
  });

  it('show one kind of line when asked, with the sums of the whole', async () => {
    const whole = await read('open');
    const path = '/merchant/settlements/open?limit=100&kind=';
    for (const kind of ['redemption', 'reversal', 'adjustment'] as const) {
      const some = await club.read(`${path}${kind}`, actors.owner, settlementDetail);
      expect(some.lines).toEqual(whole.lines.filter((line) => line.kind === kind));
      expect([some.totalFen, some.byKind]).toEqual([whole.totalFen, whole.byKind]);
    }
    expect(whole.lines.some(({ kind }) => kind === 'reversal')).toBe(true);
    const reply = await club.send('GET', `${path}refund`, { as: actors.owner });
    expect(refusalOf(reply)).toEqual([422, 'INVALID_INPUT']);
  });

  it('are paged by a cursor', async () => {
    const whole = await newest();
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const reply = await club.send('GET', `/merchant/settlements/${whole.id}?limit=1${cursor}`, {
        as: actors.owner,
      });
      const page = JSON.parse(reply.text) as typeof whole;
      ids.push(...page.lines.map(({ lineId }) => lineId));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(ids).toEqual(whole.lines.map(({ lineId }) => lineId));
  });

  it('exist for the owner alone', async () => {
    const { id } = await newest();
    for (const as of [actors.clerk, actors.otherClerk]) {
      for (const path of ['', `/${id}`, `/${id}/statement`]) {
        expect(refusalOf(await club.send('GET', `/merchant/settlements${path}`, { as }))).toEqual([
          404,
          'NOT_FOUND',
        ]);
      }
    }
    const asMember = await club.send('GET', '/merchant/settlements', { as: actors.member });
    expect(asMember.status).toBe(403);
  });
});

describe('closing', () => {
  it('is done once for a request, and its input cannot change', async () => {
    await use();
    const key = newKey();
    const body = { merchantId: demoMerchant.id };
    const first = await write('/settlement-runs', body, { ...operator, key });
    const again = await write('/settlement-runs', body, { ...operator, key });
    expect([first.status, again.status, isReplay(again)]).toEqual([202, 202, true]);
    expect(parse(again, settlementRunAnswer).run.id).toBe(parse(first, settlementRunAnswer).run.id);
    expect(refusalOf(await write('/settlement-runs', {}, { ...operator, key }))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    const { items } = await club.read('/settlement-runs', actors.provinceOperator, settlementRunList);
    expect(items.filter(({ id }) => id === parse(first, settlementRunAnswer).run.id)).toHaveLength(1);
  });

  it('leaves alone who has nothing open, and who is not due', async () => {
    await close();
    expect(await close()).toMatchObject({ statements: 0, totalFen: 0 });
    await use();
    expect(await close({ only: 'due' })).toMatchObject({ statements: 0 });
    expect((await read('open')).lineCount).toBe(1);
  });

  it('knows no merchant outside the branch', async () => {
    const reply = await write('/settlement-runs', { merchantId: 'mch_nobody' }, operator);
    expect(refusalOf(reply)).toEqual([404, 'NOT_FOUND']);
  });
});

describe('a statement’s way to payment', () => {
  it('is agreed to, billed and paid, each once', async () => {
    await use();
    await close({ merchantId: demoMerchant.id });
    const { id } = await newest();
    const pay = (key = newKey()) =>
      write(`/settlements/${id}/payment`, { paymentRef: 'PAY-1' }, { ...operator, key });
    expect(refusalOf(await pay())).toEqual([409, 'SETTLEMENT_NOT_CONFIRMED']);
    const key = newKey();
    const confirmed = await write(`/merchant/settlements/${id}/confirmation`, {}, { key });
    expect(parse(confirmed, settlementAnswer).settlement).toMatchObject({
      state: 'confirmed',
      invoiceNo: null,
    });
    const again = await write(`/merchant/settlements/${id}/confirmation`, {}, { key });
    expect([again.text, isReplay(again)]).toEqual([confirmed.text, true]);
    expect(refusalOf(await write(`/merchant/settlements/${id}/confirmation`, {}))).toEqual([
      409,
      'SETTLEMENT_ALREADY_CONFIRMED',
    ]);
    expect(refusalOf(await pay())).toEqual([409, 'INVOICE_MISSING']);
    const billed = await write(`/merchant/settlements/${id}/invoice`, { invoiceNo: '26370000000000000001' });
    expect(parse(billed, settlementAnswer).settlement.invoiceNo).toBe('26370000000000000001');
    const payKey = newKey();
    expect(parse(await pay(payKey), operatorSettlement)).toMatchObject({ state: 'paid' });
    expect(isReplay(await pay(payKey))).toBe(true);
    expect(refusalOf(await pay())).toEqual([409, 'SETTLEMENT_ALREADY_PAID']);
    expect(
      refusalOf(await write(`/merchant/settlements/${id}/invoice`, { invoiceNo: '26370000000000000002' })),
    ).toEqual([409, 'SETTLEMENT_ALREADY_PAID']);
    const { items } = await club.read(
      `/settlements?merchantId=${demoMerchant.id}&state=paid`,
      actors.provinceOperator,
      operatorSettlementList,
    );
    expect(items.map((item) => item.id)).toContain(id);
  });

  it('waits for the answer to an objection, which the next statement makes up for', async () => {
    const [wash, other] = [await use(), await use()];
    await close({ merchantId: demoMerchant.id });
    const { id, lines } = await newest();
    const lineOf = (redemptionId: string) => lines.find((line) => line.redemptionId === redemptionId)?.lineId;
    const body = { lineId: lineOf(wash.id), reason: '做的是精致洗车' };
    const key = newKey();
    const opened = await write(`/merchant/settlements/${id}/disputes`, body, { key });
    const { dispute } = parse(opened, disputeAnswer);
    expect(parse(opened, disputeAnswer).settlement).toMatchObject({ state: 'disputed', openDisputes: 1 });
    const again = await write(`/merchant/settlements/${id}/disputes`, body, { key });
    expect([parse(again, disputeAnswer).dispute.id, isReplay(again)]).toEqual([dispute.id, true]);
    expect(refusalOf(await write(`/merchant/settlements/${id}/disputes`, body))).toEqual([
      409,
      'LINE_ALREADY_DISPUTED',
    ]);
    const second = { lineId: lineOf(other.id), reason: '客人没有来' };
    const refused = parse(await write(`/merchant/settlements/${id}/disputes`, second), disputeAnswer).dispute;
    expect(refusalOf(await write(`/merchant/settlements/${id}/confirmation`, {}))).toEqual([
      409,
      'SETTLEMENT_DISPUTED',
    ]);
    const { items } = await club.read(
      '/disputes?state=open&limit=100',
      actors.cityOperator,
      operatorDisputeList,
    );
    expect(items.find((item) => item.id === dispute.id)).toMatchObject({
      reason: '做的是精致洗车',
      line: { redemptionId: wash.id },
    });
    const answer = (disputeId: string, decision: object, answerKey = newKey()) =>
      write(`/disputes/${disputeId}/answer`, decision, { as: actors.cityOperator, key: answerKey });
    expect((await answer(dispute.id, { decision: 'accepted', answer: '同意补差价' })).status).toBe(422);
    const accepted = { decision: 'accepted', answer: '同意补差价', adjustmentFen: 3300 };
    const answerKey = newKey();
    const answered = parse(await answer(dispute.id, accepted, answerKey), disputeAnswer);
    expect(answered.dispute).toMatchObject({ state: 'accepted', adjustmentFen: 3300 });
    expect(answered.settlement).toMatchObject({
      state: 'disputed',
      totalFen: wash.settlementFen + other.settlementFen,
    });
    expect(isReplay(await answer(dispute.id, accepted, answerKey))).toBe(true);
    expect(refusalOf(await answer(dispute.id, accepted))).toEqual([409, 'DISPUTE_ALREADY_ANSWERED']);
    const last = parse(await answer(refused.id, { decision: 'refused', answer: '记录完整' }), disputeAnswer);
    expect(last.settlement).toMatchObject({ state: 'closed', openDisputes: 0 });
    expect((await read('open')).lines).toMatchObject([
      { kind: 'adjustment', amountFen: 3300, note: '同意补差价' },
    ]);
    expect(
      (await write(`/merchant/settlements/${id}/confirmation`, { invoiceNo: '2637ABC-01' })).status,
    ).toBe(201);
    expect(refusalOf(await write(`/merchant/settlements/${id}/disputes`, second))).toEqual([
      409,
      'SETTLEMENT_ALREADY_CONFIRMED',
    ]);
    const adjusted = await close({ merchantId: demoMerchant.id });
    expect(adjusted.totalFen).toBe(3300);
  });

  it('knows no line of another statement and no dispute of another branch', async () => {
    const { items } = await list();
    const disputed = items.find(({ state }) => state === 'disputed');
    const waiting = items.find(({ state }) => state === 'closed');
    const foreign = (await read(disputed?.id ?? '')).lines[0]?.lineId;
    const reply = await write(`/merchant/settlements/${waiting?.id ?? ''}/disputes`, {
      lineId: foreign,
      reason: '不是这张单的',
    });
    expect(refusalOf(reply)).toEqual([404, 'NOT_FOUND']);
    const nobody = await write('/disputes/none/answer', { decision: 'refused', answer: '没有' }, operator);
    expect(refusalOf(nobody)).toEqual([404, 'NOT_FOUND']);
  });
});

describe('an operator’s adjustment', () => {
  it('goes into the next statement, once', async () => {
    const key = newKey();
    const body = { storeId: stores.first, serviceId: 'svc_wash', amountFen: -500, note: '上月多结一笔' };
    const first = await write('/adjustments', body, { ...operator, key });
    const again = await write('/adjustments', body, { ...operator, key });
    expect(parse(first, adjustmentAnswer).line).toMatchObject({ kind: 'adjustment', amountFen: -500 });
    expect([again.text, isReplay(again)]).toEqual([first.text, true]);
    expect(
      refusalOf(await write('/adjustments', { ...body, amountFen: -501 }, { ...operator, key })),
    ).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await write('/adjustments', { ...body, amountFen: 0 }, operator)).status).toBe(422);
    expect((await write('/adjustments', { ...body, storeId: 'sto_none' }, operator)).status).toBe(404);
    await close({ merchantId: demoMerchant.id });
    expect((await newest()).lines.filter(({ note }) => note === '上月多结一笔')).toHaveLength(1);
    expect(await findBreaches(club.pool)).toEqual([]);
  });
});
