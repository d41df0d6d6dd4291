import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import VoucherDetailPage from '@/features/vouchers/pages/detail';
import { queryClient } from '@/api/query-client';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { hidePage, showPage } from '../../support/taro';
import { presentation, problem, use, voucher } from '../benefit-fixtures';

const server = useScriptedServer();
const ROUTE = 'GET /vouchers/vch_1';
const CODE = 'POST /vouchers/vch_1/presentations';
const codes = () => server().requestsTo(CODE).length;

function open(part: Parameters<typeof voucher>[0] = {}): void {
  signIn();
  server().always(ROUTE, { body: voucher(part) });
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
    expect(document.body.textContent).not.toMatch(/转赠|失败/);
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
