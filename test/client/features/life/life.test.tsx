import { fireEvent, screen, waitFor } from '@testing-library/react';
import { queryClient } from '@/api/query-client';
import LifePage from '@/features/life/pages/life';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { gift, inMs, list, problem, wash } from '../benefit-fixtures';

const server = useScriptedServer();

describe('the tab of services', () => {
  it('is two taps from the code', async () => {
    signIn();
    server()
      .once('GET /points', { body: { balance: 3260, expiring: [], asOf: inMs(0) } })
      .once('GET /gifts', { body: list([gift]) })
      .once('GET /vouchers', { body: list([wash]) });
    renderPage(<LifePage />);
    fireEvent.click(await screen.findByText('普通洗车 5 次'));
    expect(phone.navigation.at(-1)?.url).toContain('vouchers/pages/detail/index?id=vch_1');
    expect(await screen.findByText('冬季用车礼包')).toBeTruthy();
  });

  it('keeps the rest when one system is away', async () => {
    signIn();
    server()
      .once('GET /points', problem(503, 'UPSTREAM_UNAVAILABLE'))
      .once('GET /gifts', { body: list([]) })
      .once('GET /vouchers', { body: list([wash]) });
    renderPage(<LifePage />);
    expect(await screen.findByText('暂时连不上后台系统')).toBeTruthy();
    expect(await screen.findByText('普通洗车 5 次')).toBeTruthy();
    expect(await screen.findByText('找服务')).toBeTruthy();
  });

  it('tells what is wrong with all of its parts once, and asks for all of them again', async () => {
    signIn();
    for (const route of ['GET /points', 'GET /gifts', 'GET /vouchers'])
      server().once(route, problem(500, 'INTERNAL'));
    renderPage(<LifePage />);
    await screen.findByText('是我们出错了，对不起');
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(screen.queryByText('可以用的券')).toBeNull();
    expect(screen.getAllByText('是我们出错了，对不起')).toHaveLength(1);
    server()
      .once('GET /points', {
        body: { balance: 3260, expiring: [], signIn: { today: false, streakDays: 0 }, asOf: inMs(0) },
      })
      .once('GET /gifts', { body: list([]) })
      .once('GET /vouchers', { body: list([wash]) });
    fireEvent.click(await screen.findByText('再试一次'));
    expect(await screen.findByText('普通洗车 5 次')).toBeTruthy();
    expect(screen.getByText('3,260')).toBeTruthy();
  });

  it('shows a visitor what needs no login, and asks for nothing from the server', async () => {
    renderPage(<LifePage />);
    expect(await screen.findByText('登录后看您的券和积分')).toBeTruthy();
    fireEvent.click(screen.getByText('加油优惠'));
    expect(phone.navigation.at(-1)?.url).toContain('service=fuel');
    expect(server().received).toHaveLength(0);
  });
});
