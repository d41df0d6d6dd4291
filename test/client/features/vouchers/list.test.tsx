import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beginRead } from '@/api/client';
import { firstRead } from '@/platform/start-page';
import { urlOf } from '@/platform/routes';
import VoucherListPage from '@/features/vouchers/pages/list';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { list, problem, voucher, wash } from '../benefit-fixtures';

const server = useScriptedServer();
const ROUTE = 'GET /vouchers';

describe('my vouchers', () => {
  it('are asked for once when the app starts on them, before their page is there', async () => {
    signIn();
    window.history.pushState({}, '', urlOf('vouchers/list'));
    server().once(ROUTE, { body: list([{ ...wash, codeAllowed: false }]) });
    beginRead(firstRead() ?? '');
    renderPage(<VoucherListPage />);
    expect(await screen.findByText('剩 3 次，共 5 次')).toBeTruthy();
    expect(server().requestsTo(ROUTE)).toHaveLength(1);
    window.history.pushState({}, '', '/');
  });

  it('lists what can be shown, one tap from the code', async () => {
    signIn();
    server().once(ROUTE, { body: list([{ ...wash, codeAllowed: false }]) });
    renderPage(<VoucherListPage />);
    expect(await screen.findByText('剩 3 次，共 5 次')).toBeTruthy();
    fireEvent.click(screen.getByText('普通洗车 5 次'));
    expect(phone.navigation.at(-1)?.url).toContain('vouchers/pages/detail/index?id=vch_1');
  });

  it('fetches what a basement needs while there is a network: codes that may be typed, and no others', async () => {
    signIn();
    server()
      .once(ROUTE, { body: list([wash, { ...wash, id: 'vch_2', title: '代驾', codeAllowed: false }]) })
      .once('GET /vouchers/vch_1', { body: voucher({ code: 'T86W9-J18A1-B1RD' }) });
    renderPage(<VoucherListPage />);
    await screen.findByText('代驾');
    await waitFor(() => expect(server().requestsTo('GET /vouchers/vch_1')).toHaveLength(1));
    expect(server().requestsTo('GET /vouchers/vch_2')).toHaveLength(0);
  });

  it('says what would be here, for each filter', async () => {
    signIn();
    server()
      .once(ROUTE, { body: list([]) })
      .once(ROUTE, { body: list([]) });
    renderPage(<VoucherListPage />);
    expect(await screen.findByText('现在没有可用的券')).toBeTruthy();
    expect(screen.getByText('去领礼包')).toBeTruthy();
    fireEvent.click(screen.getByText('过期的'));
    expect(await screen.findByText('没有过期的券')).toBeTruthy();
    expect(screen.queryByText('去领礼包')).toBeNull();
    expect(server().requestsTo(ROUTE)[1]?.query.get('state')).toBe('expired');
  });

  it('says sorry with a number when it is our fault', async () => {
    signIn();
    server().once(ROUTE, problem(500, 'INTERNAL_ERROR', '', { requestId: 'req-42' }));
    renderPage(<VoucherListPage />);
    expect(await screen.findByText('是我们出错了，对不起')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/INTERNAL|失败/);
  });

  it('asks a visitor to log in, not to log in again', async () => {
    server().once(ROUTE, problem(401, 'NOT_SIGNED_IN'));
    renderPage(<VoucherListPage />);
    expect(await screen.findByText('登录后看这里')).toBeTruthy();
    expect(screen.queryByText('需要重新登录')).toBeNull();
  });
});
