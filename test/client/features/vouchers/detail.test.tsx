import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import VoucherDetailPage from '@/features/vouchers/pages/detail';
import { queryClient } from '@/api/query-client';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { hidePage, showPage } from '../../support/taro';
import { inMs, list, presentation, problem, use, voucher, wash } from '../benefit-fixtures';

const server = useScriptedServer();
const ROUTE = 'GET /vouchers/vch_1';
const REPORTS = 'GET /vouchers/vch_1/reports';
const CODE = 'POST /vouchers/vch_1/presentations';
const codes = () => server().requestsTo(CODE).length;

function open(part: Parameters<typeof voucher>[0] = {}): void {
  signIn();
  server().always(ROUTE, { body: voucher(part) });
  server().always(REPORTS, { body: list([]) });
  renderPage(<VoucherDetailPage />, { id: 'vch_1' });
}

describe('showing a voucher', () => {
  it('shows the code at once, in figures that can be said, with what is left', async () => {
    server().always(CODE, { body: presentation('48271936') });
    open();
    expect(await screen.findByText('4827 1936')).toBeTruthy();
    expect(screen.getByLabelText('普通洗车 5 次的二维码，给店员扫')).toBeTruthy();
    expect(screen.getByText('剩余次数 3 次（共 5 次）')).toBeTruthy();
    expect(screen.getByLabelText('导航到泉城车享家·环山路店')).toBeTruthy();
    expect(codes()).toBe(1);
    expect(document.body.textContent).not.toMatch(/失败/);
  });

  it('renews a code that is about to lapse, and leaves it alone while another page lies over it', async () => {
    server()
      .once(CODE, { body: presentation('11111111', 9_000) })
      .once(CODE, { body: presentation('22222222', 9_000) })
      .always(CODE, { body: presentation('33333333') });
    open();
    expect(await screen.findByText('1111 1111')).toBeTruthy();
    expect(await screen.findByText('2222 2222', {}, { timeout: 3_000 })).toBeTruthy();
    act(hidePage);
    const before = codes();
    act(showPage);
    expect(await screen.findByText('3333 3333')).toBeTruthy();
    expect(codes()).toBe(before + 1);
  });

  it('shows a code also on a phone whose clock is wrong', async () => {
    server().always(CODE, { body: presentation('48271936', -600_000) });
    open();
    expect(await screen.findByText('4827 1936')).toBeTruthy();
    expect(codes()).toBe(1);
  });

  it('offers the typed code and another try when no code can be fetched', async () => {
    server()
      .once(CODE, problem(503, 'UPSTREAM_UNAVAILABLE', '', {}))
      .once(CODE, { body: presentation('48271936') });
    open({ code: 'T86W9-J18A1-B1RD' });
    expect(await screen.findByText('暂时取不到码，正在自动再试。')).toBeTruthy();
    expect(screen.getByText('T86W9-J18A1-B1RD')).toBeTruthy();
    fireEvent.click(screen.getByText('重新取码'));
    expect(await screen.findByText('4827 1936')).toBeTruthy();
  });

  it('tells the list of vouchers what it learned, and leaves the list as old as it was', async () => {
    const key = ['vouchers', 'active'];
    const updatedAt = Date.now() - 60_000;
    queryClient.setQueryData(key, list([wash, { ...wash, id: 'vch_2' }]), { updatedAt });
    open({ state: 'redeemed', usesLeft: 0, redemptions: [use('rdm_1', 5)] });
    await waitFor(() => expect(queryClient.getQueryData(key)).toMatchObject({ items: [{ id: 'vch_2' }] }));
    expect(queryClient.getQueryState(key)).toMatchObject({ dataUpdatedAt: updatedAt, isInvalidated: true });
  });

  it('turns into the receipt when the clerk has confirmed', async () => {
    server().always(CODE, { body: presentation('48271936') });
    open();
    await screen.findByText('4827 1936');
    server().always(ROUTE, { body: voucher({ usesLeft: 2, redemptions: [use('rdm_1', 3)] }) });
    await act(() => queryClient.refetchQueries({ queryKey: ['voucher', 'vch_1'] }));
    expect(await screen.findByText('使用凭证')).toBeTruthy();
    expect(screen.getByText('这张券还剩 2 次')).toBeTruthy();
    expect(screen.queryByText('4827 1936')).toBeNull();
    fireEvent.click(screen.getByText('再出示一次'));
    expect(await screen.findByText('4827 1936')).toBeTruthy();
  });

  it('gives an undone use no number', async () => {
    server().always(CODE, { body: presentation('48271936') });
    open({ redemptions: [use('rdm_2', 1), use('rdm_1', 1, 'reversed')] });
    expect(await screen.findByText(/^第 1 次/)).toBeTruthy();
    expect(screen.getByText('泉城车享家·环山路店 · 已撤销')).toBeTruthy();
  });

  it('asks for no code for a voucher that is used up', async () => {
    open({ state: 'redeemed', usesLeft: 0, redemptions: [use('rdm_1', 1)] });
    expect(await screen.findByText('已使用')).toBeTruthy();
    expect(codes()).toBe(0);
  });

  it('says kindly that there is no such voucher', async () => {
    signIn();
    server().once(ROUTE, problem(404, 'NOT_FOUND', '没有找到这张券'));
    renderPage(<VoucherDetailPage />, { id: 'vch_1' });
    expect(await screen.findByText('没有找到这张券')).toBeTruthy();
    await waitFor(() => expect(document.body.textContent).not.toContain('NOT_FOUND'));
  });
});

describe('the foot of the ticket', () => {
  it('gives a whole voucher away, and tells how it is used', async () => {
    server().always(CODE, { body: presentation('48271936') });
    open();
    fireEvent.click(await screen.findByText('转赠家人'));
    expect(phone.navigation.at(-1)?.url).toContain('transfers/pages/give/index?id=vch_1');
    fireEvent.click(screen.getByRole('button', { name: '怎么用' }));
    expect(screen.getByRole('dialog', { name: '怎么用' }).textContent).toContain('七座车每次补');
  });

  it('says that a voucher on its way to somebody can still be used', async () => {
    server().always(CODE, { body: presentation('48271936') });
    open({ transfer: { id: 'trf_1', expiresAt: inMs(3_600_000) }, transferable: false });
    expect(await screen.findByText(/对方领取前，您照样能用/)).toBeTruthy();
    expect(screen.getByText('看这次转赠')).toBeTruthy();
    expect(await screen.findByText('4827 1936')).toBeTruthy();
  });

  it('offers no giving where that is not possible', async () => {
    server().always(CODE, { body: presentation('48271936') });
    open({ transferable: false, received: true });
    expect(await screen.findByText('别人送给您的，不能再转赠')).toBeTruthy();
    expect(screen.queryByText('转赠家人')).toBeNull();
  });
});

describe('in a basement', () => {
  it('the kept 兑换码 is what counts; a voucher without one says what it needs', async () => {
    server().cutOnce(CODE);
    const network = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    open({ code: 'T86W9-J18A1-B1RD' });
    expect(await screen.findByText('没有网络也能用：报这个兑换码')).toBeTruthy();
    expect(screen.getByText('T86W9-J18A1-B1RD')).toBeTruthy();
    network.mockRestore();
  });

  it('one that must be shown live says so, and that nothing is lost', async () => {
    const network = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server().cutOnce(CODE);
    open();
    expect(await screen.findByText(/要联网出示/)).toBeTruthy();
    network.mockRestore();
  });
});

describe('after a use', () => {
  const RATE = 'POST /vouchers/vch_1/ratings';
  const REPORT = 'POST /vouchers/vch_1/reports';
  const usedUp = { state: 'redeemed' as const, usesLeft: 0, redemptions: [use('rdm_1', 5)] };

  it('two questions are asked once; half an answer is not sent', async () => {
    open(usedUp);
    fireEvent.click(await screen.findByText('评价这次服务'));
    fireEvent.click(screen.getByRole('radio', { name: '很好' }));
    fireEvent.click(screen.getByText('提交评价'));
    expect(await screen.findByText('两个问题都选一下，再提交')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '不一样' }));
    server().once(RATE, {
      status: 201,
      body: {
        rating: { redemptionId: 'rdm_1', score: 5, asPromised: false, at: inMs(0) },
        pointsEarned: 10,
      },
    });
    server().always(ROUTE, {
      body: voucher({
        ...usedUp,
        redemptions: [{ ...use('rdm_1', 5), rating: { score: 5, asPromised: false } }],
      }),
    });
    fireEvent.click(screen.getByText('提交评价'));
    expect(await screen.findByText('谢谢您的评价，+10 积分')).toBeTruthy();
    expect(await screen.findByText('您的评价：很好')).toBeTruthy();
    expect(screen.queryByText('评价这次服务')).toBeNull();
    expect(server().requestsTo(RATE)[0]?.body).toEqual({
      redemptionId: 'rdm_1',
      score: 5,
      asPromised: false,
    });
  });

  const reported = {
    id: 'rpt_1',
    ticketNo: 'GD20261122001',
    voucherId: 'vch_1',
    redemptionId: 'rdm_1',
    kind: 'refusedByStore' as const,
    remedy: 'restored' as const,
    validUntil: null,
    state: 'open' as const,
    at: inMs(0),
    dueAt: inMs(3 * 86_400_000),
    answer: null,
    closedAt: null,
  };

  it('a shop that did not serve: the use is back at once, with a ticket, after a lost answer too', async () => {
    open(usedUp);
    fireEvent.click(await screen.findByText('门店没给用'));
    fireEvent.change(screen.getByPlaceholderText('例如：到店说名额满了'), { target: { value: '关门了' } });
    server()
      .cutOnce(REPORT)
      .once(REPORT, { status: 201, body: { report: reported } });
    fireEvent.click(screen.getByText('提交，让我们来处理'));
    fireEvent.click(await screen.findByText('查询进度'));
    expect(await screen.findByText('用掉的这一次已经还给您')).toBeTruthy();
    expect(screen.getByText('GD20261122001')).toBeTruthy();
    const sent = server().requestsTo(REPORT);
    expect(sent[1]?.body).toEqual({ kind: 'refusedByStore', redemptionId: 'rdm_1', comment: '关门了' });
    expect(sent[0]?.headers['idempotency-key']).toBe(sent[1]?.headers['idempotency-key']);
  });

  it('what was said stays on the voucher with its answer', async () => {
    open(usedUp);
    server().always(REPORTS, {
      body: list([
        { ...reported, kind: 'notMe', remedy: 'none' },
        { ...reported, id: 'rpt_2', state: 'closed', answer: '已退回，给您添麻烦了', closedAt: inMs(0) },
      ]),
    });
    await act(() => queryClient.refetchQueries({ queryKey: ['voucher-reports'] }));
    expect(await screen.findByText('处理中')).toBeTruthy();
    expect(screen.getByText('已退回，给您添麻烦了')).toBeTruthy();
  });

  it('an undone use is neither rated nor reported', async () => {
    open({ ...usedUp, redemptions: [use('rdm_1', 5, 'reversed')] });
    expect(await screen.findByText(/这一次还给您了/)).toBeTruthy();
    expect(screen.queryByText('评价这次服务')).toBeNull();
    expect(screen.queryByText('不是我用的')).toBeNull();
  });
});
