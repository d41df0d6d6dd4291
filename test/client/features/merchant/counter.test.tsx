import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import WorkspacePage from '@/features/merchant/pages/workspace';
import { askToRetype, showOutcome, useOutcome } from '@/features/merchant/outcome';
import { useOnline } from '@/platform/online';
import { readStored, writeStored } from '@/platform/storage';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { hidePage, showPage } from '../../support/taro';
import { inMs, list, lookup, problem, redemption } from '../benefit-fixtures';
import { ownStore, type Suspension } from './merchant-fixtures';

const server = useScriptedServer();
const LOOKUP = 'POST /merchant/lookups';
const REDEEM = 'POST /merchant/redemptions';
const QUOTE = 'POST /merchant/quotes';
const quoted = {
  saleAmountFen: 36_050,
  discountFen: 3000,
  customerPaysFen: 33_050,
  limitedBy: 'cap',
  amountLeftAfterFen: 9000,
};
/** The pauses between two questions are real ones. */
const PATIENCE = { timeout: 4500 };
const STORE = { id: 'sto_1', name: '泉城车享家·环山路店', merchantName: '泉城车享家' };

afterEach(() => showOutcome(undefined));

function atTheCounter(stores = [STORE], items: unknown[] = [], suspension: Suspension = null): void {
  signIn();
  server()
    .always('GET /me', {
      body: {
        id: 'mem_1',
        phoneMasked: '139****0001',
        nameMasked: '李*',
        identityVerified: true,
        level: 'basic',
        roles: ['member', 'clerk'],
        stores,
        preferences: { theme: 'system', elder: false },
      },
    })
    .always('GET /merchant/redemptions', { body: list(items) })
    .always('GET /merchant/stores', { body: list([ownStore(suspension)]) })
    .always('GET /merchant/summary', {
      body: { date: '2026-11-22', redemptions: 2, settlementFen: 5000, reversed: 0, asOf: inMs(0) },
    });
  renderPage(<WorkspacePage />);
}

async function type(code: string): Promise<void> {
  fireEvent.click(await screen.findByText('客人报数字，手动输入'));
  fireEvent.change(await screen.findByLabelText('8 位数字或兑换码'), { target: { value: code } });
  fireEvent.click(screen.getByText('查这张券'));
}

const outcome = () => useOutcome.getState().outcome;
const keys = () =>
  server()
    .requestsTo(REDEEM)
    .map(({ headers }) => headers['idempotency-key']);

describe('the counter', () => {
  it('looks a typed code up, shows whom it is for and redeems once for two taps', async () => {
    atTheCounter();
    server().once(LOOKUP, { body: lookup() });
    const release = server().holdOnce(REDEEM, { body: { redemption: redemption() } });
    await type('4827 1936');
    expect(await screen.findByText('核对后确认')).toBeTruthy();
    expect(screen.getByText('张*')).toBeTruthy();
    expect(screen.getByText('3 次（共 5 次）')).toBeTruthy();
    expect(server().requestsTo(LOOKUP)[0]?.body).toEqual({ code: '48271936', storeId: 'sto_1' });
    fireEvent.click(screen.getByText('确认核销 1 次'));
    fireEvent.click(screen.getAllByText('正在核销…')[0] as HTMLElement);
    // While it is under way the sheet cannot be closed, and the page says what is going on.
    expect(screen.queryByLabelText('关闭')).toBeNull();
    expect(screen.getByText('核对后确认')).toBeTruthy();
    expect(screen.getByText('正在核销')).toBeTruthy();
    expect(screen.getByText('已经发出 0 秒，在等答复。')).toBeTruthy();
    act(release);
    await waitFor(() => expect(outcome()?.kind).toBe('confirmed'));
    expect(keys()).toHaveLength(1);
    expect(server().requestsTo(REDEEM)[0]?.body).toEqual({
      scanToken: 'scan-token',
      storeId: 'sto_1',
      expectedUsesLeft: 3,
    });
    await waitFor(() => expect(phone.navigation.at(-1)?.url).toContain('merchant/pages/result'));
    expect(phone.vibrations).toEqual(['short']);
  });

  it('keeps what was typed where no voucher stands behind it, and opens the keypad with it again', async () => {
    atTheCounter();
    server().once(LOOKUP, problem(404, 'VOUCHER_NOT_FOUND', '没有这张券'));
    await type('4827 1937');
    await waitFor(() => expect(outcome()).toMatchObject({ kind: 'refused', typed: '48271937' }));
    act(() => {
      askToRetype('48271937');
      showPage();
    });
    expect(screen.getByLabelText<HTMLInputElement>('8 位数字或兑换码').value).toBe('48271937');
  });

  it('shows what the guest pays before a sale is confirmed, and confirms that', async () => {
    atTheCounter();
    const fuel = { saleAmountRequired: true, discount: '9 折，单次最多优惠 ¥30.00', title: '加油优惠 4 次' };
    server()
      .once(LOOKUP, { body: lookup(fuel) })
      .once(QUOTE, { body: quoted })
      .once(REDEEM, { body: { redemption: redemption({ discountFen: 3000 }) } });
    await type('48271936');
    const amount = await screen.findByLabelText('这一单卖了多少钱');
    fireEvent.click(screen.getByText('确认核销 1 次'));
    fireEvent.change(amount, { target: { value: '3oo' } });
    expect(screen.getByText('请填金额，最多两位小数')).toBeTruthy();
    expect(keys()).toHaveLength(0);
    fireEvent.change(amount, { target: { value: '360.5' } });
    expect(screen.getByText('正在算客人付多少…')).toBeTruthy();
    // Nothing can be confirmed at a price that has not been reckoned.
    fireEvent.click(screen.getByText('确认核销 1 次'));
    expect(await screen.findByText('优惠（到了单次上限）')).toBeTruthy();
    expect(server().requestsTo(QUOTE)[0]?.body).toEqual({ scanToken: 'scan-token', saleAmountFen: 36_050 });
    fireEvent.click(screen.getByText('确认核销 1 次，客人付 ¥330.50'));
    await waitFor(() => expect(outcome()?.kind).toBe('confirmed'));
    expect(server().requestsTo(REDEEM)[0]?.body).toMatchObject({ saleAmountFen: 36_050 });
  });

  it('does not reckon by itself when the club cannot, and asks again on a tap', async () => {
    atTheCounter();
    server()
      .once(LOOKUP, { body: lookup({ saleAmountRequired: true }) })
      .once(QUOTE, problem(503, 'UPSTREAM_UNAVAILABLE'))
      .once(QUOTE, { body: quoted });
    await type('48271936');
    fireEvent.change(await screen.findByLabelText('这一单卖了多少钱'), { target: { value: '360.50' } });
    fireEvent.click(await screen.findByText('再算一次'));
    expect(await screen.findByText(/客人付 ¥330.50/)).toBeTruthy();
  });

  it('keeps the sheet when the server wants another amount', async () => {
    atTheCounter();
    const errors = [{ path: 'saleAmountFen', code: 'TOO_LARGE', message: '金额太大，请再看一遍' }];
    server()
      .once(LOOKUP, { body: lookup({ saleAmountRequired: true }) })
      .once(QUOTE, { body: quoted })
      .once(REDEEM, problem(422, 'INVALID_INPUT', '请检查填写的内容', { errors }));
    await type('48271936');
    fireEvent.change(await screen.findByLabelText('这一单卖了多少钱'), { target: { value: '999999' } });
    fireEvent.click(await screen.findByText(/确认核销 1 次，客人付/));
    expect(await screen.findByText('金额太大，请再看一遍')).toBeTruthy();
    expect(outcome()).toBeUndefined();
  });

  it('shows the plate of a voucher for one car, to compare', async () => {
    atTheCounter();
    server().once(LOOKUP, { body: lookup({ plate: '鲁A7K315' }) });
    await type('48271936');
    expect(await screen.findByText('鲁A·7K315')).toBeTruthy();
    expect(screen.getByText(/请对一下车牌/)).toBeTruthy();
  });

  it('says why a stopped store redeems nothing, and lets nothing be scanned', async () => {
    atTheCounter([STORE], [], { at: inMs(-60_000), by: 'operator', reason: '合同到期' });
    expect(await screen.findByText(/运营人员暂停了本店核销：合同到期/)).toBeTruthy();
    expect(screen.getByText('暂停核销')).toBeTruthy();
    fireEvent.click(screen.getByText('客人报数字，手动输入'));
    expect(screen.queryByText('查这张券')).toBeNull();
  });

  it('asks again before a second use within ten minutes', async () => {
    atTheCounter();
    server().once(LOOKUP, { body: lookup({ recentUse: { at: inMs(-60_000), storeName: STORE.name } }) });
    await type('48271936');
    expect(await screen.findByText(/刚核销过一次/)).toBeTruthy();
    expect(screen.getByText('再核销一次')).toBeTruthy();
    expect(screen.queryByText('确认核销 1 次')).toBeNull();
  });

  it('says where and when a voucher was used, and no machine code', async () => {
    atTheCounter();
    const usedAt = { at: inMs(-3_600_000), storeName: STORE.name, redemptionId: 'rdm_9' };
    server().once(LOOKUP, { body: lookup({ reason: 'alreadyRedeemed', usedAt, usesLeft: 0 }, null) });
    await type('48271936');
    await waitFor(() => expect(outcome()).toMatchObject({ kind: 'refused', earlier: usedAt }));
    expect(JSON.stringify(outcome())).toContain('环山路店用过');
    expect(phone.vibrations).toEqual(['long']);
  });

  it('drops the answer to a question that was withdrawn', async () => {
    atTheCounter();
    const release = server().holdOnce(LOOKUP, { body: lookup() });
    await type('48271936');
    fireEvent.click(screen.getByLabelText('关闭'));
    server().once(LOOKUP, { body: lookup({ title: '精致洗车' }) });
    act(release);
    await type('11112222');
    expect(await screen.findByText('精致洗车')).toBeTruthy();
    expect(screen.queryByText('普通洗车 1 次')).toBeNull();
  });

  it('keeps what was typed while the system is away, and calls it nobody’s no', async () => {
    atTheCounter();
    server().once(LOOKUP, problem(503, 'UPSTREAM_UNAVAILABLE'));
    await type('48271936');
    expect(await screen.findByText(/核销系统暂时连不上。没有扣券/)).toBeTruthy();
    expect(screen.getByLabelText('8 位数字或兑换码')).toHaveProperty('value', '48271936');
    expect(outcome()).toBeUndefined();
  });

  it('tries the same redemption under the same id after the system was away', async () => {
    atTheCounter();
    server()
      .once(LOOKUP, { body: lookup() })
      .once(REDEEM, problem(503, 'UPSTREAM_UNAVAILABLE'))
      .once(REDEEM, { body: { redemption: redemption() } });
    await type('48271936');
    fireEvent.click(await screen.findByText('确认核销 1 次'));
    expect(await screen.findByText(/核销系统暂时连不上/)).toBeTruthy();
    fireEvent.click(screen.getByText('确认核销 1 次'));
    await waitFor(() => expect(outcome()?.kind).toBe('confirmed'));
    expect(new Set(keys()).size).toBe(1);
  });

  it('says without a camera how to go on', async () => {
    atTheCounter();
    fireEvent.click(await screen.findByText('扫码核销'));
    expect(await screen.findByText(/没有能用的摄像头。请客人报屏幕上的 8 位数字/)).toBeTruthy();
  });

  it('tells no network from a line that answers', async () => {
    atTheCounter();
    expect(await screen.findByText('网络正常')).toBeTruthy();
    act(() => useOnline.setState({ online: false }));
    expect(screen.getByText('没有网络')).toBeTruthy();
    expect(screen.getByText('没有网络，连上后再扫')).toBeTruthy();
  });

  it('sends a person without a store away kindly', async () => {
    atTheCounter([]);
    expect(await screen.findByText('这个账号不是门店账号')).toBeTruthy();
  });
});

describe('a redemption whose answer was lost', () => {
  async function lose(): Promise<void> {
    server().once(LOOKUP, { body: lookup() }).cutOnce(REDEEM);
    await type('48271936');
    fireEvent.click(await screen.findByText('确认核销 1 次'));
    await waitFor(() => expect(outcome()?.kind).toBe('unknown'));
  }

  it('is never called a failure, blocks a second scan and is asked for under the same id', async () => {
    atTheCounter();
    await lose();
    expect(await screen.findByText('有一单待查')).toBeTruthy();
    expect(screen.getByText('先查清上面那一单')).toBeTruthy();
    expect(document.body.textContent).not.toContain('失败');
    // Neither the one knock of a yes nor the long one of a no.
    await waitFor(() => expect(phone.vibrations).toEqual(['short', 'short']));
    fireEvent.click(screen.getByText('客人报数字，手动输入'));
    expect(screen.queryByText('查这张券')).toBeNull();
    server().once(REDEEM, { body: { redemption: redemption() } });
    fireEvent.click(screen.getByText('查询进度'));
    await waitFor(() => expect(outcome()?.kind).toBe('confirmed'));
    expect(new Set(keys()).size).toBe(1);
    expect(readStored('pending:redeem:sto_1')).toBeUndefined();
    expect(readStored('pending:redeem-about:sto_1')).toBeUndefined();
  });

  it('is asked for by itself until it is known, with the knock of a yes only then', async () => {
    atTheCounter();
    await lose();
    const opened = phone.navigation.length;
    server()
      .cutOnce(REDEEM)
      .once(REDEEM, { body: { redemption: redemption() } });
    await waitFor(() => expect(keys()).toHaveLength(2), PATIENCE);
    expect(await screen.findByText('有一单待查')).toBeTruthy();
    expect(outcome()?.kind).toBe('unknown');
    // Still not knowing opens no page: whoever looks at the counter stays there.
    expect(phone.navigation).toHaveLength(opened);
    await waitFor(() => expect(outcome()?.kind).toBe('confirmed'), PATIENCE);
    expect(new Set(keys()).size).toBe(1);
    // Twice when it was lost, and once for the yes.
    expect(phone.vibrations).toEqual(['short', 'short', 'short']);
  });

  it('asks nothing without a network or behind another page, and goes on when it is back', async () => {
    atTheCounter();
    await lose();
    act(() => useOnline.setState({ online: false }));
    expect(screen.getByText('现在没有网络，连上以后会自己查。')).toBeTruthy();
    act(hidePage);
    act(() => useOnline.setState({ online: true }));
    expect(screen.getByText('正在自己查，查到就会告诉您。')).toBeTruthy();
    expect(keys()).toHaveLength(1);
    server().once(REDEEM, { body: { redemption: redemption() } });
    act(showPage);
    await waitFor(() => expect(outcome()?.kind).toBe('confirmed'), PATIENCE);
    expect(new Set(keys()).size).toBe(1);
  });

  it('survives a restart: it has its name, and is asked for by itself', async () => {
    const sent = { scanToken: 'scan-token', storeId: 'sto_1', expectedUsesLeft: 3 };
    writeStored('pending:redeem:sto_1', { idempotencyKey: 'key-12345678', body: sent, at: inMs(-60_000) });
    writeStored('pending:redeem-about:sto_1', { title: '普通洗车 5 次', memberNameMasked: '张*' });
    atTheCounter();
    server().once(REDEEM, { body: { redemption: redemption() } });
    expect(await screen.findByText('有一单待查')).toBeTruthy();
    expect(screen.getByText(/普通洗车 1 次，张\*，今天 .* 发出/)).toBeTruthy();
    await waitFor(() => expect(outcome()?.kind).toBe('confirmed'), PATIENCE);
    expect(keys()).toEqual(['key-12345678']);
    expect(server().requestsTo(REDEEM)[0]?.body).toEqual(sent);
  });
});

describe('undoing', () => {
  it('names what is undone, asks for a reason and gives the voucher back once', async () => {
    atTheCounter([STORE], [redemption({ reversibleUntil: inMs(28.5 * 60_000) })]);
    const UNDO = 'POST /merchant/redemptions/rdm_1/reversal';
    server().once(UNDO, { body: { redemption: redemption({ state: 'reversed', reversibleUntil: null }) } });
    expect(await screen.findByText('还剩 29 分钟可以撤销')).toBeTruthy();
    fireEvent.click(screen.getByText('撤销'));
    // Without a reason nothing is sent.
    fireEvent.click(screen.getByText('撤销「普通洗车 1 次」'));
    expect(server().requestsTo(UNDO)).toHaveLength(0);
    fireEvent.click(screen.getByText('客人没有用'));
    fireEvent.click(screen.getByText('撤销「普通洗车 1 次」'));
    expect(await screen.findByText('已撤销，券已还给客人')).toBeTruthy();
    expect(server().requestsTo(UNDO)[0]?.body).toEqual({ reason: '客人没有用' });
  });

  it('offers none for what can no longer be undone', async () => {
    atTheCounter(
      [STORE],
      [redemption({ reversibleUntil: inMs(-1) }), redemption({ id: 'rdm_2', state: 'reversed' })],
    );
    expect(await screen.findByText('已撤销')).toBeTruthy();
    expect(screen.queryByText('撤销')).toBeNull();
  });
});
