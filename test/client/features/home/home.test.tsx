import { fireEvent, screen, waitFor } from '@testing-library/react';
import HomePage from '@/features/home/pages/home';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { pullDown } from '../../support/taro';
import { account, home } from '../account/account-fixtures';
import { summary } from '../claims/claim-fixtures';

const server = useScriptedServer();
const ROUTE = 'GET /home';
const asOf = new Date(Date.now() - 2 * 3_600_000).toISOString();
const away = { value: null, unavailable: true };

function open(over: object = {}): void {
  signIn();
  server().always(ROUTE, { body: home(over) });
  renderPage(<HomePage />);
}

describe('the home page', () => {
  it('is of use to a visitor and asks the server nothing', () => {
    renderPage(<HomePage />);
    fireEvent.click(screen.getByText('出险报案'));
    expect(phone.navigation.at(-1)?.url).toContain('claims/pages/report');
    fireEvent.click(screen.getByText('道路救援'));
    expect(phone.calls).toEqual(['4000000000']);
    expect(server().received).toHaveLength(0);
  });

  it('shows the open claim first, with its owner, its clock and a call', async () => {
    open({ openClaims: { value: [summary()], asOf } });
    expect(await screen.findByText('查勘员给您打电话')).toBeTruthy();
    expect(screen.getByText('还剩')).toBeTruthy();
    fireEvent.click(screen.getByText('打给王建国'));
    expect(phone.calls).toEqual(['13500000001']);
    fireEvent.click(screen.getByText('看进展'));
    expect(phone.navigation.at(-1)?.url).toContain('id=clm_1');
  });

  it('says that it is the member’s turn, before who has the case in hand', async () => {
    open({ openClaims: { value: [summary({ yourTurn: '等您填收款账户' })], asOf } });
    expect(await screen.findByText('等您填收款账户')).toBeTruthy();
    expect(screen.queryByText(/王建国负责/)).toBeNull();
  });

  it('shows one claim of several, the one that waits for the member, and the rest in one row', async () => {
    const waiting = { id: 'clm_2', yourTurn: '等您填收款账户' };
    open({ openClaims: { value: [summary(), summary(waiting), summary({ id: 'clm_3' })], asOf } });
    expect(await screen.findByText('等您填收款账户')).toBeTruthy();
    expect(screen.getAllByText('看进展')).toHaveLength(1);
    fireEvent.click(screen.getByText('还有 2 起在办'));
    expect(phone.navigation.at(-1)?.url).toContain('claims/pages/list');
  });

  it('keeps the rest when a system is away, and says what is not affected', async () => {
    open({ openClaims: away, vouchers: away });
    expect(await screen.findByText(/您的案子照常在办/)).toBeTruthy();
    expect(screen.getByText('鲁A·7K315 正在保障中')).toBeTruthy();
    expect(screen.getByText('出险报案')).toBeTruthy();
  });

  it('says the age of a claim it could not renew', async () => {
    open({ openClaims: { value: [summary()], asOf, stale: true } });
    expect(await screen.findByText(/2 小时前的进展/)).toBeTruthy();
  });

  it('puts what is due before what is offered, and counts the rest', async () => {
    const due = Array.from({ length: 5 }, (_, index) => ({
      kind: 'policyExpiry',
      title: `第 ${index + 1} 项`,
      detail: '保到 12月6日 24:00，还有 14 天',
      dueAt: new Date(Date.now() + 14 * 86_400_000).toISOString(),
      subjectId: `p${index}`,
    }));
    open({ nextDue: { value: due, asOf } });
    expect(await screen.findByText('第 1 项')).toBeTruthy();
    expect(screen.queryByText('第 4 项')).toBeNull();
    fireEvent.click(screen.getByText('还有 2 项快到期'));
    expect(screen.getByText('第 5 项')).toBeTruthy();
  });

  it('keeps its content when a refresh does not succeed', async () => {
    signIn();
    server().once(ROUTE, { body: home({ openClaims: { value: [summary()], asOf } }) });
    renderPage(<HomePage />);
    await screen.findByText('查勘员给您打电话');
    server().once(ROUTE, { status: 503, body: { code: 'UPSTREAM_AWAY', detail: '稍后就好。' } });
    pullDown();
    expect(await screen.findByText(/截至今天/)).toBeTruthy();
    expect(screen.getByText('查勘员给您打电话')).toBeTruthy();
  });

  it('says what went wrong when there is nothing to keep, and still takes a report', async () => {
    signIn();
    server().always(ROUTE, { status: 500, body: { code: 'INTERNAL', detail: 'x', requestId: 'req-9' } });
    renderPage(<HomePage />);
    expect(await screen.findByText(/req-9/)).toBeTruthy();
    expect(screen.getByText('出险报案')).toBeTruthy();
  });

  it('takes a clerk to the counter once a launch', async () => {
    open({ account: account({ roles: ['clerk'] }) });
    await waitFor(() => expect(phone.navigation.at(-1)?.url).toContain('merchant/pages/workspace'));
    pullDown();
    await waitFor(() => expect(server().requestsTo(ROUTE)).toHaveLength(2));
    expect(phone.navigation).toHaveLength(1);
  });
});
