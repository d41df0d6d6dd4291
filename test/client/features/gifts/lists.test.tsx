import { screen } from '@testing-library/react';
import GiftListPage from '@/features/gifts/pages/list';
import OrdersPage from '@/features/gifts/pages/orders';
import { usePreferences } from '@/platform/preferences';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { gift, list, wash } from '../benefit-fixtures';

const server = useScriptedServer();
beforeEach(() => signIn());

describe('my gifts', () => {
  it('tells what can be claimed from what was', async () => {
    server().once('GET /gifts', {
      body: list([gift, { ...gift, id: 'gft_2', title: '夏季清凉礼包', state: 'expired' }]),
    });
    renderPage(<GiftListPage />);
    expect(await screen.findByText('可以领')).toBeTruthy();
    expect(screen.getByText('领过的和过期的')).toBeTruthy();
    expect(screen.getAllByText('普通洗车 2 次')).toHaveLength(2);
  });

  it('shows fewer things in elder mode', async () => {
    usePreferences.setState({ elder: true });
    server().once('GET /gifts', { body: list([gift]) });
    renderPage(<GiftListPage />);
    expect(await screen.findByText(/前可领$/)).toBeTruthy();
    expect(screen.queryByText('普通洗车 2 次')).toBeNull();
  });

  it('says what would be here', async () => {
    server().once('GET /gifts', { body: list([]) });
    renderPage(<GiftListPage />);
    expect(await screen.findByText('现在没有礼包')).toBeTruthy();
  });
});

describe('my orders', () => {
  it('says what is left of each, or why nothing is', async () => {
    const vouchers = [
      wash,
      { ...wash, id: 'v2', title: '精致洗车', state: 'redeemed', usesLeft: 0 },
      { ...wash, id: 'v3', title: '基础保养', state: 'expired' },
    ];
    server().once('GET /orders', {
      body: list([
        {
          id: 'ord_1',
          at: '2026-10-08T12:00:00+08:00',
          kind: 'gift',
          title: '礼包',
          vouchers,
          exchange: null,
        },
      ]),
    });
    renderPage(<OrdersPage />);
    for (const words of ['剩 3 次，共 5 次', '用完了', '已过期'])
      expect(await screen.findByText(words)).toBeTruthy();
  });

  it('says what would be here', async () => {
    server().once('GET /orders', { body: list([]) });
    renderPage(<OrdersPage />);
    expect(await screen.findByText('还没有订单')).toBeTruthy();
  });
});
