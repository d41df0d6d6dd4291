import { fireEvent, screen } from '@testing-library/react';
import GiftListPage from '@/features/gifts/pages/list';
import OrdersPage from '@/features/gifts/pages/orders';
import { usePreferences } from '@/platform/preferences';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { gift, list, problem, wash } from '../benefit-fixtures';

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

const exchanged = (part: object = {}) => ({
  id: 'ord_87654321',
  at: '2026-11-20T12:00:00+08:00',
  kind: 'exchange',
  title: '积分兑换：普通洗车',
  vouchers: [{ ...wash, usesTotal: 1, usesLeft: 1 }],
  exchange: {
    itemId: 'mit_1',
    quantity: 1,
    pricePoints: 680,
    pointsSpent: 680,
    state: 'done',
    cancelledAt: null,
    cancellable: true,
    ...part,
  },
});

describe('an exchange among my orders', () => {
  const CANCEL = 'POST /mall/orders/ord_87654321/cancellation';
  const cancelled = exchanged({
    state: 'cancelled',
    cancelledAt: '2026-11-22T14:05:00+08:00',
    cancellable: false,
  });

  it('is taken back after one question, once although the answer was lost, and says what returned', async () => {
    server().once('GET /orders', { body: list([exchanged()]) });
    renderPage(<OrdersPage />);
    fireEvent.click(await screen.findByText('取消兑换'));
    expect(screen.getByText('取消“积分兑换：普通洗车”，退回 680 积分？')).toBeTruthy();
    server()
      .cutOnce(CANCEL)
      .once(CANCEL, {
        status: 201,
        body: {
          order: cancelled,
          pointsReturned: 680,
          returnedUntil: '2027-01-01T00:00:00+08:00',
          balanceAfter: 3940,
        },
      })
      .always('GET /orders', { body: list([cancelled]) });
    fireEvent.click(screen.getByText('取消，退回 680 积分'));
    fireEvent.click(await screen.findByText('查询进度'));
    expect(await screen.findByText('+680')).toBeTruthy();
    expect(screen.getByText('3,940')).toBeTruthy();
    const sent = server().requestsTo(CANCEL);
    expect(sent[0]?.headers['idempotency-key']).toBe(sent[1]?.headers['idempotency-key']);
    fireEvent.click(screen.getByText('知道了'));
    expect(await screen.findByText(/退回 680 积分$/)).toBeTruthy();
    expect(screen.queryByText('取消兑换')).toBeNull();
  });

  it('that was used has no way back, and a refusal says why', async () => {
    server().once('GET /orders', { body: list([exchanged({ cancellable: false })]) });
    renderPage(<OrdersPage />);
    expect(await screen.findByText('用掉 680 积分')).toBeTruthy();
    expect(screen.queryByText('取消兑换')).toBeNull();
  });

  it('that was used a moment ago says so', async () => {
    server().once('GET /orders', { body: list([exchanged()]) });
    renderPage(<OrdersPage />);
    fireEvent.click(await screen.findByText('取消兑换'));
    server().once(CANCEL, problem(409, 'EXCHANGE_NOT_CANCELLABLE', '券已经使用，这次兑换不能取消'));
    fireEvent.click(screen.getByText('取消，退回 680 积分'));
    expect(await screen.findByText('券已经使用，这次兑换不能取消')).toBeTruthy();
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
